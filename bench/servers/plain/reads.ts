/** The reads of one request: a DataLoader a relation and page size, one hand-written statement a batch. */
import DataLoader from 'dataloader';
import type { BenchmarkDatabase, Row, SqlValue } from '../database';
import { pagesText, type PagedRelation } from './pages';

const STORY = columns('s', 'key', 'id', 'slug', 'title', 'publishedAt', 'orderedAt', 'summary', 'analysis', 'coverage', 'background');
const PERSPECTIVE = columns('p', 'key', 'id', 'storyKey', 'headline', 'text', 'url', 'publishedAt');
const TOPIC = columns('t', 'key', 'id', 'slug', 'name', 'description');
const OUTLET = columns('o', 'key', 'id', 'slug', 'name');

function columns(alias: string, ...names: string[]): string {
  return names.map((name) => `${alias}."${name}"`).join(', ');
}

const PAGED = {
  perspectivesOfStory: {
    columns: PERSPECTIVE,
    tie: '"perspective" e',
    parent: 'storyKey',
    carried: ['key', 'position'],
    order: 'e."position"',
    join: 'JOIN "perspective" p ON p."key" = e."key"',
  },
  questionsOfStory: {
    columns: 'e."intro", e."answer", q."id", q."slug", q."title"',
    tie: '"storyQuestion" e',
    parent: 'storyKey',
    carried: ['questionKey', 'position', 'intro', 'answer'],
    order: 'e."position"',
    join: 'JOIN "question" q ON q."key" = e."questionKey"',
  },
  topicsOfStory: {
    columns: TOPIC,
    tie: '"storyTopic" e',
    parent: 'storyKey',
    carried: ['topicKey', 'position'],
    order: 'e."position"',
    join: 'JOIN "topic" t ON t."key" = e."topicKey"',
  },
  storiesOfTopic: {
    columns: STORY,
    tie: '"storyTopic" e',
    parent: 'topicKey',
    carried: ['storyKey', 'orderedAt', 'storyId'],
    where: 'e."isRepeat" = false',
    order: 'e."orderedAt" DESC, e."storyId" DESC',
    join: 'JOIN "story" s ON s."key" = e."storyKey"',
  },
  perspectivesOfOutlet: {
    columns: PERSPECTIVE,
    tie: '"perspectiveOutlet" e',
    parent: 'outletKey',
    carried: ['perspectiveKey', 'orderedAt', 'perspectiveId'],
    where: 'e."isRepeat" = false AND e."isCollective" = false',
    order: 'e."orderedAt" DESC, e."perspectiveId" DESC',
    join: 'JOIN "perspective" p ON p."key" = e."perspectiveKey"',
  },
} as const satisfies Readonly<Record<string, PagedRelation>>;

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
    return this.pages('perspectivesOfStory', first);
  }

  questionsOfStory(first: number): RowsByKey {
    return this.pages('questionsOfStory', first);
  }

  topicsOfStory(first: number): RowsByKey {
    return this.pages('topicsOfStory', first);
  }

  storiesOfTopic(first: number): RowsByKey {
    return this.pages('storiesOfTopic', first);
  }

  perspectivesOfOutlet(first: number): RowsByKey {
    return this.pages('perspectivesOfOutlet', first);
  }

  private pages(name: keyof typeof PAGED, first: number): RowsByKey {
    let loader = this.loaders.get(`${name} ${first}`);
    if (loader === undefined) {
      loader = new DataLoader((keys) => this.grouped(keys, pagesText(this.database, PAGED[name]), [first]));
      this.loaders.set(`${name} ${first}`, loader);
    }
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
