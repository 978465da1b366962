/** Who stops an import knows what was kept, and goes on from there. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generatedStory } from '../../bench/data/generated-story';
import { CliFolder, outcomeOf } from '../support/cli';
import { waitUntil } from '../support/wait-until';

const STORIES = 1_500;
const ENV = { DATABASE_URL: 'sqlite:store.db' };

describe('newsgraph import that is stopped', () => {
  let folder: CliFolder;

  beforeEach(async () => {
    folder = await CliFolder.create();
    const documents = Array.from({ length: STORIES }, (_, number) => JSON.stringify(generatedStory(number)));
    await writeFile(path.join(folder.path, 'all.stories.jsonl'), documents.join('\n'));
  });

  afterEach(() => folder.remove());

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends with the sums of what it kept, and goes on when it is run again', async (signal) => {
    const child = folder.spawn(['import', 'all.stories.jsonl', '--json'], { env: ENV });
    let told = '';
    child.stdout.on('data', (text: Buffer) => (told += text.toString()));
    const ended = outcomeOf(child);
    await waitUntil('a story is acknowledged', 30_000, () => told.includes('"created"'));

    child.kill(signal);

    const { code, stdout, stderr } = await ended;
    const { summary } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as { summary: { created: number } };
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `newsgraph: stopped by ${signal}; what is counted above is kept, and the same command goes on from there\n`,
    });
    expect(summary.created).toBeLessThan(STORIES);
    const stats = JSON.parse((await folder.run(['stats', '--json'], { env: ENV })).stdout) as { stories: number };
    expect(stats.stories).toBe(summary.created);
    const again = await folder.run(['import', 'all.stories.jsonl'], { env: ENV });
    expect(again.stdout).toBe(`${STORIES} documents: ${STORIES - summary.created} created, 0 updated, ${summary.created} unchanged, 0 failed\n`);
  }, 60_000);

  it('while it waits for input ends at once', async () => {
    const child = folder.spawn(['import', '-', '--json'], { env: ENV });
    let told = '';
    child.stdout.on('data', (text: Buffer) => (told += text.toString()));
    const ended = outcomeOf(child);
    // One more than a batch holds, so that the first batch is told of while the next one waits.
    for (let number = 0; number <= 500; number += 1) child.stdin.write(`${JSON.stringify(generatedStory(number))}\n`);
    await waitUntil('the first batch is acknowledged', 30_000, () => told.split('"created"').length > 500);

    child.kill('SIGINT');

    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'newsgraph: stopped by SIGINT; what is counted above is kept, and the same command goes on from there\n',
    });
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ summary: { created: 500, failed: 0 } });
  });
});
