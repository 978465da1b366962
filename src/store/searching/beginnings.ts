/**
 * Beginnings of words (`strik*`) on SQLite. FTS5 gathers all places of all words that begin so before it gives the first
 * match, while it follows single words from the newest node on and stops when that is enough. So a beginning is asked
 * for as the words that begin so, where these are few. They are looked up in the index's own vocabulary, a seek each.
 * Beginnings of two letters have thousands of words, and an index of their own; one letter is asked for as the beginnings
 * of two letters that begin so.
 */
import { NOUNS, type Noun } from '../../domain/identity';
import { FTS5_NOTHING, type MatchPiece } from './match-expression';
import { searchTable } from './search-index';

/** A beginning that more words have is left to FTS5: each word has a list of nodes to be opened. */
const MAX_WORDS = 64;
/** By so many of their first letters the indexes know all words; see the migration `ShortBeginnings`. */
const SHORT = 2;
/** After all words that go on from where it stands. */
const LAST_CHARACTER = 'char(1114111)';
/** Only so many beginnings of a query are spelled out: those of hardly any query are more. */
const MAX_BEGINNINGS = 8;

/**
 * Statements that make the vocabularies of the indexes readable, each a table of a connection's own that holds nothing.
 * https://www.sqlite.org/fts5.html#the_fts5vocab_virtual_table_module
 */
export const VOCABULARIES: readonly string[] = NOUNS.map(
  (noun) => `CREATE VIRTUAL TABLE temp.${vocabulary(noun)} USING fts5vocab('main', '${searchTable(noun)}', 'instance')`,
);

/** What a parameter holds from which `spelledOut` and `wordsOfBeginnings` make what they give. */
export function piecesValue(pieces: readonly MatchPiece[]): string {
  let left = MAX_BEGINNINGS;
  return JSON.stringify(
    pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const isPlain = [...piece.beginning].length === SHORT || (left -= 1) < 0;
      return isPlain ? { ...piece, isPlain } : piece;
    }),
  );
}

/** A table of the beginnings in the parameter: `beginning`, and `words` (of one letter, the beginnings of two) as JSON, NULL where they are too many. */
export function wordsOfBeginnings(noun: Noun, placeholder: string): string {
  const seek = (from: string): string => `(SELECT v."term" FROM temp.${vocabulary(noun)} v WHERE v."term" >= ${from} LIMIT 1)`;
  const beginsSo = `substr(w."term", 1, length(b."beginning")) = b."beginning"`;
  const isShortened = `length(b."beginning") < ${SHORT} AND length(w."term") >= ${SHORT}`;
  // No word goes on with the lowest of characters, so that the next word is the first that is not below.
  const next = `CASE WHEN ${isShortened} THEN substr(w."term", 1, ${SHORT}) || ${LAST_CHARACTER} ELSE w."term" || char(1) END`;
  const word = `CASE WHEN ${isShortened} THEN substr(w."term", 1, ${SHORT}) ELSE w."term" END`;
  const listed =
    `WITH RECURSIVE w("term") AS (SELECT ${seek('b."beginning"')} UNION ALL SELECT ${seek(next)} FROM w ` +
    `WHERE ${beginsSo} LIMIT ${MAX_WORDS + 1}) SELECT CASE WHEN count(*) <= ${MAX_WORDS} THEN json_group_array(${word}) END FROM w WHERE ${beginsSo}`;
  const beginnings =
    `SELECT DISTINCT value ->> 'beginning' AS "beginning" FROM json_each(${placeholder}) WHERE type = 'object' AND value ->> 'isPlain' IS NULL`;
  return `SELECT b."beginning" AS "beginning", (${listed}) AS "words" FROM (${beginnings}) b`;
}

/**
 * The query in the parameter as an expression for MATCH.
 * @param words the name of a table that `wordsOfBeginnings` gave of this query or of one with more in it.
 */
export function spelledOut(placeholder: string, words: string): string {
  const isShortened = `length(k."beginning") < ${SHORT} AND length(o.value) = ${SHORT}`;
  const alternatives =
    `SELECT group_concat('"' || (piece.value ->> 'before') || o.value || CASE WHEN ${isShortened} THEN '" *' ELSE '"' END, ' OR ') ` +
    `FROM json_each(k."words") o`;
  const found =
    `SELECT CASE WHEN k."words" = '[]' THEN '${FTS5_NOTHING}' WHEN k."words" IS NOT NULL THEN '(' || (${alternatives}) || ')' END ` +
    `FROM ${words} k WHERE k."beginning" = piece.value ->> 'beginning' AND piece.value ->> 'isPlain' IS NULL`;
  const plain = `'"' || (piece.value ->> 'before') || (piece.value ->> 'beginning') || '" *'`;
  return (
    `(SELECT group_concat(CASE piece.type WHEN 'text' THEN piece.atom ELSE coalesce((${found}), ${plain}) END, '' ORDER BY piece.key) ` +
    `FROM json_each(${placeholder}) piece)`
  );
}

/** The same where no such table is at hand. */
export function spelledOutAlone(noun: Noun, placeholder: string): string {
  return `(WITH y AS MATERIALIZED (${wordsOfBeginnings(noun, placeholder)}) SELECT ${spelledOut(placeholder, 'y')})`;
}

function vocabulary(noun: Noun): string {
  return `"${noun.toLowerCase()}Vocabulary"`;
}
