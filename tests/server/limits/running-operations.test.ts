import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { RunningOperations } from '../../../src/server/limits/running-operations';

const MILLISECONDS = 80;
/** Node's timers count in whole milliseconds. */
const EARLY = 1;

const gone = (): GraphQLError => new GraphQLError('gone');

describe('the operations that run', () => {
  it('are each stopped when their own time is over, though one timer serves all', async () => {
    const running = new RunningOperations(MILLISECONDS);
    const began = performance.now();
    const first = running.begin();
    const firstOver = once(first.signal, 'abort').then(() => performance.now() - began);
    await sleep(MILLISECONDS / 2);
    const later = performance.now();
    const second = running.begin();
    const secondOver = once(second.signal, 'abort').then(() => performance.now() - later);

    const [firstTook, secondTook] = await Promise.all([firstOver, secondOver]);

    expect(firstTook).toBeGreaterThanOrEqual(MILLISECONDS - EARLY);
    expect(secondTook).toBeGreaterThanOrEqual(MILLISECONDS - EARLY);
    expect(second.signal.reason).toMatchObject({ extensions: { code: 'OPERATION_TIMEOUT', maximum: MILLISECONDS } });
  });

  it('are stopped too that begin while the timer waits for one that has ended', async () => {
    const running = new RunningOperations(MILLISECONDS);
    running.end(running.begin());
    const left = running.begin();

    await once(left.signal, 'abort');

    expect(left.signal.reason).toMatchObject({ extensions: { code: 'OPERATION_TIMEOUT' } });
  });

  it('are stopped too that begin after a time in which none ran', async () => {
    const running = new RunningOperations(MILLISECONDS);
    running.end(running.begin());
    await sleep(2 * MILLISECONDS);

    const late = running.begin();
    await once(late.signal, 'abort');

    expect(late.signal.reason).toMatchObject({ extensions: { code: 'OPERATION_TIMEOUT' } });
  });

  it('are told a reason once, and not when they are answered', () => {
    const running = new RunningOperations(MILLISECONDS);
    const answered = running.begin();
    running.end(answered);
    const waiting = running.begin();

    running.stop(answered, gone);
    running.stopAll(gone);

    expect(answered.signal.aborted).toBe(false);
    expect(waiting.signal.reason).toMatchObject({ message: 'gone' });
  });
});
