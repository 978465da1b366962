import { CliFolder } from '../support/cli';

jest.setTimeout(120_000);

describe('the command line, used wrongly', () => {
  let folder: CliFolder;
  beforeAll(async () => {
    folder = await CliFolder.create();
  });
  afterAll(() => folder.remove());

  it.each([
    ['an unknown command', ['improt'], {}, /^error: unknown command 'improt'\n\(Did you mean import\?\)\n$/],
    ['an unknown option', ['stats', '--yaml'], {}, /^error: unknown option '--yaml'\n$/],
    ['no sources', ['import'], {}, /^error: missing required argument 'source'\n$/],
    ['one argument too many', ['stats', 'now'], {}, /^error: too many arguments for 'stats'\. Expected 0 arguments but got 1/],
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
