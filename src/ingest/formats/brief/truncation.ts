/** Where a text stops before it ends. */

/** What closes behind the last mark of a sentence: quotes, brackets, emphasis. */
const CLOSERS: ReadonlySet<string> = new Set(Array.from('"\'”’»›“)]}*_】」』）'));

/** The marks that end a sentence, in the scripts that have their own. */
const TERMINATORS: ReadonlySet<string> = new Set(Array.from('.!?。！？．｡؟۔।॥։።'));

/** After these a sentence goes on. */
const OPEN_ABBREVIATION =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Gov|Sen|Rep|Lt|Sgt|Col|Capt|Rev|Hon|vs|e\.g|i\.e|approx)\.$/;

/**
 * Whether a text ends as a sentence does. An ellipsis at the very end is how a cut is marked, so it does not.
 * A text that was cut exactly behind a sentence cannot be told from a whole one.
 */
export function endsComplete(text: string): boolean {
  let end = text.length;
  while (end > 0 && isCloser(text[end - 1])) end -= 1;
  const last = text[end - 1] ?? '';
  if (!TERMINATORS.has(last)) return false;
  const tail = text.slice(Math.max(0, end - 12), end);
  return !tail.endsWith('..') && !OPEN_ABBREVIATION.test(tail);
}

function isCloser(character: string | undefined): boolean {
  return character !== undefined && (CLOSERS.has(character) || /\s/.test(character));
}
