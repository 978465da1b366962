import { clientNetwork } from '../../../src/server/rate-limit/client-network';
import { RateLimit, REQUEST_COST } from '../../../src/server/rate-limit/rate-limit';
import { RateLimited } from '../../../src/server/rate-limit/rate-limited';

describe('the network of a client', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:db8:0:1::', '2001:db8:0:1::/64'],
    ['2001:0DB8:0000:0001:ffff::1', '2001:db8:0:1::/64'],
    ['2001:db8:0:2::1', '2001:db8:0:2::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });
});

describe('what a client may spend in a minute', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is spent by requests, and by operations that cost more than a request', async () => {
    const rateLimit = new RateLimit(4 * REQUEST_COST);

    await rateLimit.chargeRequest('a');
    await rateLimit.chargeOperation('a', REQUEST_COST - 1);
    await rateLimit.chargeRequest('a');
    await rateLimit.chargeOperation('a', 3 * REQUEST_COST);

    await expect(rateLimit.chargeRequest('a')).rejects.toThrow(RateLimited);
  });

  it('is not spent by an operation that is refused', async () => {
    const rateLimit = new RateLimit(4 * REQUEST_COST);
    await rateLimit.chargeRequest('a');

    await expect(rateLimit.chargeOperation('a', 5 * REQUEST_COST)).rejects.toThrow(RateLimited);

    await rateLimit.chargeOperation('a', 4 * REQUEST_COST);
  });

  it('is spent by requests that are refused, so that floods stay out', async () => {
    const rateLimit = new RateLimit(REQUEST_COST);
    await rateLimit.chargeRequest('a');
    await expect(rateLimit.chargeRequest('a')).rejects.toMatchObject({ maximum: REQUEST_COST, retryAfter: 60 });

    jest.advanceTimersByTime(58_500);
    await expect(rateLimit.chargeRequest('a')).rejects.toMatchObject({ retryAfter: 2 });
  });

  it('is there again a minute after the first request', async () => {
    const rateLimit = new RateLimit(REQUEST_COST);
    await rateLimit.chargeRequest('a');

    jest.advanceTimersByTime(60_000);

    await rateLimit.chargeRequest('a');
    await expect(rateLimit.chargeRequest('a')).rejects.toThrow(RateLimited);
  });

  it('is each client’s own', async () => {
    const rateLimit = new RateLimit(REQUEST_COST);
    await rateLimit.chargeRequest('a');

    await rateLimit.chargeRequest('b');
  });

  it('is remembered of so many clients only, and forgotten of the one that is away longest', async () => {
    const rateLimit = new RateLimit(2 * REQUEST_COST, 2);
    await rateLimit.chargeRequest('a');
    await rateLimit.chargeRequest('b');
    await rateLimit.chargeRequest('a');

    await rateLimit.chargeRequest('c');

    expect(jest.getTimerCount()).toBe(2);
    await expect(rateLimit.chargeRequest('a')).rejects.toThrow(RateLimited);
    await rateLimit.chargeRequest('b');
    await rateLimit.chargeRequest('b');
  });
});
