import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CliFolder, outcomeOf, type CliResult } from '../support/cli';

const SEED = resolve(__dirname, '../fixtures/seed-brief.txt');

/** A made-up story. */
function story(slug: string, more: object = {}): string {
  return JSON.stringify({ format: 'newsgraph-story/1', slug, title: `About ${slug}`, summary: `Of ${slug}.`, ...more });
}

/** Runs what a shell makes of the script, in which `"$@"` is the command. */
function runShell(folder: CliFolder, script: string, env: Record<string, string>): Promise<CliResult> {
  const child = spawn('sh', ['-c', script, 'sh', process.execPath, ...folder.argumentsOf([])], {
    cwd: folder.path,
    env: { PATH: process.env['PATH'], TSX_TSCONFIG_PATH: resolve(__dirname, '../../tsconfig.json'), ...env },
  });
  child.stdin.end();
  return outcomeOf(child);
}

jest.setTimeout(120_000);

describe('the commands', () => {
  let folder: CliFolder;
  beforeEach(async () => {
    folder = await CliFolder.create();
  });
  afterEach(() => folder.remove());

  it('import says created, then unchanged, of a brief in an empty folder', async () => {
    const first = await folder.run(['import', SEED]);
    const second = await folder.run(['import', SEED]);

    expect(first).toMatchObject({ code: 0, stderr: expect.stringMatching(/^.*seed-brief\.txt:32:1: warning: .* \[TRUNCATED\]\n$/) });
    expect(first.stdout).toMatch(/^created {3}[a-z0-9-]+\n1 document: 1 created, 0 updated, 0 unchanged, 0 failed; 1 warning\n$/);
    expect(second.stdout).toMatch(/^unchanged [a-z0-9-]+\n1 document: 0 created, 0 updated, 1 unchanged, 0 failed; 1 warning\n$/);
    expect(existsSync(join(folder.path, 'data/newsgraph.db'))).toBe(true);
  });

  it('import keeps the good ones, names each that failed, and exits with 1', async () => {
    const lines = [story('good'), '{"format":"newsgraph-story/1"}', story('better')].join('\n');

    const result = await folder.run(['import', '-', 'nowhere'], { stdin: lines });

    expect(result.code).toBe(1);
    expect(result.stdout).toBe('created   good\ncreated   better\n4 documents: 2 created, 0 updated, 0 unchanged, 2 failed\n');
    expect(result.stderr).toMatch(/^-:2:1: failed: .*summary.* \[SUMMARY_MISSING\]\nnowhere: failed: .* \[INPUT_NOT_FOUND\]\n$/);
  });

  it('import --json gives one object a document, and the sums', async () => {
    const result = await folder.run(['import', '-', '--json'], { stdin: story('one') });

    const [document, sums, ...rest] = result.stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
    expect(document).toEqual({
      origin: { source: '-', line: 1 },
      status: 'created',
      id: expect.stringMatching(/^S/),
      slug: 'one',
      warnings: [],
      error: null,
    });
    expect(sums).toEqual({
      summary: { documents: 1, created: 1, updated: 0, unchanged: 0, failed: 0, warnings: 0, dryRun: false },
    });
    expect(rest).toEqual([]);
  });

  it('import --dry-run tells, and keeps nothing', async () => {
    const result = await folder.run(['import', '-', '--dry-run'], { stdin: story('one') });
    const stats = await folder.run(['stats', '--json']);

    expect(result).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 created.*\ndry run: nothing was kept\n$/s) });
    expect(JSON.parse(stats.stdout)).toMatchObject({ stories: 0 });
  });

  it('import --dry-run tells of documents of one story what the import would', async () => {
    const stdin = [story('rep', { title: 'A' }), story('rep', { title: 'B' }), story('rep', { title: 'B' })].join('\n');

    const rehearsed = await folder.run(['import', '-', '--dry-run'], { stdin });
    const done = await folder.run(['import', '-'], { stdin });

    expect(rehearsed.stdout).toBe(`${done.stdout}dry run: nothing was kept\n`);
    expect(done.stdout).toBe('created   rep\nupdated   rep\nunchanged rep\n3 documents: 1 created, 1 updated, 1 unchanged, 0 failed\n');
  });

  it('import takes what it is told of the one document of a pipe, which can be read but once', async () => {
    const { code, stdout, stderr } = await runShell(folder, 'cat "$SEED" | "$@" import /dev/stdin --slug told', { SEED });

    expect({ code, stdout }).toEqual({ code: 0, stdout: 'created   told\n1 document: 1 created, 0 updated, 0 unchanged, 0 failed; 1 warning\n' });
    expect(stderr).toMatch(/^\/dev\/stdin:32:1: warning: .* \[TRUNCATED\]\n$/);
  });

  it('import does not say that there were no documents where the store failed', async () => {
    // Given
    writeFileSync(join(folder.path, 'one.story.json'), story('one', { background: 'word '.repeat(200_000) }));
    const env = { DATABASE_URL: 'sqlite:store.db' };
    await folder.run(['migrate', 'up'], { env });
    // When: no file may grow beyond 64 KiB, which has no room for the story
    const failed = await runShell(folder, 'ulimit -f 128; "$@" import one.story.json', env);
    // Then
    expect(failed).toMatchObject({ code: 1, stdout: '0 documents: 0 created, 0 updated, 0 unchanged, 0 failed\n' });
    expect(failed.stderr).toMatch(/^newsgraph: [^\n]*\n$/);
  });

  it('import takes what it is told of the one document of standard input', async () => {
    await folder.run(['import', '-', '--slug', 'told', '--title', 'Told', '--published-at', '2026-01-31'], {
      stdin: readFileSync(SEED),
    });
    const exported = await folder.run(['export']);

    expect(JSON.parse(exported.stdout)).toMatchObject({ slug: 'told', title: 'Told', publishedAt: '2026-01-31T00:00:00.000Z' });
  });

  it('import refuses to tell the same of several documents, before it keeps any', async () => {
    const result = await folder.run(['import', '-', '--title', 'T'], { stdin: `${story('a')}\n${story('b')}\n` });
    const stats = await folder.run(['stats', '--json']);

    expect(result).toEqual({
      code: 2,
      stdout: '',
      stderr: 'newsgraph: --title: for one document only, and more than one came\n',
    });
    expect(JSON.parse(stats.stdout)).toMatchObject({ stories: 0 });
  });

  it('export writes what import reads, ordered by slug, to a file and through filters', async () => {
    const stdin = [story('b', { language: 'de' }), story('c'), story('a', { language: 'de', publishedAt: '2026-01-02T00:00:00Z' })].join('\n');
    await folder.run(['import', '-'], { stdin });

    const all = await folder.run(['export']);
    const german = await folder.run(['export', '--filter', 'language=de', 'published-from=2026-01-01']);
    const toFile = await folder.run(['export', '--output', 'all.stories.jsonl']);

    const slugs = (text: string) => text.trimEnd().split('\n').map((line) => JSON.parse(line).slug);
    expect(slugs(all.stdout)).toEqual(['a', 'b', 'c']);
    expect(slugs(german.stdout)).toEqual(['a']);
    expect(toFile).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder.path, 'all.stories.jsonl'), 'utf8')).toBe(all.stdout);
  });

  it('export does nothing for an output that cannot be', async () => {
    const result = await folder.run(['export', '--output', 'no/such/folder/file']);

    expect(result).toEqual({
      code: 2,
      stdout: '',
      stderr: 'newsgraph: --output is "no/such/folder/file", but there is no folder no/such/folder; make it, or name another place\n',
    });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it.each([
    ['topic=brakwater', 'there is no topic "brakwater"; did you mean "brackwater"?'],
    ['outlet=the-herald', 'there is no outlet "the-herald"'],
  ])('export refuses --filter %s, writes nothing and leaves what is there', async (filter, message) => {
    // Given
    await folder.run(['import', '-'], { stdin: story('flood', { topics: [{ name: 'Brackwater' }] }) });
    writeFileSync(join(folder.path, 'kept.jsonl'), 'as it was');
    // When
    const toFile = await folder.run(['export', '--filter', 'topic=brackwater', filter, '--output', 'kept.jsonl']);
    const toOutput = await folder.run(['export', '--filter', filter]);
    // Then
    expect([toFile, toOutput]).toEqual(Array(2).fill({ code: 1, stdout: '', stderr: `newsgraph: ${message}\n` }));
    expect(readFileSync(join(folder.path, 'kept.jsonl'), 'utf8')).toBe('as it was');
    expect(readdirSync(folder.path).sort()).toEqual(['data', 'kept.jsonl']);
  });

  it('export finds nothing, and that well, where filters that mean something let nothing through', async () => {
    await folder.run(['import', '-'], { stdin: story('flood', { topics: [{ name: 'Brackwater' }] }) });

    const result = await folder.run(['export', '--filter', 'topic=brackwater', 'language=sv']);

    expect(result).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('export is at peace with a reader that has read enough', async () => {
    const filler = 'word '.repeat(20_000);
    const lines = Array.from({ length: 30 }, (_, index) => story(`s-${index}`, { background: filler })).join('\n');
    await folder.run(['import', '-'], { stdin: lines });

    const child = folder.spawn(['export']);
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    const result = await outcomeOf(child);

    expect(result).toMatchObject({ code: 0, stderr: '' });
  });

  it('remove takes down what is there and names what is not', async () => {
    await folder.run(['import', '-'], { stdin: `${story('a')}\n${story('b')}\n` });

    const mixed = await folder.run(['remove', 'a', 'nope']);
    const well = await folder.run(['remove', 'b']);

    expect(mixed).toEqual({ code: 1, stdout: 'removed a\n', stderr: 'newsgraph: there is no story "nope"\n' });
    expect(well).toEqual({ code: 0, stdout: 'removed b\n', stderr: '' });
  });

  it('remove takes ids, which mean the same story when its slug has passed to another', async () => {
    // Given two stories of one title, of which one has the plain slug
    const live = ['one', 'two'].map((name) => JSON.stringify({ title: 'Live', url: `https://live.example/${name}`, summary: name }));
    const imported = await folder.run(['import', '-', '--json'], { stdin: live.join('\n') });
    const documents = imported.stdout.split('\n').slice(0, 2).map((line) => JSON.parse(line) as { id: string; slug: string });
    const { id } = documents.find(({ slug }) => slug === 'live') ?? { id: 'none has the plain slug' };
    // When
    const first = await folder.run(['remove', id]);
    const again = await folder.run(['remove', id]);
    const exported = await folder.run(['export', '--filter', 'slug=live']);
    const mixed = await folder.run(['remove', id, 'live', 'T_____a_topic_s_id__x']);
    // Then the other has it now, and is there until its slug is named
    expect(first).toEqual({ code: 0, stdout: 'removed live\n', stderr: '' });
    expect(again).toEqual({ code: 1, stdout: '', stderr: `newsgraph: there is no story "${id}"\n` });
    expect(JSON.parse(exported.stdout)).toMatchObject({ title: 'Live' });
    expect(mixed).toEqual({
      code: 1,
      stdout: 'removed live\n',
      stderr: `newsgraph: there is no story "${id}"\nnewsgraph: there is no story "T_____a_topic_s_id__x"\n`,
    });
  });

  it('remove warns of slugs that pass on', async () => {
    const { stdout } = await folder.run(['remove', '--help']);

    expect(stdout).toContain('A slug that was made from a title may pass to another story');
  });

  it('stats counts, for people and for programs', async () => {
    await folder.run(['import', '-'], {
      stdin: story('a', { publishedAt: '2026-01-02T00:00:00Z', topics: [{ name: 'Rivers' }, { name: 'Rain' }] }),
    });

    const text = await folder.run(['stats']);
    const json = await folder.run(['stats', '--json']);

    expect(text.stdout).toMatch(/^stories {7}1\n.*^topics {8}2\n.*^newest {8}a \(2026-01-02T00:00:00\.000Z\)\n/ms);
    expect(JSON.parse(json.stdout)).toMatchObject({ database: 'sqlite', stories: 1, topics: 2, newest: { slug: 'a' } });
  });

  it('migrate goes up and down and says where it stands', async () => {
    const before = await folder.run(['migrate', 'status']);
    const up = await folder.run(['migrate', 'up']);
    const again = await folder.run(['migrate', 'up']);
    const after = await folder.run(['migrate', 'status']);
    const down = await folder.run(['migrate', 'down']);

    expect(before.stdout).toMatch(/^(missing {2}\w+\n)+$/);
    expect(up.stdout).toMatch(/^(applied \w+\n)+$/);
    expect(again.stdout).toBe('up to date\n');
    expect(after.stdout).toMatch(/^(applied {2}\w+\n)+$/);
    expect(down.stdout).toMatch(/^took back \w+\n$/);
  });

  it('brings an older store up to date when it opens it, and says so on standard error alone', async () => {
    await folder.run(['migrate', 'up']);
    await folder.run(['migrate', 'down']);

    const first = await folder.run(['stats', '--json']);
    const second = await folder.run(['stats', '--json']);

    expect(first.stderr).toMatch(/^newsgraph: the store is an older version's; bringing it up to date \(\w+\), which takes minutes where there are many stories\n$/);
    expect(JSON.parse(first.stdout)).toMatchObject({ stories: 0 });
    expect(second).toMatchObject({ code: 0, stderr: '' });
  });

  it('reindex says how many nodes it indexed', async () => {
    await folder.run(['import', '-'], { stdin: [story('one'), story('two')].join('\n') });

    expect(await folder.run(['reindex'])).toEqual({ code: 0, stdout: 'indexed 2 nodes\n', stderr: '' });
  });

  it('schema prints the schema', async () => {
    const { code, stdout } = await folder.run(['schema']);

    expect(code).toBe(0);
    expect(stdout).toContain('type Story implements Node');
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  it('warns of variables that are no settings, on standard error alone, and goes on', async () => {
    // Given
    const env = { NEWSGRAPH_MAX_DPETH: '8', NEWSGRAPH_LOGS: 'silent' };
    // When
    const stats = await folder.run(['stats', '--json'], { env });
    const plain = await folder.run(['stats', '--json']);
    // Then
    expect(stats).toEqual({
      code: 0,
      stdout: plain.stdout,
      stderr:
        'newsgraph: NEWSGRAPH_LOGS is not a setting; did you mean NEWSGRAPH_LOG?\n' +
        'newsgraph: NEWSGRAPH_MAX_DPETH is not a setting; did you mean NEWSGRAPH_MAX_DEPTH?\n',
    });
  });

  it('names in one line why a store cannot be opened, and shows where that arose only to who debugs', async () => {
    writeFileSync(join(folder.path, 'not.db'), 'This is a text, not a database.'.repeat(100));
    const env = { DATABASE_URL: 'sqlite:not.db' };

    const plain = await folder.run(['stats'], { env });
    const debugging = await folder.run(['stats'], { env: { ...env, DEBUG: 'newsgraph' } });

    expect(plain).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^newsgraph: [^\n]*not\.db[^\n]*\n$/) });
    expect(debugging.stderr).toMatch(/\n {4}at /);
  });
});
