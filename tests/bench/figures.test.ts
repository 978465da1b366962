import { hottest, hottestPackages } from '../../bench/load/hottest';
import type { Outcome } from '../../bench/load/rounds';
import { median, percentile } from '../../bench/load/statistics';
import { figuresOf } from '../../bench/report';
import { readSettings } from '../../bench/settings';

describe('statistics', () => {
  it('find the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('find percentiles by nearest rank', () => {
    const values = Array.from({ length: 200 }, (_, place) => 200 - place);
    expect(percentile(values, 0.5)).toBe(100);
    expect(percentile(values, 0.99)).toBe(198);
    expect(percentile([7], 0.99)).toBe(7);
  });
});

describe('figuresOf', () => {
  const sample = (cpu: number) => ({ requests: 10, perSecond: 5, cpu, databaseCpu: 0, clientCpu: 0.1, latencies: [1, 2], bytes: 2_000 });
  const outcome: Outcome = {
    series: [
      { server: 'newsgraph', query: 'Q1', samples: [sample(1), sample(3), sample(2)], statementsARequest: 1 },
      { server: 'yoga', query: 'Q1', samples: [sample(2), sample(12), sample(2)], statementsARequest: 5 },
    ],
    memory: {},
  };

  it("divides the gateway's cost by another's round by round, since each round is measured side by side", () => {
    // When the rounds' ratios are 1/2, 1/4 and 1, their median is 1/2; that of the medians would be 1.
    expect(figuresOf(outcome).map(({ server, cpu, ratio }) => ({ server, cpu, ratio }))).toEqual([
      { server: 'newsgraph', cpu: 2, ratio: null },
      { server: 'yoga', cpu: 2, ratio: 0.5 },
    ]);
  });
});

describe('hottest', () => {
  const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0 });
  const profile = {
    nodes: [
      { id: 1, callFrame: frame('(idle)') },
      { id: 2, callFrame: frame('parse', 'file:///somewhere/node_modules/@apollo/server/dist/a.js') },
      { id: 3, callFrame: frame('write') },
      { id: 4, callFrame: frame('parse', 'file:///somewhere/node_modules/@apollo/server/dist/a.js') },
      { id: 5, callFrame: frame('read', '/somewhere/node_modules/.cache/newsgraph-bench/build-x1/src/store/b.js') },
    ],
    samples: [5, 1, 2, 3, 4],
    timeDeltas: [100, 900, 30, 40, 30],
  };

  it('shares out the busy time among functions, wherever they were called from', () => {
    expect(hottest(profile, 2)).toEqual([' 50.0 %  read src/store/b.js:1', ' 30.0 %  parse @apollo/server/dist/a.js:1']);
  });

  it('passes over the beginning when told to', () => {
    expect(hottest(profile, 5, 100)).toEqual([' 60.0 %  parse @apollo/server/dist/a.js:1', ' 40.0 %  write']);
  });

  it('shares it out among packages and rooms', () => {
    expect(hottestPackages(profile, 5)).toEqual([' 50.0 %  src/store', ' 30.0 %  @apollo/server', ' 20.0 %  native code and compiled operations']);
  });
});

describe('readSettings', () => {
  it('has defaults for all', () => {
    expect(readSettings([], {})).toEqual({
      size: 2_000,
      rounds: 3,
      seconds: 4,
      concurrency: 16,
      queries: ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'],
      servers: ['newsgraph', 'limit', 'apollo', 'yoga', 'mercurius', 'bare'],
      json: null,
      postgresUrl: null,
    });
  });

  it.each([
    [['--size', 'many'], '--size is many; give a number above 0'],
    [['--rounds', '0'], '--rounds is 0; give a number above 0'],
    [['--queries', 'Q1,Q9'], '--queries has Q9; give some of Q1,Q2,Q3,Q4,Q5,Q6'],
    [['--servers', 'nginx'], '--servers has nginx; give some of newsgraph,limit,apollo,yoga,mercurius,bare'],
    [['--database', 'oracle'], '--database is oracle; give sqlite or postgres'],
    [['--database', 'postgres'], 'set BENCH_POSTGRES_URL to a server where databases may be created'],
  ])('refuses %j', (argv, message) => {
    expect(() => readSettings(argv, {})).toThrow(message);
  });
});
