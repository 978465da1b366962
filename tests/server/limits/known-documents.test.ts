import { DEFAULT_LIMITS } from '../../../src/server';
import { KnownDocuments } from '../../../src/server/limits/known-documents';

describe('known documents', () => {
  it('pass when they are within the limits, and when they are none', () => {
    const known = new KnownDocuments(DEFAULT_LIMITS);
    expect(() => known.check('{ stories { totalCount } }')).not.toThrow();
    expect(() => known.check('{ stories {')).not.toThrow();
  });

  it('are refused anew each time they are over a limit', () => {
    const known = new KnownDocuments({ ...DEFAULT_LIMITS, aliases: 1 });
    const check = () => known.check('{ a: node b: node }');
    expect(check).toThrow('A document may have 1 aliases, not 2.');
    expect(check).toThrow('A document may have 1 aliases, not 2.');
  });

  it('do not pass where checking them fails', () => {
    // Given limits that cannot be read
    const limits = Object.defineProperty({ ...DEFAULT_LIMITS }, 'depth', {
      get: () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
    });
    // When, then
    expect(() => new KnownDocuments(limits).check('{ stories { totalCount } }')).toThrow(RangeError);
  });
});
