/** Conditions on the rows of a relation, compiled to SQL in this one place. */
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import type { Reference, ReferenceSet, RelationArguments, StoryFilter } from './selection';

/** Takes a value that is read from a run's arguments, and gives its placeholder. */
export type Bind = (read: (run: RelationArguments) => SqlValue, type?: 'text' | 'integer') => string;

/**
 * The conditions that a run's filters set, over the node `n`.
 * Which conditions there are depends on `conditionsOf(run)` alone; their values are bound.
 */
export function filterConditions(run: RelationArguments, bind: Bind, dialect: Dialect): string[] {
  const conditions: string[] = [];
  if (run.collective !== null) conditions.push(`n."isCollective" = ${run.collective}`);
  if (run.outlet !== null) {
    const outlets = keysOf('outlet', (of) => (of.outlet === null ? [] : [of.outlet]), bind, dialect);
    conditions.push(
      `EXISTS (SELECT 1 FROM "perspectiveOutlet" f WHERE f."perspectiveKey" = n."key" AND f."outletKey" IN ${outlets})`,
    );
  }
  if (run.filter !== null) conditions.push(...storyConditions(run.filter, bind, dialect));
  return conditions;
}

/** Names the conditions that a run sets: runs with equal names share a statement. */
export function conditionsOf(run: RelationArguments): string {
  const { collective, outlet, filter } = run;
  return `${collective}|${outlet === null ? '' : 'outlet'}|${filter === null ? '' : namesIn(filter)}`;
}

function namesIn(filter: object): string {
  const names: string[] = [];
  for (const [name, value] of Object.entries(filter) as [string, unknown][]) {
    if (value === null || value === undefined) continue;
    const isSet = typeof value === 'object' && !Array.isArray(value);
    names.push(isSet ? `${name}(${namesIn(value)})` : name);
  }
  return names.join(',');
}

const TIES = {
  topics: { table: 'storyTopic', noun: 'topic' },
  outlets: { table: 'storyOutlet', noun: 'outlet' },
  questions: { table: 'storyQuestion', noun: 'question' },
} as const;
type Tie = keyof typeof TIES;

function storyConditions(filter: StoryFilter, bind: Bind, dialect: Dialect): string[] {
  const conditions = (Object.keys(TIES) as Tie[]).flatMap((tie) => tieConditions(tie, filter, bind, dialect));
  for (const instant of ['publishedAt', 'updatedAt'] as const) {
    if (filter[instant]?.from) conditions.push(`n."${instant}" >= ${bind((run) => run.filter?.[instant]?.from ?? null)}`);
    if (filter[instant]?.to) conditions.push(`n."${instant}" < ${bind((run) => run.filter?.[instant]?.to ?? null)}`);
  }
  if (filter.language) {
    const languages = dialect.values(bind((run) => JSON.stringify(run.filter?.language ?? [])), 'f');
    conditions.push(`n."language" IN (SELECT f."value" FROM ${languages})`);
  }
  if (typeof filter.minOutlets === 'number') {
    conditions.push(`n."outletCount" >= ${bind((run) => run.filter?.minOutlets ?? 0, 'integer')}`);
  }
  return conditions;
}

function tieConditions(tie: Tie, filter: StoryFilter, bind: Bind, dialect: Dialect): string[] {
  const { table, noun } = TIES[tie];
  const set = filter[tie];
  const referencesIn = (part: keyof ReferenceSet) => (run: RelationArguments) => run.filter?.[tie]?.[part] ?? [];
  const storiesOf = (part: keyof ReferenceSet) =>
    `(SELECT f."storyKey" FROM "${table}" f WHERE f."${noun}Key" IN ${keysOf(noun, referencesIn(part), bind, dialect)})`;
  const conditions: string[] = [];
  if (set?.any) conditions.push(`n."key" IN ${storiesOf('any')}`);
  if (set?.none) conditions.push(`n."key" NOT IN ${storiesOf('none')}`);
  if (set?.all) {
    const wanted = dialect.rows(
      bind((run) => JSON.stringify(referencesIn('all')(run).map(idAndSlug))),
      { id: 'text', slug: 'text' },
      'r',
    );
    conditions.push(
      `NOT EXISTS (SELECT 1 FROM ${wanted} WHERE NOT EXISTS (SELECT 1 FROM "${table}" f ` +
        `JOIN "${noun}" t ON t."key" = f."${noun}Key" ` +
        `WHERE f."storyKey" = n."key" AND (t."id" = r."id" OR t."slug" = r."slug")))`,
    );
  }
  return conditions;
}

/** The keys of the nodes that the references name, as a subquery; unknown ones name none. */
function keysOf(
  noun: string,
  references: (run: RelationArguments) => readonly Reference[],
  bind: Bind,
  dialect: Dialect,
): string {
  const list = dialect.rows(
    bind((run) => JSON.stringify(references(run).map(idAndSlug))),
    { id: 'text', slug: 'text' },
    'r',
  );
  return `(SELECT t."key" FROM ${list} JOIN "${noun}" t ON t."id" = r."id" OR t."slug" = r."slug")`;
}

function idAndSlug(reference: Reference): { id: string | null; slug: string | null } {
  return 'id' in reference ? { id: reference.id, slug: null } : { id: null, slug: reference.slug };
}
