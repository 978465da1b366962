/**
 * A smoke run of what `npm run build` made, from an empty folder and with a store of its own: the server starts, the
 * command imports beside it, the page is there, and the server goes when it is told to. One line a step; the first
 * that fails ends the run with exit code 1.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const COMMAND = path.join(ROOT, 'dist/cli/main.js');
const SEED = path.join(ROOT, 'examples/stories/us-china-tiktok.brief.txt');
const TIME_LIMIT = 30_000;

const STORY_PAGE = `
  query StoryPage($slug: String!) {
    story(by: { slug: $slug }) {
      title
      sections { heading }
      outlets { name }
      perspectives { nodes { statements { text basis } } }
      questions { nodes { title stories { nodes { slug } } } }
      topics { nodes { name isTruncated } }
    }
  }
`;

const folder = await mkdtemp(path.join(tmpdir(), 'newsgraph-smoke-'));
const settings = { DATABASE_URL: 'sqlite:smoke.db', HOST: '127.0.0.1', PORT: '0', NEWSGRAPH_LOG: 'warn' };
/** Whatever else the caller has set must not decide what is tested. */
const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NEWSGRAPH_|NODE_ENV$|CORS_)/.test(name))), ...settings };
let server = null;

try {
  const origin = await step('the server starts with an empty store', startServer);
  await step('/health/ready says that the database answers', async () => {
    assert.equal((await get(`${origin}/health/ready`)).status, 200);
  });
  const slug = await step('the command imports the seed beside it', importSeed);
  await step('importing it again changes nothing', async () => {
    assert.equal((await importOnce()).status, 'unchanged');
  });
  await step('the story page is served, whole', () => askStoryPage(origin, slug));
  await step('/ is the explorer, with its scripts', () => openExplorer(origin));
  await step('/schema.graphql is the schema', async () => {
    const { status, text } = await get(`${origin}/schema.graphql`);
    assert.equal(status, 200);
    assert.match(text, /^type Story implements Node \{$/m);
  });
  await step('SIGTERM stops it with exit code 0', stopServer);
} catch (error) {
  console.error(error instanceof assert.AssertionError ? error.message : error);
  process.exitCode = 1;
} finally {
  server?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

async function step(name, work) {
  const startedAt = performance.now();
  try {
    const result = await withinLimit(work());
    console.log(`ok      ${name} (${Math.round(performance.now() - startedAt)} ms)`);
    return result;
  } catch (error) {
    console.log(`FAILED  ${name}`);
    throw error;
  }
}

async function withinLimit(work) {
  const limit = new AbortController();
  const tooLong = new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not done after ${TIME_LIMIT / 1000} s`)), TIME_LIMIT);
    limit.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    limit.abort();
  }
}

/** Gives the origin that the server prints. */
async function startServer() {
  server = spawn(process.execPath, [COMMAND, 'serve'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  server.stdout.setEncoding('utf8');
  for await (const piece of server.stdout.iterator({ destroyOnReturn: false })) {
    printed += piece;
    const origin = /(http:\/\/\S+)\/graphql/.exec(printed)?.[1];
    if (origin !== undefined) return origin;
  }
  throw new Error(`the server ended before it was ready and said: ${printed}`);
}

async function importSeed() {
  const result = await importOnce();
  assert.equal(result.status, 'created');
  return result.slug;
}

async function importOnce() {
  const command = spawn(process.execPath, [COMMAND, 'import', '--json', SEED], { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  command.stdout.setEncoding('utf8').on('data', (piece) => (printed += piece));
  const [code] = await once(command, 'close');
  assert.equal(code, 0, `the import ended with exit code ${code}`);
  return JSON.parse(printed.split('\n')[0]);
}

async function askStoryPage(origin, slug) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: STORY_PAGE, variables: { slug } }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  const { title, sections, outlets, perspectives, questions, topics } = data.story;
  assert.notEqual(title, '');
  assert.deepEqual(sections.map(({ heading }) => heading), [
    "What's happened",
    "What's behind the headline?",
    'What the papers say',
    'How we got here',
  ]);
  assert.deepEqual(outlets.map(({ name }) => name), ['The South China Morning Post', 'The Guardian', 'Reuters']);
  assert.equal(perspectives.nodes.flatMap(({ statements }) => statements).length, 6);
  assert.deepEqual(questions.nodes.map(({ stories }) => stories.nodes), [[{ slug }], [{ slug }]]);
  assert.deepEqual(topics.nodes.map(({ isTruncated }) => isTruncated), [false, false, false, false, false, false, true]);
}

async function openExplorer(origin) {
  const { status, text } = await get(`${origin}/`);
  assert.equal(status, 200);
  const script = /<script[^>]+src="\.?\/?([^"]+)"/.exec(text)?.[1];
  assert.notEqual(script, undefined, 'the page has no script');
  assert.equal((await get(`${origin}/${script}`)).status, 200);
}

async function get(url) {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
}

async function stopServer() {
  const stopped = once(server, 'exit');
  server.kill('SIGTERM');
  const [code, signal] = await stopped;
  server = null;
  assert.deepEqual({ code, signal }, { code: 0, signal: null });
}
