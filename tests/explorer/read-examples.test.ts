import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readExamples } from '../../explorer/build/read-examples';

describe('the example queries', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgraph-examples-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('are read in the order of their names, each with its variables', async () => {
    await writeFile(join(folder, '02-b.graphql'), 'query B { b }\n');
    await writeFile(join(folder, '01-a.graphql'), 'query A { a }\n');
    await writeFile(join(folder, '01-a.variables.json'), '{ "slug": "x" }\n');
    await writeFile(join(folder, 'README.md'), 'Not a query.');

    expect(await readExamples(folder)).toEqual([
      { query: 'query A { a }', variables: '{ "slug": "x" }' },
      { query: 'query B { b }', variables: null },
    ]);
  });

  it('must be there', async () => {
    await expect(readExamples(folder)).rejects.toThrow(`are the .graphql files in ${folder}: there are none.`);
    await expect(readExamples(join(folder, 'nowhere'))).rejects.toThrow('there are none.');
  });

  it('must have a name, which is the title of the tab', async () => {
    await writeFile(join(folder, '01-a.graphql'), '{ a }');

    await expect(readExamples(folder)).rejects.toThrow('01-a.graphql: an example query needs a name');
  });

  it('must be GraphQL', async () => {
    await writeFile(join(folder, '01-a.graphql'), 'query A {');

    await expect(readExamples(folder)).rejects.toThrow('Syntax Error');
  });

  it('must have an object as variables', async () => {
    await writeFile(join(folder, '01-a.graphql'), 'query A { a }');
    await writeFile(join(folder, '01-a.variables.json'), '[1]');

    await expect(readExamples(folder)).rejects.toThrow('01-a.variables.json: variables are a JSON object.');
  });
});
