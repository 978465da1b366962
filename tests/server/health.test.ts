import { closeHandlers, testHandler } from '../support/handlers';

const never = (): Promise<void> => new Promise(() => {});

describe('health', () => {
  afterEach(closeHandlers);

  it('is live and ready while the database answers', async () => {
    const { app } = await testHandler();

    const live = await app.inject('/health/live');
    const ready = await app.inject('/health/ready');

    expect([live.statusCode, live.json()]).toEqual([200, { status: 'live' }]);
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ready' }]);
    expect(ready.headers['cache-control']).toBe('no-store');
    expect((await app.inject({ method: 'HEAD', url: '/health/ready' })).statusCode).toBe(200);
  });

  it('is live but not ready while the database fails, and ready again when it is back', async () => {
    const { app, newsgraph, log } = await testHandler();
    newsgraph.pingWith(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432')));

    const failing = await app.inject('/health/ready');
    const live = await app.inject('/health/live');
    newsgraph.pingWith(() => Promise.resolve());
    const back = await app.inject('/health/ready');

    expect(failing.statusCode).toBe(503);
    expect(failing.json()).toEqual({ status: 'unavailable', reason: 'The database does not answer.' });
    expect(live.statusCode).toBe(200);
    expect(back.statusCode).toBe(200);
    const why = { name: 'Error', message: 'connect ECONNREFUSED 10.0.0.7:5432', stack: expect.any(String) };
    expect(log().filter(({ msg }) => msg === 'not ready')).toEqual([{ level: 'warn', time: expect.any(String), error: why, msg: 'not ready' }]);
  });

  it('says so within two seconds when the database does not answer, asks it once for all who wait, and asks anew later', async () => {
    const { app, newsgraph, log } = await testHandler();
    let pings = 0;
    newsgraph.pingWith(() => {
      pings += 1;
      return never();
    });
    const start = performance.now();

    const answers = await Promise.all([1, 2, 3].map(() => app.inject('/health/ready')));

    expect(performance.now() - start).toBeLessThan(2000);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
    expect(pings).toBe(1);
    expect(log().filter(({ msg }) => msg === 'not ready')).toMatchObject([{ error: { message: 'The database was too slow to answer.' } }]);
    newsgraph.pingWith(() => Promise.resolve());
    expect((await app.inject('/health/ready')).statusCode).toBe(200);
  });

  it('is not ready when asking the database throws at once', async () => {
    const { app, newsgraph } = await testHandler();
    newsgraph.pingWith(() => {
      throw new Error('closed');
    });

    expect((await app.inject('/health/ready')).statusCode).toBe(503);
  });
});
