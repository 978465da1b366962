import type { Dialect } from '../database/dialect';

/** The node that a reference names; null keys and ids where there is none. */
export interface ComparedOutletRow {
  readonly noun: 'outlet' | 'topic';
  readonly key: number | null;
  readonly id: string | null;
}

/** The keys of outlets, and perhaps of a topic, in the order of their references. */
export function comparisonStatement(dialect: Dialect): string {
  const given = dialect.rows(dialect.parameter(1), { noun: 'text', id: 'text', slug: 'text' }, 'r');
  const of = (noun: 'outlet' | 'topic') => `"${noun}" ${noun} ON r."noun" = '${noun}' AND (${noun}."id" = r."id" OR ${noun}."slug" = r."slug")`;
  return (
    'SELECT r."noun" AS "noun", coalesce(outlet."key", topic."key") AS "key", coalesce(outlet."id", topic."id") AS "id" ' +
    `FROM ${given} LEFT JOIN ${of('outlet')} LEFT JOIN ${of('topic')} ORDER BY r."place"`
  );
}
