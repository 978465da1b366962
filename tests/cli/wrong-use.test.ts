import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CliFolder } from '../support/cli';

jest.setTimeout(120_000);

describe('the command line, used wrongly', () => {
  let folder: CliFolder;
  beforeAll(async () => {
    folder = await CliFolder.create();
    writeFileSync(path.join(folder.path, 'object.json'), '{}');
    mkdirSync(path.join(folder.path, 'empty'));
  });
  afterAll(() => folder.remove());

  it.each([
    ['an unknown command', ['improt'], {}, /^newsgraph: unknown command 'improt' \(Did you mean import\?\)\n$/],
    ['an unknown command of a command', ['migrate', 'sideways'], {}, /^newsgraph: unknown command 'sideways' \(see newsgraph migrate --help\)\n$/],
    ['an unknown option', ['stats', '--yaml'], {}, /^newsgraph: unknown option '--yaml' \(see newsgraph stats --help\)\n$/],
    ['a misspelt option', ['documents', 'build', '.', '--outptu', 'x'], {}, /^newsgraph: unknown option '--outptu' \(Did you mean --output\?\)\n$/],
    ['an option without its value', ['import', 'x', '--title'], {}, /^newsgraph: option '--title <text>' argument missing \(see newsgraph import --help\)\n$/],
    ['an unknown format', ['documents', 'build', '.', '--format', 'xml'], {}, /^newsgraph: option '--format <format>' argument 'xml' is invalid\. Allowed choices are apollo, relay\. \(see newsgraph documents build --help\)\n$/],
    ['no sources', ['import'], {}, /^newsgraph: missing required argument 'source' \(see newsgraph import --help\)\n$/],
    ['one argument too many', ['stats', 'now'], {}, /^newsgraph: too many arguments for 'stats'\. Expected 0 arguments but got 1\. \(see newsgraph stats --help\)\n$/],
    ['an empty source', ['import', 'x', ''], {}, /^newsgraph: argument 'source' is empty \(see newsgraph import --help\)\n$/],
    ['an empty slug', ['remove', ''], {}, /^newsgraph: argument 'slug' is empty \(see newsgraph remove --help\)\n$/],
    ['an empty option', ['export', '--output', ''], {}, /^newsgraph: option '--output <file>' is empty \(see newsgraph export --help\)\n$/],
    ['a slug that can be none', ['import', 'x', '--slug', 'Port Strike'], {}, /^newsgraph: --slug is "Port Strike"; give lower-case letters a-z and digits in words joined by single hyphens, at most 200 characters\n$/],
    ['a title that is blank', ['import', 'x', '--title', ' '], {}, /^newsgraph: --title is " "; give a text that is not blank, of at most 1,000 characters\n$/],
    ['an address that is none', ['import', 'x', '--url', 'ftp:x'], {}, /^newsgraph: --url is "ftp:x"; give an absolute URL that starts with http:\/\/ or https:\/\/\n$/],
    ['a language that is none', ['import', 'x', '--language', 'x_y'], {}, /^newsgraph: --language is "x_y"; give a BCP 47 language tag such as "en"\n$/],
    ['a day that no month has', ['import', 'x', '--published-at', '2026-02-30'], {}, /^newsgraph: --published-at is "2026-02-30"; give an RFC 3339 date-time with offset such as "2026-01-31T09:30:00Z", or a date\n$/],
    ['outlets that are not there', ['import', 'x', '--outlets', 'none.json'], {}, /^newsgraph: --outlets none\.json: cannot be read: ENOENT: [^\n]*\n$/],
    ['outlets that are none', ['import', 'x', '--outlets', 'object.json'], {}, /^newsgraph: --outlets object\.json: \$ is an object; a list of \{ "name", [^\n]* is expected\n$/],
    ['a folder that is not there', ['export', '--output', 'no/such/file'], {}, /^newsgraph: --output is "no\/such\/file", but there is no folder no\/such; make it, or name another place\n$/],
    ['a folder in the place of a file', ['export', '--output', '.'], {}, /^newsgraph: --output is "\."; give a file, not a folder\n$/],
    ['a folder that is not there, for a manifest', ['documents', 'build', '.', '--output', 'no/such'], {}, /^newsgraph: --output is "no\/such", but there is no folder no; make it, or name another place\n$/],
    ['a wrong language of a filter', ['export', '--filter', 'language=x_y'], {}, /^newsgraph: --filter language is "x_y"; give a BCP 47 language tag such as "en"\n$/],
    ['a day of a filter that no month has', ['export', '--filter', 'published-to=2026-02-30'], {}, /^newsgraph: --filter published-to takes a date .* not "2026-02-30"\n$/],
    ['an instant of nowhere', ['export', '--filter', 'published-to=2026-02-03T10:00:00'], {}, /^newsgraph: --filter published-to takes a date .* not "2026-02-03T10:00:00"\n$/],
    ['a time that ends before it begins', ['export', '--filter', 'published-from=2026-02-03', 'published-to=2026-02-03'], {}, /^newsgraph: --filter published-from must be before published-to\n$/],
    ['trusted documents that are none', ['serve'], { NEWSGRAPH_TRUSTED_DOCUMENTS: 'empty' , PORT: '0' }, /^newsgraph: NEWSGRAPH_TRUSTED_DOCUMENTS: empty holds no documents\n$/],
    ['an unknown filter', ['export', '--filter', 'colour=red'], {}, /^newsgraph: --filter "colour=red" is not key=value .* slug, topic, outlet, .*\n$/],
    ['a wrong date', ['export', '--filter', 'published-from=May'], {}, /^newsgraph: --filter published-from takes a date .* not "May"\n$/],
    ['a wrong variable', ['stats'], { PORT: 'eighty' }, /^newsgraph: PORT is "eighty"; give a whole number from 0 to 65535 \(0: any free port\)\n$/],
    ['a wrong database', ['migrate', 'status'], { DATABASE_URL: 'mysql://root:hunter2@db/news' }, /^newsgraph: DATABASE_URL is "mysql:\/\/root:\*\*\*@db\/news"; give sqlite:<file>.*\n$/],
  ])('answers %s with exit code 2 and says what would be right', async (_what, args, env, stderr) => {
    const result = await folder.run(args, { env });

    expect(result).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });

  it('prints its help, and exits with 2, when no command is given', async () => {
    const result = await folder.run([]);

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('Usage: newsgraph [options] [command]');
  });

  it.each([['stats'], ['import'], ['migrate', 'up']])('%s %s has a help with examples', async (...args) => {
    const result = await folder.run([...args, '--help']);

    expect(result.code).toBe(0);
    expect(result.stdout).toContain(`Usage: newsgraph ${args.join(' ')}`);
    expect(result.stdout).toContain('Examples:\n  newsgraph');
  });
});
