/** Where a paragraph quotes. */

/** From the opening mark to behind the closing one. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

/** What closes the quote that a mark opens. German „ closes with “, Swedish ” with ”: both are taken. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['‘', '’'],
]);

/** Double quotes and ‘single’ ones, outermost only, in their order. A quote that is never closed is none. */
export function quotedSpans(paragraph: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let open: { start: number; closing: string } | null = null;
  for (const { index, 0: mark } of paragraph.matchAll(/["“”„«»‘’]/g)) {
    if (open !== null && open.closing.includes(mark) && closes(paragraph, index, mark)) {
      spans.push({ start: open.start, end: index + 1 });
      open = null;
    } else if ((open === null || mark === paragraph[open.start]) && opens(paragraph, index)) {
      // A second opening mark before any closing one: the first was a slip.
      const closing = CLOSING.get(mark);
      if (closing !== undefined) open = { start: index, closing };
    }
  }
  return spans;
}

function opens(paragraph: string, index: number): boolean {
  return !/[\p{L}\p{N}.,;:!?]/u.test(paragraph[index - 1] ?? ' ') && !/\s/.test(paragraph[index + 1] ?? ' ');
}

/** An apostrophe is no closing quote: `’` closes only at the end of a word. */
function closes(paragraph: string, index: number, mark: string): boolean {
  if (mark === '’') return !/[\p{L}\p{N}]/u.test(paragraph[index + 1] ?? ' ');
  return mark !== '"' || !/\s/.test(paragraph[index - 1] ?? ' ');
}
