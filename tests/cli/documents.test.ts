import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CliFolder } from '../support/cli';

jest.setTimeout(120_000);

describe('newsgraph documents', () => {
  let folder: CliFolder;
  beforeEach(async () => {
    folder = await CliFolder.create();
    mkdirSync(join(folder.path, 'queries'));
    put('front-page.graphql', 'query FrontPage { stories(first: 5) { nodes { ...Line } } }');
    put('line.graphql', 'fragment Line on Story { slug title }');
  });
  afterEach(() => folder.remove());

  const put = (file: string, text: string) => writeFileSync(join(folder.path, 'queries', file), text);

  it('build writes a manifest, check finds it well, and neither makes a store', async () => {
    const built = await folder.run(['documents', 'build', 'queries', '--output', 'manifest.json']);
    const checked = await folder.run(['documents', 'check', 'manifest.json']);

    expect(built).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(folder.path, 'manifest.json'), 'utf8'))).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [
        {
          id: expect.stringMatching(/^[0-9a-f]{64}$/),
          name: 'FrontPage',
          type: 'query',
          body: 'query FrontPage {\n  stories(first: 5) {\n    nodes {\n      ...Line\n    }\n  }\n}\n\nfragment Line on Story {\n  slug\n  title\n}',
        },
      ],
    });
    expect(checked).toEqual({ code: 0, stdout: '1 document, all well\n', stderr: '' });
    expect(existsSync(join(folder.path, 'data'))).toBe(false);
  });

  it('build tells what is wrong, writes nothing and exits with 1', async () => {
    put('wrong.graphql', 'query Wrong { stories { titel } }\nquery Costly { stories(first: 100) { nodes { topics(first: 100) { nodes { name } } } } }');

    const result = await folder.run(['documents', 'build', 'queries']);

    expect(result).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Wrong: Cannot query field "titel" on type "StoryConnection".\nCostly: An operation may cost 7500, not 10100.\n',
    });
  });

  it('check refuses a text that was changed after it was written', async () => {
    await folder.run(['documents', 'build', 'queries', '--format', 'relay', '--output', 'manifest.json']);
    const path = join(folder.path, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('first: 5', 'first: 6'));

    const result = await folder.run(['documents', 'check', 'manifest.json']);

    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(/^newsgraph: manifest\.json: the text under [0-9a-f]{64} has another hash; was it changed after it was written\?\n$/);
  });

  it.each([
    ['check', ', or a manifest'],
    ['build', ''],
  ])('%s says of one file that a folder is what it takes', async (command, rest) => {
    // When
    const result = await folder.run(['documents', command, 'queries/front-page.graphql']);
    // Then
    expect(result).toEqual({
      code: 1,
      stdout: '',
      stderr: `newsgraph: queries/front-page.graphql is one file of documents, whose fragments may stand in others; give the folder that it is in${rest}\n`,
    });
  });
});
