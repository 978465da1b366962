import { DEMANDS } from '../../../../scripts/brief-score/demands';
import { variantResults } from '../../../../scripts/brief-score/variants';
import { describeWithSharedData, sharedData } from '../../../support/shared-data';

describeWithSharedData('the variants of the seed', () => {
  const results = variantResults(sharedData('briefs'));

  it('each have a demand, and each demand a variant', () => {
    expect(results.map(({ name }) => name).sort()).toEqual(Object.keys(DEMANDS).sort());
  });

  it.each(results)('$name', ({ demand, outcome, isMet }) => {
    expect({ demand, outcome, isMet }).toEqual({ demand, outcome, isMet: true });
  });
});
