/** What stands before the first heading: a title, a date, an address. */
import type { Line } from './line';

/** What the lines before the first heading say of the brief itself. */
export interface Preamble {
  readonly title: string | null;
  /** ISO 8601 in UTC; a date without a time is midnight. */
  readonly publishedAt: string | null;
  readonly url: string | null;
  /** The lines that are no title: kept as text. */
  readonly rest: readonly Line[];
}

const LONGEST_TITLE = 200;

/** Reads the lines before the first heading. */
export function readPreamble(lines: readonly Line[]): Preamble {
  const first = lines[0];
  const title = first !== undefined && isTitle(first) ? first.heading : null;
  const rest = title === null ? lines : lines.slice(1);
  return {
    title,
    publishedAt: firstOf(rest, ({ raw }) => dateOf(raw)),
    url: firstOf(rest, ({ raw }) => /^(?:(?:url|source|link)\s*:\s*)?(https?:\/\/\S+)$/i.exec(raw)?.[1] ?? null),
    rest,
  };
}

/** One line, short, no sentence with a full stop, no date or address. */
function isTitle(line: Line): boolean {
  if (line.bullet !== null || line.heading.length > LONGEST_TITLE || dateOf(line.raw) !== null) return false;
  return (
    !/^https?:|[.;,:。]["”’»)]*$/i.test(line.heading) &&
    !/^(?:by|published|updated|posted|date|source|url|link)\b\s*:?\s/i.test(line.heading)
  );
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LABEL = '(?:published|posted|date|dated|publication date)(?: on| at)?\\s*:?\\s*';
const ISO = new RegExp(
  `^(?:${LABEL})?(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s?(Z|UTC|GMT|[+-]\\d{2}:\\d{2})?)?$`,
  'i',
);
const DAY_FIRST = new RegExp(
  `^(?:${LABEL})?(?:[a-z]{3,9},?\\s)?(\\d{1,2})(?:st|nd|rd|th)?\\s([a-z]{3,9})\\.?,?\\s(\\d{4})$`,
  'i',
);
const MONTH_FIRST = new RegExp(
  `^(?:${LABEL})?(?:[a-z]{3,9},?\\s)?([a-z]{3,9})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})$`,
  'i',
);

/** The date that a line states and nothing else, as ISO 8601 in UTC. Dates of digits alone but ISO are ambiguous: none. */
export function dateOf(line: string): string | null {
  if (line.length > 80) return null;
  const iso = ISO.exec(line);
  if (iso !== null)
    return instant(
      `${iso[1] ?? ''}T${iso[2] ?? '00:00'}${/^(?:utc|gmt)$/i.test(iso[3] ?? 'utc') ? 'Z' : (iso[3] ?? 'Z').toUpperCase()}`,
    );
  const dayFirst = DAY_FIRST.exec(line);
  if (dayFirst !== null) return calendarDate(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(line);
  return monthFirst === null ? null : calendarDate(monthFirst[3], monthFirst[1], monthFirst[2]);
}

function calendarDate(year = '', monthName = '', day = ''): string | null {
  const month =
    monthName.length < 3
      ? -1
      : MONTHS.findIndex(
          (name) =>
            name.startsWith(monthName.toLowerCase()) || (monthName.toLowerCase() === 'sept' && name === 'september'),
        );
  return month < 0 ? null : instant(`${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
}

function instant(text: string): string | null {
  const time = new Date(text);
  // 31 February rolls over instead of failing.
  if (Number.isNaN(time.getTime())) return null;
  return /T00:00(?::00)?Z$/.test(text) && time.toISOString().slice(0, 10) !== text.slice(0, 10)
    ? null
    : time.toISOString();
}

function firstOf<T>(lines: readonly Line[], read: (line: Line) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}
