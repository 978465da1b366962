import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { normaliseStory } from '../../src/ingest/normalise';
import { openStore } from '../../src/store';
import { dumpGraph } from '../support/graph-dump';
import { carryOut, storiesAfter, type Stories } from '../support/numbered-changes';
import { numberedDraft } from '../support/numbered-drafts';
import { queryRaw } from '../support/raw-database';
import { findWrongTallies } from '../support/recount';
import { describeOnEachStore } from '../support/stores';

const KILLS = Number(process.env.KILLS ?? 3);
/** Whoever asks for a number of kills wants to see them. */
const tell = (line: string): void => {
  if (process.env.KILLS !== undefined) process.stderr.write(`${line}\n`);
};
/** So many changes would be acknowledged in the time over which the kills are spread. */
const CHANGES_A_RUN = 16;
const CHANGE = path.join(__dirname, '../support/children/change-stories.ts');
/** When a process of its own stamps them, these differ. */
const STAMPS = ['importedAt', 'updatedAt'];

describeOnEachStore('kill -9 in the middle of creations, updates and removals', (open, place) => {
  it(`loses nothing acknowledged and leaves no half change, ${KILLS} times; going on completes it`, async () => {
    // Given
    const url = await place.freshUrl();
    const run = await timeRun(await place.freshUrl());
    let changes = 0;
    let acknowledged: Stories = new Map();
    for (let kill = 0; kill < KILLS; kill += 1) {
      // When
      const moment = momentAt(run, (kill + Math.random()) / KILLS);
      const now = await changeAndKill(url, changes, moment);
      const ofThisRun = now.length;
      for (const change of now) acknowledged = storiesAfter(acknowledged, change);
      changes += ofThisRun;
      await settle(url);
      // Then there is what was acknowledged, or that and the whole of the change that was under way
      const stored = await storedStories(url);
      const underWay = storiesAfter(acknowledged, changes);
      const isWhole = sameStories(stored, acknowledged) || sameStories(stored, underWay);
      const lost = [...acknowledged].filter(([story, at]) => stored.get(story) !== at && stored.get(story) !== underWay.get(story));
      const half = await halfStories(url);
      const wrongTallies = await findWrongTallies(url);
      const tallies = wrongTallies.length === 0 ? 'yes' : 'no';
      const counts = [kill + 1, `${moment.wait} ms after ${moment.after}`, ofThisRun, acknowledged.size, stored.size, lost.length, half.length, tallies];
      tell(`| ${place.kind} | ${counts.join(' | ')} |`);
      expect({ isWhole, lost, half, wrongTallies }).toEqual({ isWhole: true, lost: [], half: [], wrongTallies: [] });
    }
    expect(changes).toBeGreaterThan(0);
    // When it goes on to the end
    const end = changes + 3;
    const last = startChanges(url, changes, end);
    last.stdout.resume();
    expect(await once(last, 'close')).toEqual([0, null]);
    // Then all is as if no process had died
    const fresh = await place.freshUrl();
    const store = await open(fresh);
    for (let change = 0; change < end; change += 1) await carryOut(store, change);
    expect(await dumpGraph(url, STAMPS)).toEqual(await dumpGraph(fresh, STAMPS));
  }, 180_000 + 30_000 * KILLS);
});

function startChanges(url: string, from: number, to: number): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, ['--import', 'tsx', CHANGE, url, String(from), String(to)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

interface Run {
  /** From the start of the process to its first acknowledgement and to its end, in milliseconds. */
  readonly first: number;
  readonly end: number;
}

/** How long a process takes on a store of its own. */
async function timeRun(url: string): Promise<Run> {
  const started = Date.now();
  const child = startChanges(url, 0, CHANGES_A_RUN);
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  const first = Date.now() - started;
  child.stdout.resume();
  expect(await closed).toEqual([0, null]);
  return { first, end: Date.now() - started };
}

/** When a process is killed: so many milliseconds after its start, or after its first acknowledgement. */
interface Moment {
  readonly after: 'start' | 'first';
  readonly wait: number;
}

/** The moment at a share of a run. A quarter of all count from the start, however long that takes where much else runs. */
function momentAt({ first, end }: Run, share: number): Moment {
  return share < 0.25
    ? { after: 'start', wait: Math.round(share * 4 * first) }
    : { after: 'first', wait: Math.round(((share - 0.25) / 0.75) * (end - first)) };
}

/** Goes on from a change and kills the process at the moment; gives the changes that it acknowledged. */
async function changeAndKill(url: string, from: number, { after, wait }: Moment): Promise<number[]> {
  const child = startChanges(url, from, Number.MAX_SAFE_INTEGER);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close');
  if (after === 'first') await once(child.stdout, 'data');
  setTimeout(() => child.kill('SIGKILL'), wait);
  expect(await closed).toEqual([null, 'SIGKILL']);
  // What follows the last newline was not acknowledged as a whole.
  return output.split('\n').slice(0, -1).map(Number);
}

/** Starts again as the next process would, and waits until the server, too, is done with what the dead one had begun. */
async function settle(url: string): Promise<void> {
  const store = await openStore(url);
  await store.save([normaliseStory(numberedDraft(0))], { dryRun: true });
  await store.close();
}

async function storedStories(url: string): Promise<Stories> {
  const rows = await queryRaw<{ url: string; publishedAt: string }>(url, `SELECT "url", "publishedAt" FROM "story"`);
  return new Map(rows.map((row) => [row.url, row.publishedAt]));
}

function sameStories(some: Stories, others: Stories): boolean {
  return some.size === others.size && [...some].every(([url, at]) => others.get(url) === at);
}

/** Every one of these stories has two perspectives, three outlet ties, two questions and three topics. */
function halfStories(url: string): Promise<object[]> {
  return queryRaw(
    url,
    `SELECT s."id" FROM "story" s WHERE
       (SELECT count(*) FROM "perspective" t WHERE t."storyKey" = s."key") <> 2
       OR (SELECT count(*) FROM "perspective" p JOIN "perspectiveOutlet" t ON t."perspectiveKey" = p."key" WHERE p."storyKey" = s."key") <> 3
       OR (SELECT count(*) FROM "storyQuestion" t WHERE t."storyKey" = s."key") <> 2
       OR (SELECT count(*) FROM "storyTopic" t WHERE t."storyKey" = s."key") <> 3`,
  );
}
