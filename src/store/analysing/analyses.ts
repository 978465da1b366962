/** Figures that are computed over many stories at once; each is one statement, whatever the number of its keys. */
import type { SqlValue } from '../database/database';
import type { Dialect } from '../database/dialect';
import type { Reference } from '../reading/selection';
import { comparisonStatement, type ComparedOutletRow } from './outlet-comparison';
import { risingTopicsStatement, type RisingTopic } from './rising-topics';
import { volumeStatement } from './topic-volume';

/** Instants as the store has them; from inclusive, to exclusive. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

export interface Analyses {
  /** How many stories of each topic lie in each of the spans. */
  topicVolumes(topicKeys: readonly number[], spans: readonly Span[]): Promise<number[][]>;

  /** The topics of the newest stories in a span, with their stories there and in a past that ends where it begins. */
  risingTopics(span: Span, pastStart: string): Promise<{ readonly topics: readonly RisingTopic[]; readonly oldest: string | null }>;

  /** The outlets and topics that references name, by their keys; null for those that are not there. */
  comparedOutlets(outlets: readonly Reference[], topic: Reference | null): Promise<ComparedOutletRow[]>;
}

/** PostgreSQL's driver gives counts as texts. */
type Count = number | string;
type Counted<Row> = { readonly [Column in keyof Row]: Row[Column] extends number ? Count : Row[Column] };

/** Runs one SELECT. */
export type Read = <Row extends object>(sql: string, parameters: SqlValue[]) => Promise<Row[]>;

export class SqlAnalyses implements Analyses {
  constructor(
    private readonly dialect: Dialect,
    private readonly read: Read,
  ) {}

  async topicVolumes(topicKeys: readonly number[], spans: readonly Span[]): Promise<number[][]> {
    const counts = topicKeys.map(() => spans.map(() => 0));
    const rows = await this.read<{ topic: number; span: number; stories: Count }>(volumeStatement(this.dialect), [
      JSON.stringify(topicKeys.map((key) => ({ key }))),
      JSON.stringify(spans),
    ]);
    for (const { topic, span, stories } of rows) counts[topic]?.splice(span, 1, Number(stories));
    return counts;
  }

  async risingTopics(span: Span, pastStart: string) {
    const rows = await this.read<Counted<RisingTopic> & { oldest: string | null }>(risingTopicsStatement(this.dialect), [span.start, span.end, pastStart]);
    const topics = rows.map(({ id, slug, storyCount, pastCount }) => ({ id, slug, storyCount: Number(storyCount), pastCount: Number(pastCount) }));
    return { topics, oldest: rows[0]?.oldest ?? null };
  }

  comparedOutlets(outlets: readonly Reference[], topic: Reference | null): Promise<ComparedOutletRow[]> {
    const given = [...outlets, ...(topic === null ? [] : [topic])].map((reference, place) => ({
      noun: place < outlets.length ? 'outlet' : 'topic',
      id: 'id' in reference ? reference.id : null,
      slug: 'slug' in reference ? reference.slug : null,
    }));
    return this.read<ComparedOutletRow>(comparisonStatement(this.dialect), [JSON.stringify(given)]);
  }
}
