import type { Dialect } from '../database/dialect';

/**
 * The stories of topics by spans of time. A count a span is a range of one index: grouping by a part of the instant
 * would sort all stories of the topic.
 */
export function volumeStatement(dialect: Dialect): string {
  const topics = dialect.rows(dialect.parameter(1), { key: 'integer' }, 'k');
  const spans = dialect.rows(dialect.parameter(2), { start: 'text', end: 'text' }, 's');
  const stories =
    'SELECT count(*) FROM "storyTopic" e WHERE e."topicKey" = k."key" AND e."isRepeat" = false ' +
    'AND e."orderedAt" >= s."start" AND e."orderedAt" < s."end"';
  return `SELECT k."place" AS "topic", s."place" AS "span", (${stories}) AS "stories" FROM ${topics} CROSS JOIN ${spans}`;
}
