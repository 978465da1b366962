/** Where the subject of a sentence may begin. */
import type { Word } from './words';

/** Words that a sentence opens with before its subject comes. */
const CONNECTIVES: ReadonlySet<string> = new Set(
  (
    'additionally also although and as but conversely elsewhere finally furthermore here however indeed instead later ' +
    'likewise meanwhile moreover nevertheless nonetheless notably similarly so still then though thus while yet'
  ).split(' '),
);

/** An opening phrase longer than this is a clause with a subject of its own. */
const LONGEST_OPENING = 8;

/** The first word, the one behind a connective, and the one behind an opening phrase and its comma. */
export function subjectStarts(words: readonly Word[]): number[] {
  const starts = [0];
  if (CONNECTIVES.has(words[0]?.folded ?? '')) starts.push(1);
  const opening = words.slice(0, LONGEST_OPENING + 1);
  const comma = opening.findIndex((word, index) => index > 0 && word.gap.includes(','));
  if (comma > 0 && !starts.includes(comma)) starts.push(comma);
  return starts;
}
