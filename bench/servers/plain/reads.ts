/** The reads of one request: a DataLoader a relation and page size, one hand-written statement a batch. */
import DataLoader from 'dataloader';
import type { BenchmarkDatabase, Row, SqlValue } from '../database';

const STORY = columns('s', 'key', 'id', 'slug', 'title', 'publishedAt', 'orderedAt', 'summary', 'analysis', 'coverage', 'background');
const PERSPECTIVE = columns('p', 'key', 'id', 'storyKey', 'headline', 'text', 'url', 'publishedAt');
const TOPIC = columns('t', 'key', 'id', 'slug', 'name', 'description');
const OUTLET = columns('o', 'key', 'id', 'slug', 'name');

function columns(alias: string, ...names: string[]): string {
  return names.map((name) => `${alias}."${name}"`).join(', ');
}

type RowsByKey = DataLoader<number, readonly Row[]>;

/** The newest stories, and what the page's info needs. */
export interface StoryPage {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export class Reads {
  readonly storyByKey = new DataLoader<number, Row>((keys) => this.storiesByKey(keys));
  readonly outletsOfPerspective: RowsByKey = new DataLoader((keys) => this.outlets(keys));
  private readonly loaders = new Map<string, RowsByKey>();

  constructor(private readonly database: BenchmarkDatabase) {}

  async nodeBySlug(noun: 'story' | 'topic' | 'outlet', slug: string): Promise<Row | null> {
    const wanted = { story: STORY, topic: TOPIC, outlet: OUTLET }[noun];
    const alias = { story: 's', topic: 't', outlet: 'o' }[noun];
    const [row] = await this.database.all(`SELECT ${wanted} FROM "${noun}" ${alias} WHERE ${alias}."slug" = $1`, [slug]);
    return row ?? null;
  }

  async newestStories(first: number, after: readonly [string, string] | null): Promise<StoryPage> {
    const beyond = after === null ? '' : 'WHERE (s."orderedAt", s."id") < ($2, $3)';
    const rows = await this.database.all(
      // SQLite would compile the statement again for each value of a parameter that is a limit by itself.
      `SELECT ${STORY} FROM "story" s ${beyond} ORDER BY s."orderedAt" DESC, s."id" DESC LIMIT $1 + 0`,
      [first + 1, ...(after ?? [])],
    );
    return { rows: rows.slice(0, first), hasNextPage: rows.length > first, hasPreviousPage: after !== null && (await this.isThere(after)) };
  }

  perspectivesOfStory(first: number): RowsByKey {
    return this.pages(`story perspectives ${first}`, first, () =>
      `SELECT r.* FROM (SELECT ${PERSPECTIVE}, p."storyKey" AS "parent", ` +
      'row_number() OVER (PARTITION BY p."storyKey" ORDER BY p."position") AS "rank" ' +
      `FROM "perspective" p WHERE p."storyKey" ${this.database.anyOf(1)}) r WHERE r."rank" <= $2 ORDER BY r."parent", r."rank"`,
    );
  }

  questionsOfStory(first: number): RowsByKey {
    return this.pages(`story questions ${first}`, first, () =>
      'SELECT r.* FROM (SELECT e."intro", e."answer", q."id", q."slug", q."title", e."storyKey" AS "parent", ' +
      'row_number() OVER (PARTITION BY e."storyKey" ORDER BY e."position") AS "rank" FROM "storyQuestion" e ' +
      `JOIN "question" q ON q."key" = e."questionKey" WHERE e."storyKey" ${this.database.anyOf(1)}) r ` +
      'WHERE r."rank" <= $2 ORDER BY r."parent", r."rank"',
    );
  }

  topicsOfStory(first: number): RowsByKey {
    return this.pages(`story topics ${first}`, first, () =>
      `SELECT r.* FROM (SELECT ${TOPIC}, e."storyKey" AS "parent", ` +
      'row_number() OVER (PARTITION BY e."storyKey" ORDER BY e."position") AS "rank" FROM "storyTopic" e ' +
      `JOIN "topic" t ON t."key" = e."topicKey" WHERE e."storyKey" ${this.database.anyOf(1)}) r ` +
      'WHERE r."rank" <= $2 ORDER BY r."parent", r."rank"',
    );
  }

  storiesOfTopic(first: number): RowsByKey {
    return this.pages(`topic stories ${first}`, first, () =>
      `SELECT ${STORY}, r."parent" FROM (SELECT e."storyKey", e."topicKey" AS "parent", ` +
      'row_number() OVER (PARTITION BY e."topicKey" ORDER BY e."orderedAt" DESC, e."storyId" DESC) AS "rank" ' +
      `FROM "storyTopic" e WHERE e."topicKey" ${this.database.anyOf(1)} AND e."isRepeat" = false) r ` +
      'JOIN "story" s ON s."key" = r."storyKey" WHERE r."rank" <= $2 ORDER BY r."parent", r."rank"',
    );
  }

  perspectivesOfOutlet(first: number): RowsByKey {
    return this.pages(`outlet perspectives ${first}`, first, () =>
      `SELECT ${PERSPECTIVE}, r."parent" FROM (SELECT e."perspectiveKey", e."outletKey" AS "parent", ` +
      'row_number() OVER (PARTITION BY e."outletKey" ORDER BY e."orderedAt" DESC, e."perspectiveId" DESC) AS "rank" ' +
      `FROM "perspectiveOutlet" e WHERE e."outletKey" ${this.database.anyOf(1)} AND e."isRepeat" = false AND e."isCollective" = false) r ` +
      'JOIN "perspective" p ON p."key" = r."perspectiveKey" WHERE r."rank" <= $2 ORDER BY r."parent", r."rank"',
    );
  }

  private pages(name: string, first: number, text: () => string): RowsByKey {
    let loader = this.loaders.get(name);
    if (loader === undefined) this.loaders.set(name, (loader = new DataLoader((keys) => this.grouped(keys, text(), [first]))));
    return loader;
  }

  private outlets(keys: readonly number[]): Promise<(readonly Row[])[]> {
    const text =
      `SELECT ${OUTLET}, e."perspectiveKey" AS "parent" FROM "perspectiveOutlet" e JOIN "outlet" o ON o."key" = e."outletKey" ` +
      `WHERE e."perspectiveKey" ${this.database.anyOf(1)} AND e."isRepeat" = false ORDER BY e."perspectiveKey", e."position"`;
    return this.grouped(keys, text, []);
  }

  private async storiesByKey(keys: readonly number[]): Promise<Row[]> {
    const text = `SELECT ${STORY} FROM "story" s WHERE s."key" ${this.database.anyOf(1)}`;
    const rows = new Map((await this.database.all(text, [this.database.list(keys)])).map((row) => [row['key'], row]));
    return keys.map((key) => {
      const row = rows.get(key);
      if (row === undefined) throw new Error(`There is no story ${key}.`);
      return row;
    });
  }

  private async grouped(keys: readonly number[], text: string, values: readonly SqlValue[]): Promise<(readonly Row[])[]> {
    const groups = new Map<unknown, Row[]>(keys.map((key) => [key, []]));
    for (const row of await this.database.all(text, [this.database.list(keys), ...values])) groups.get(row['parent'])?.push(row);
    return keys.map((key) => groups.get(key) ?? []);
  }

  private async isThere(cursor: readonly [string, string]): Promise<boolean> {
    const rows = await this.database.all('SELECT 1 AS "found" FROM "story" WHERE ("orderedAt", "id") >= ($1, $2) LIMIT 1', cursor);
    return rows.length > 0;
  }
}
