import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentError } from '../../../src/ingest/document';
import { readOutletFile, shippedOutlets } from '../../../src/ingest/outlets';

describe('readOutletFile', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'outlets-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(content: string): string {
    const path = join(folder, 'outlets.json');
    writeFileSync(path, content);
    return path;
  }

  function refusal(path: string): string {
    try {
      readOutletFile(path);
    } catch (error) {
      if (error instanceof DocumentError && error.code === 'OUTLET_FILE_INVALID')
        return error.message.replace(folder, '');
      throw error;
    }
    throw new Error('nothing was refused');
  }

  it('adds the outlets of the file to the shipped ones', () => {
    const outlets = readOutletFile(
      write(
        '\uFEFF[{ "name": "Kestrel Wire", "aliases": ["KW"], "country": "NO", "homepage": "https://kestrel.example/" }, { "name": "Barline" }]',
      ),
    );

    expect(outlets.find('KW')).toEqual({
      name: 'Kestrel Wire',
      aliases: ['KW'],
      country: 'NO',
      homepage: 'https://kestrel.example/',
    });
    expect(outlets.find('Barline')).toEqual({ name: 'Barline', aliases: [], country: null, homepage: null });
    expect(outlets.records.length).toBe(shippedOutlets().records.length + 2);
  });

  it('lets an outlet of the file take the place of a shipped one', () => {
    const outlets = readOutletFile(write('[{ "name": "Reuters", "aliases": ["the wire service"] }]'));

    expect(outlets.find('reuters')?.aliases).toEqual(['the wire service']);
    expect(outlets.records.length).toBe(shippedOutlets().records.length);
  });

  it.each([
    ['{}', '$ is an object; a list of { "name", "aliases"?, "country"?, "homepage"? } is expected'],
    ['["Reuters"]', '$[0] is a string; a list of { "name", "aliases"?, "country"?, "homepage"? } is expected'],
    ['[{ "title": "Barline" }]', '$[0].title is no field of an outlet: name, aliases, country, homepage'],
    ['[{ "name": " " }]', '$[0].name must be a text that is not empty'],
    ['[{ "name": "Barline", "aliases": "BL" }]', '$[0].aliases must be a list of texts that are not empty'],
    ['[{ "name": "Barline", "country": "no" }]', '$[0].country must be two capital letters of ISO 3166-1, or null'],
    [
      '[{ "name": "Barline", "homepage": "barline.example" }]',
      '$[0].homepage must be an http or https address, or null',
    ],
    [
      '[{ "name": "Barline" }, { "name": "Quillon", "aliases": ["barline"] }]',
      '$[1] claims the name "barline", which $[0] has already',
    ],
  ])('refuses %s', (content, message) => {
    expect(refusal(write(content))).toBe(`/outlets.json: ${message}`);
  });

  it('refuses what is not JSON', () => {
    expect(refusal(write('name,country'))).toMatch(/^\/outlets\.json: is not JSON: /);
  });

  it('refuses a file that is not there', () => {
    expect(refusal(join(folder, 'none.json'))).toMatch(/^\/none\.json: cannot be read: ENOENT/);
  });
});
