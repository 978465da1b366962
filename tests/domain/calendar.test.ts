import fc from 'fast-check';
import { INTERVALS, intervalOf, intervalsIn, startBefore } from '../../src/domain/calendar';

const day = (date: Date) => date.toISOString().slice(0, 10);

describe('calendar', () => {
  it.each([
    ['DAY', '2024-02-29T23:59:59.999Z', '2024-02-29', '2024-03-01'],
    ['WEEK', '2026-03-01T12:00:00.000Z', '2026-02-23', '2026-03-02'],
    ['WEEK', '2026-03-02T00:00:00.000Z', '2026-03-02', '2026-03-09'],
    ['MONTH', '2025-12-31T00:00:00.000Z', '2025-12-01', '2026-01-01'],
    ['MONTH', '0050-03-05T00:00:00.000Z', '0050-03-01', '0050-04-01'],
  ] as const)('finds the %s of %s', (interval, instant, start, end) => {
    const period = intervalOf(interval, new Date(instant));
    expect([day(period.start), day(period.end)]).toEqual([start, end]);
  });

  it('counts back whole intervals', () => {
    const instant = new Date('2026-03-31T10:00:00Z');
    expect(INTERVALS.map((interval) => day(startBefore(interval, instant, 2)))).toEqual(['2026-03-29', '2026-03-16', '2026-01-01']);
  });

  it('parts any span without gaps into intervals that touch it', () => {
    const instants = fc.date({ min: new Date('0001-01-01'), max: new Date('9990-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...INTERVALS), fc.integer({ min: 1, max: 20_000_000_000 }), (start, interval, length) => {
        const span = { start, end: new Date(start.getTime() + length) };
        const periods = intervalsIn(interval, span, 400) ?? [];
        expect(periods[0]?.start.getTime()).toBeLessThanOrEqual(span.start.getTime());
        expect(periods.at(-1)?.end.getTime()).toBeGreaterThanOrEqual(span.end.getTime());
        expect(periods.at(-1)?.start.getTime()).toBeLessThan(span.end.getTime());
        periods.slice(1).forEach((period, place) => expect(period.start).toEqual(periods[place]?.end));
        if (interval === 'WEEK') for (const { start: monday } of periods) expect(monday.getUTCDay()).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it('gives none for more intervals than there may be', () => {
    const span = { start: new Date('2026-01-01'), end: new Date('2026-01-05') };
    expect(intervalsIn('DAY', span, 4)).toHaveLength(4);
    expect(intervalsIn('DAY', span, 3)).toBeNull();
  });
});
