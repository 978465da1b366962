/** A filter on stories as SQL over the story `n`. It knows two truths only: what a story does not say meets no condition. */
import type { SearchQuery } from '../../domain/search-query';
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import { matchingKeys, matchValue } from '../searching/matches';
import type { Reference, ReferenceSet, RelationArguments, StoryFilter } from './selection';

/** Takes a value that is read from a run's arguments, and gives its placeholder. */
export type Bind = (read: (run: RelationArguments) => SqlValue) => string;

/** Finds the filter that a condition came from in the arguments of any run of the same shape. */
type FilterAt = (run: RelationArguments) => StoryFilter | null | undefined;

const TIES = {
  topics: { table: 'storyTopic', noun: 'topic' },
  outlets: { table: 'storyOutlet', noun: 'outlet' },
  questions: { table: 'storyQuestion', noun: 'question' },
} as const;
type Tie = keyof typeof TIES;

const NO_WORDS: SearchQuery = { terms: [], excluded: [] };

/**
 * The conditions of a filter, all of which must hold.
 * Their text depends on the filter's `storyFilterShape` alone; values are bound, and read where the filter stands in the run.
 */
export class StoryConditions {
  /**
   * @param key of the story, where it is looked for among the stories of topics, outlets, questions or words.
   * @param isWalked stories are gone through until some are found: each is asked for its ties, so that not all ties of a
   * hot topic are read first.
   */
  constructor(
    private readonly bind: Bind,
    private readonly dialect: Dialect,
    private readonly key = 'n."key"',
    private readonly isWalked = false,
  ) {}

  of(filter: StoryFilter, at: FilterAt = (run) => run.filter): string[] {
    const ties = (Object.keys(TIES) as Tie[]).flatMap((tie) => this.tie(tie, filter, at));
    return [...ties, ...this.ownColumns(filter, at), ...this.compositions(filter, at)];
  }

  /** The ties that a filter rests on (see `restsOnTies`), as SELECTs of this column: every story that it lets through has one of them. */
  ties(filter: StoryFilter, at: FilterAt = (run) => run.filter, column: 'storyKey' | 'storyId' = 'storyKey'): string[] {
    const own = ownTies(filter);
    if (own !== null) {
      const [tie, part] = own;
      const { table, noun } = TIES[tie];
      const keys = keysOf(noun, (run) => at(run)?.[tie]?.[part] ?? [], this.bind, this.dialect);
      return [`SELECT f."${column}" FROM "${table}" f WHERE ${this.dialect.among(`f."${noun}Key"`, keys)}`];
    }
    const place = filter.and?.findIndex(restsOnTies) ?? -1;
    const member = filter.and?.[place];
    if (member !== undefined) return this.ties(member, (run) => at(run)?.and?.[place], column);
    return (filter.or ?? []).flatMap((each, index) => this.ties(each, (run) => at(run)?.or?.[index], column));
  }

  private tie(tie: Tie, filter: StoryFilter, at: FilterAt): string[] {
    const { table, noun } = TIES[tie];
    const set = filter[tie];
    const referencesIn = (part: keyof ReferenceSet) => (run: RelationArguments) => at(run)?.[tie]?.[part] ?? [];
    const isTied = (part: keyof ReferenceSet): string => {
      const isOfThese = this.dialect.among(`f."${noun}Key"`, keysOf(noun, referencesIn(part), this.bind, this.dialect));
      const tied = `"${table}" f WHERE ${isOfThese}`;
      if (this.isWalked) return `(SELECT true FROM ${tied} AND f."storyKey" = ${this.key} LIMIT 1) IS ${part === 'none' ? 'NOT TRUE' : 'TRUE'}`;
      return `${this.key} ${part === 'none' ? 'NOT IN' : 'IN'} (SELECT f."storyKey" FROM ${tied})`;
    };
    const conditions: string[] = [];
    if (set?.any) conditions.push(isTied('any'));
    if (set?.none) conditions.push(isTied('none'));
    if (set?.all) {
      const wanted = referenceRows(referencesIn('all'), this.bind, this.dialect);
      // SQLite takes the tables of a CROSS JOIN from left to right: begun at the node, it would read all its ties for each story.
      conditions.push(
        `NOT EXISTS (SELECT 1 FROM ${wanted} WHERE NOT EXISTS (SELECT 1 FROM "${table}" f CROSS JOIN "${noun}" t ` +
          `WHERE f."storyKey" = n."key" AND t."key" = f."${noun}Key" AND (t."id" = r."id" OR t."slug" = r."slug")))`,
      );
    }
    return conditions;
  }

