/** Calendar intervals in UTC: days, weeks that begin on Monday (ISO 8601), months. */

export const INTERVALS = ['DAY', 'WEEK', 'MONTH'] as const;
export type Interval = (typeof INTERVALS)[number];

/** From inclusive, to exclusive. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** The interval that an instant lies in. */
export function intervalOf(interval: Interval, instant: Date): Period {
  const [year, month, day] = [instant.getUTCFullYear(), instant.getUTCMonth(), instant.getUTCDate()];
  if (interval === 'MONTH') return { start: utc(year, month, 1), end: utc(year, month + 1, 1) };
  const first = interval === 'DAY' ? day : day - ((instant.getUTCDay() + 6) % 7);
  return { start: utc(year, month, first), end: utc(year, month, first + (interval === 'DAY' ? 1 : 7)) };
}

/** The start of the interval that lies so many intervals before the one of the instant. */
export function startBefore(interval: Interval, instant: Date, count: number): Date {
  const { start } = intervalOf(interval, instant);
  const [year, month, day] = [start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate()];
  return interval === 'MONTH' ? utc(year, month - count, 1) : utc(year, month, day - count * (interval === 'DAY' ? 1 : 7));
}

/** The whole intervals that a span of time touches, oldest first; null where there are more than `most`. */
export function intervalsIn(interval: Interval, { start, end }: Period, most: number): Period[] | null {
  const periods: Period[] = [];
  for (let next = start; next < end; ) {
    if (periods.length === most) return null;
    const period = intervalOf(interval, next);
    periods.push(period);
    next = period.end;
  }
  return periods;
}

/** Date.UTC would take the years 0 to 99 for those of the last century. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
}
