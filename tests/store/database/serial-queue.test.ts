import { SerialQueue } from '../../../src/store/database/serial-queue';

/** A task that ends when it is told to. */
function openTask() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end: () => end() };
}

describe('a serial queue', () => {
  it('starts a task at once where none is before it', () => {
    const started: string[] = [];

    void new SerialQueue().run(async () => void started.push('only'));

    expect(started).toEqual(['only']);
  });

  it('runs tasks one after another, in their order, also behind one that failed', async () => {
    const queue = new SerialQueue();
    const first = openTask();
    const told: string[] = [];

    const results = [
      queue.run(async () => {
        told.push('first begins');
        await first.ended;
        told.push('first ends');
        throw new Error('no luck');
      }),
      queue.run(async () => void told.push('second')),
      queue.run(async () => void told.push('third')),
    ];
    await Promise.resolve();
    expect(told).toEqual(['first begins']);
    first.end();

    expect(await Promise.allSettled(results)).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled' }, { status: 'fulfilled' }]);
    expect(told).toEqual(['first begins', 'first ends', 'second', 'third']);
  });

  it('is drained when every task that has come is over, and starts the next at once again', async () => {
    const queue = new SerialQueue();
    const task = openTask();
    const told: string[] = [];
    void queue.run(() => task.ended).then(() => told.push('over'));

    const drained = queue.drained().then(() => told.push('drained'));
    task.end();
    await drained;
    void queue.run(async () => void told.push('next'));

    expect(told).toEqual(['over', 'drained', 'next']);
  });
});