  private ownColumns(filter: StoryFilter, at: FilterAt): string[] {
    const conditions: string[] = [];
    for (const instant of ['publishedAt', 'updatedAt'] as const) {
      if (filter[instant]?.from) conditions.push(`n."${instant}" >= ${this.bind((run) => at(run)?.[instant]?.from ?? null)}`);
      if (filter[instant]?.to) conditions.push(`n."${instant}" < ${this.bind((run) => at(run)?.[instant]?.to ?? null)}`);
    }
    if (filter.language) {
      conditions.push(`n."language" IN ${this.dialect.texts(this.bind((run) => JSON.stringify(at(run)?.language ?? [])))}`);
    }
    if (typeof filter.minOutlets === 'number') {
      conditions.push(`n."outletCount" >= ${this.bind((run) => at(run)?.minOutlets ?? 0)}`);
    }
    if (typeof filter.hasQuestions === 'boolean') {
      conditions.push(filter.hasQuestions ? 'n."questionCount" > 0' : 'n."questionCount" = 0');
    }
    if (filter.text) conditions.push(this.text(at));
    return conditions;
  }

  private text(at: FilterAt): string {
    const query = this.bind((run) => matchValue(at(run)?.text ?? NO_WORDS, this.dialect));
    return `${this.key} IN ${matchingKeys('Story', query, this.dialect)}`;
  }

  /** What a filter within the filter sets. A comparison with a NULL column is unknown in SQL, and under `NOT` would stay so. */
  private compositions(filter: StoryFilter, at: FilterAt): string[] {
    const conditions: string[] = [];
    if (filter.and) conditions.push(...filter.and.map((each, place) => this.whole(each, (run) => at(run)?.and?.[place])));
    if (filter.or) {
      const members = filter.or.map((each, place) => this.whole(each, (run) => at(run)?.or?.[place]));
      conditions.push(members.length === 0 ? 'false' : `(${members.join(' OR ')})`);
    }
    if (filter.not) conditions.push(`${this.whole(filter.not, (run) => at(run)?.not)} IS NOT TRUE`);
    return conditions;
  }

  private whole(filter: StoryFilter, at: FilterAt): string {
    const conditions = this.of(filter, at);
    return conditions.length === 0 ? 'true' : `(${conditions.join(' AND ')})`;
  }
}

/** Whether a filter lets only such stories through as are tied to some of the nodes that it names. */
export function restsOnTies(filter: StoryFilter): boolean {
  const { and, or } = filter;
  return ownTies(filter) !== null || and?.some(restsOnTies) === true || (or != null && or.length > 0 && or.every(restsOnTies));
}

function ownTies(filter: StoryFilter): readonly [tie: Tie, part: 'any' | 'all'] | null {
  for (const tie of Object.keys(TIES) as Tie[]) {
    if (filter[tie]?.any) return [tie, 'any'];
    // Every story has all of no nodes.
    if (filter[tie]?.all?.length) return [tie, 'all'];
  }
  return null;
}

/** Names the conditions that a filter sets: filters with equal names have the same SQL. */
export function storyFilterShape(filter: StoryFilter): string {
  const names: string[] = [];
  for (const [name, value] of Object.entries(filter) as [keyof StoryFilter, unknown][]) {
    if (value === null || value === undefined) continue;
    names.push(`${name}${partShape(filter, name)}`);
  }
  return names.join(',');
}

function partShape(filter: StoryFilter, name: keyof StoryFilter): string {
  switch (name) {
    case 'topics':
    case 'outlets':
    case 'questions':
    case 'publishedAt':
    case 'updatedAt':
      return `(${Object.entries(filter[name] ?? {}).flatMap(([part, value]: [string, unknown]) => (value == null ? [] : [isEmpty(value) ? `${part}0` : part])).join(',')})`;
    case 'hasQuestions':
      return `=${filter.hasQuestions}`;
    case 'and':
    case 'or':
      // An empty list is not a list of an empty filter.
      return (filter[name] ?? []).map((each) => `(${storyFilterShape(each)})`).join('');
    case 'not':
      return `(${storyFilterShape(filter.not ?? {})})`;
    case 'language':
    case 'minOutlets':
    case 'text':
      return '';
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The keys of the nodes that the references name, as a subquery; unknown ones name none. */
export function keysOf(
  noun: string,
  references: (run: RelationArguments) => readonly Reference[],
  bind: Bind,
  dialect: Dialect,
): string {
  return `(SELECT t."key" FROM ${referenceRows(references, bind, dialect)} JOIN "${noun}" t ON t."id" = r."id" OR t."slug" = r."slug")`;
}

function referenceRows(references: (run: RelationArguments) => readonly Reference[], bind: Bind, dialect: Dialect): string {
  return dialect.rows(
    bind((run) => JSON.stringify(references(run).map(idAndSlug))),
    { id: 'text', slug: 'text' },
    'r',
  );
}

function idAndSlug(reference: Reference): { id: string | null; slug: string | null } {
  return 'id' in reference ? { id: reference.id, slug: null } : { id: null, slug: reference.slug };
}
