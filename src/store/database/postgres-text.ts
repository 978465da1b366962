import type { SqlValue } from './database';

/** What PostgreSQL's texts cannot hold, as it is and as JSON writes it. */
const UNSTORABLE = /\0|\p{Surrogate}|\\u(?:0000|d[89a-f])/u;
const UNSTORABLE_CHARACTER = /\0|\p{Surrogate}/gu;
/** Escapes are taken one after another, so that a backslash which is itself escaped begins none. */
const JSON_ESCAPE = /\\(?:u[0-9a-f]{4}|.)/gs;
const UNSTORABLE_ESCAPE = /^\\u(?:0000|d[89a-f])/;
const REPLACEMENT = '\ufffd';

/**
 * A parameter of a read as PostgreSQL takes it. Its texts hold no NUL and no half of a surrogate pair: it would fail
 * the whole statement for one. Nothing that is stored there has any, so that a text with U+FFFD in their place finds the
 * same. Lists are JSON, as `JSON.stringify` writes it.
 */
export function searchable(value: SqlValue): SqlValue {
  if (typeof value !== 'string' || !UNSTORABLE.test(value)) return value;
  const text = value.replace(UNSTORABLE_CHARACTER, REPLACEMENT);
  if (!text.startsWith('[')) return text;
  return text.replace(JSON_ESCAPE, (escape) => (UNSTORABLE_ESCAPE.test(escape) ? REPLACEMENT : escape));
}
