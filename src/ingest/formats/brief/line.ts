/** A brief as its lines: what each says, and the marks around it. */

/** One line that is not blank. */
export interface Line {
  /** Counts from 1. */
  readonly number: number;
  /** Without white space at either end; marks included. */
  readonly raw: string;
  /** Without a bullet and the marks of a heading (`## X`, `**X**`); equal to `raw` where there are none. */
  readonly heading: string;
  /** How many `#` open the line; 0 without, 7 for a line that is bold as a whole. */
  readonly level: number;
  /** The bullet that opens the line, or null. */
  readonly bullet: string | null;
  /** What follows the bullet; equal to `raw` without one. */
  readonly item: string;
}

/** The level of a line that is bold as a whole: below every `#` heading. */
export const BOLD_LEVEL = 7;

/** The lines of a text that are not blank and not mere rules (`-----`, `====`), in their order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  text.split(/\r\n|[\n\r\u2028\u2029\u0085]/).forEach((written, index) => {
    const raw = written.trim();
    if (raw !== '' && !isRule(raw)) lines.push(lineOf(raw, index + 1));
  });
  return lines;
}

/** A line drawn across the page, as Markdown has it; no word is lost with it. */
function isRule(raw: string): boolean {
  return /^(?:[-_=*–—]\s*){3,}$/.test(raw);
}

function lineOf(raw: string, number: number): Line {
  const bullet = BULLET.exec(raw)?.[1] ?? null;
  const item = bullet === null ? raw : raw.slice(bullet.length).trim();
  const hashes = /^#{1,6}(?=\s|$)/.exec(item)?.[0].length ?? 0;
  const unhashed = hashes === 0 ? item : withoutTrailing('#', item.slice(hashes)).trim();
  const wrap = wrapOf(unhashed);
  return {
    number,
    raw,
    heading: unhashed.slice(wrap, unhashed.length - wrap).trim(),
    level: hashes === 0 && wrap > 0 ? BOLD_LEVEL : hashes,
    bullet,
    item,
  };
}

/** A dash is a bullet only on its own or before a space: `-5 degrees` opens no item. */
const BULLET = /^([-–—*+•◦‣▪●∙·]|\d{1,3}[.)])(?=\s|$)/u;

/** The length of the emphasis marks around the whole text: 2 for `**X**`, 1 for `_X_`, 0 without. */
function wrapOf(text: string): number {
  const mark = /^(?:\*\*|__|\*|_)(?=\S)/.exec(text)?.[0];
  if (mark === undefined || text.length <= 2 * mark.length || !text.endsWith(mark)) return 0;
  return text.slice(mark.length, -mark.length).includes(mark) ? 0 : mark.length;
}

function withoutTrailing(character: string, text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === character) end -= 1;
  return text.slice(0, end);
}
