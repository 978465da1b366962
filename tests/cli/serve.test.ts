import { connect } from 'node:net';
import { CliFolder } from '../support/cli';
import { serving } from '../support/serving';

jest.setTimeout(120_000);

async function count(graphql: string): Promise<unknown> {
  const response = await fetch(graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query: '{ stories { totalCount } }' }),
  });
  return response.json();
}

describe('newsgraph serve', () => {
  let folder: CliFolder;
  beforeEach(async () => {
    folder = await CliFolder.create();
  });
  afterEach(() => folder.remove());

  it.each(['SIGTERM', 'SIGINT'] as const)('serves an empty store, logs, and ends well at %s', async (signal) => {
    const { child, graphql, ended } = await serving(folder);

    const answer = await count(graphql);
    child.kill(signal);
    const { code, stdout, stderr } = await ended;

    expect(answer).toEqual({ data: { stories: { totalCount: 0 } } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^newsgraph is ready; Ctrl-C stops it\.\n {2}query {4}http:\/\/127\.0\.0\.1:\d+\/graphql\n {2}health {3}http.*\n$/);
    const log = stderr.trimEnd().split('\n').map((line) => JSON.parse(line));
    expect(log.filter(({ msg }) => msg === 'request')).toEqual([
      expect.objectContaining({ operationType: 'query', status: 200, statements: 1 }),
    ]);
  });

  it('answers what is in flight at SIGTERM, and is gone within 10 seconds', async () => {
    const { child, graphql, ended } = await serving(folder, { env: { NEWSGRAPH_LOG: 'silent' } });
    await count(graphql);
    const answers = Array.from({ length: 50 }, () => count(graphql));
    await answers[0];

    const begin = performance.now();
    child.kill('SIGTERM');
    const outcomes = await Promise.allSettled(answers);
    const { code, stderr } = await ended;

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - begin).toBeLessThan(10_000);
    const refused = { errors: [{ message: 'The server is stopping.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
    for (const outcome of outcomes) {
      // A connection that was never taken in is refused by the system.
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toBe('TypeError: fetch failed');
      else expect([{ data: { stories: { totalCount: 0 } } }, refused]).toContainEqual(outcome.value);
    }
  });

  it('ends at once at a second signal, and says so', async () => {
    const { child, port, ended } = await serving(folder, { env: { NEWSGRAPH_LOG: 'silent' } });
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 500));

    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGTERM');

    expect(await ended).toMatchObject({ code: 1, stderr: 'newsgraph: stopped at once by a second signal (SIGTERM)\n' });
    socket.destroy();
  });

  it('says in one line that the port is in use, and exits with 1', async () => {
    const { child, port, ended } = await serving(folder);

    const second = await folder.run(['serve'], { env: { PORT: String(port), NEWSGRAPH_EXPLORER: 'false' } });

    expect(second).toEqual({
      code: 1,
      stdout: '',
      stderr: `newsgraph: port ${port} of 127.0.0.1 is in use; stop the other program or set PORT to another one\n`,
    });
    child.kill('SIGTERM');
    await ended;
  });

  it('refuses a wrong configuration in one line, with 2, before it opens anything', async () => {
    const result = await folder.run(['serve'], { env: { CORS_ORIGINS: 'news.example' } });

    expect(result).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^newsgraph: CORS_ORIGINS is "news\.example"; give [^\n]*\n$/) });
  });

  it('keeps to itself in production', async () => {
    const { child, graphql, ended } = await serving(folder, { env: { NODE_ENV: 'production', NEWSGRAPH_LOG: 'silent' } });
    const origin = new URL(graphql).origin;

    const schema = await fetch(`${origin}/schema.graphql`);
    const page = await fetch(`${origin}/`);
    const live = await fetch(`${origin}/health/live`, { headers: { origin: 'http://localhost:3000' } });

    expect([schema.status, page.status, live.status]).toEqual([404, 404, 200]);
    expect(live.headers.get('access-control-allow-origin')).toBeNull();
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  });
});

describe('npm start', () => {
  let folder: CliFolder;
  beforeEach(async () => {
    folder = await CliFolder.create();
  });
  afterEach(() => folder.remove());

  it('imports the examples into an empty store, once', async () => {
    const first = await serving(folder, { program: 'start' });
    const answer = await count(first.graphql);
    first.child.kill('SIGTERM');
    const second = await serving(folder, { program: 'start' });
    second.child.kill('SIGTERM');

    const number = Number(/^Imported (\d+) example stories/.exec((await first.ended).stdout)?.[1]);
    expect(number).toBeGreaterThanOrEqual(60);
    expect(answer).toEqual({ data: { stories: { totalCount: number } } });
    expect((await second.ended).stdout).not.toContain('Imported');
  });

  it('takes no arguments, which would seem to set something', async () => {
    // When
    const result = await folder.run(['--port', '80'], { program: 'start' });
    // Then
    expect(result).toEqual({ code: 2, stdout: '', stderr: 'newsgraph: npm start takes no arguments, such as "--port"; variables set it up: docs/configuration.md\n' });
  });

  it('leaves them out when it is told so', async () => {
    const env = { NEWSGRAPH_EXAMPLES: 'false', NEWSGRAPH_EXAMPLE: 'true', NEWSGRAPH_LOG: 'silent' };
    const { child, graphql, ended } = await serving(folder, { program: 'start', env });

    expect(await count(graphql)).toEqual({ data: { stories: { totalCount: 0 } } });
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, stderr: 'newsgraph: NEWSGRAPH_EXAMPLE is not a setting; did you mean NEWSGRAPH_EXAMPLES?\n' });
  });
});
