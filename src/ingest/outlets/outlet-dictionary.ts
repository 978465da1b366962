/** One outlet as a dictionary has it. */
export interface OutletRecord {
  /** The full form, with its article: `The Guardian`. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2, the seat of the newsroom; null where it is nowhere in particular. */
  readonly country: string | null;
  readonly homepage: string | null;
}

/** A name as two writings of it compare: without case, accents, kind of apostrophe or leading article. */
export function foldOutletName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
    .replace(/^the (?=.)/, '');
}

/** Finds an outlet by any of its names. Immutable. */
export class OutletDictionary {
  readonly records: readonly OutletRecord[];
  private readonly byName: ReadonlyMap<string, OutletRecord>;

  /** Of two records that claim one name, a record's own name wins over an alias, and a later record over an earlier. */
  constructor(records: readonly OutletRecord[]) {
    this.records = records;
    const byName = new Map<string, OutletRecord>();
    for (const record of records) for (const alias of record.aliases) byName.set(foldOutletName(alias), record);
    for (const record of records) byName.set(foldOutletName(record.name), record);
    this.byName = byName;
  }

  /** The outlet of this name or alias, however it is written; null when it is not known. */
  find(name: string): OutletRecord | null {
    return this.byName.get(foldOutletName(name)) ?? null;
  }

  /** A dictionary with these too. A record with the name of one that is here takes its place. */
  extendedWith(records: readonly OutletRecord[]): OutletDictionary {
    const replaced = new Set(records.map(({ name }) => foldOutletName(name)));
    return new OutletDictionary([
      ...this.records.filter(({ name }) => !replaced.has(foldOutletName(name))),
      ...records,
    ]);
  }
}
