/** A client may give its operations any name, and each name is a series more: only so many are told apart. */

const ANONYMOUS = 'anonymous';
const OTHER = 'other';
const MOST_NAMES = 100;
const LONGEST_NAME = 100;

export class OperationNames {
  private readonly names: Set<string>;

  /** @param known the only names that are told apart; null for the first hundred that are met. */
  constructor(private readonly known: readonly string[] | null = null) {
    this.names = new Set(known);
  }

  /** The name, `anonymous`, or `other`. */
  labelOf(name: string | null): string {
    if (name === null) return ANONYMOUS;
    if (this.names.has(name)) return name;
    if (this.known !== null || this.names.size >= MOST_NAMES || name.length > LONGEST_NAME) return OTHER;
    this.names.add(name);
    return name;
  }
}
