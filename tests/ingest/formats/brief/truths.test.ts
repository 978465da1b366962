import { join } from 'node:path';
import { MEASURES, precisionOf, recallOf, scoreOf, sumOf, type Measure } from '../../../../scripts/brief-score/score';
import { truthsIn } from '../../../../scripts/brief-score/truth';
import { describeWithSharedData, sharedData } from '../../../support/shared-data';

const OWN = join(__dirname, '..', '..', '..', 'fixtures', 'briefs', 'expected');

/** The least precision and recall that is accepted. */
const LEAST: Readonly<Record<Measure, number>> = {
  sections: 1,
  outlets: 1,
  explicit: 1,
  anaphora: 0.95,
  collective: 0.9,
  questions: 1,
  topics: 1,
  truncation: 1,
};

function itReaches(folder: string, count: number): void {
  const cases = truthsIn(folder);
  const total = sumOf(cases.map((each) => scoreOf(each)));

  it(`are ${count} at least`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(count);
  });

  it.each(MEASURES)('are met: %s', (measure) => {
    expect(total[measure].expected).toBeGreaterThan(0);
    expect(precisionOf(total[measure])).toBeGreaterThanOrEqual(LEAST[measure]);
    expect(recallOf(total[measure])).toBeGreaterThanOrEqual(LEAST[measure]);
  });
}

describe('the truths of the made-up briefs', () => itReaches(OWN, 15));

describeWithSharedData('the truths of the seed and the composed briefs', () => itReaches(sharedData('expected'), 5));
