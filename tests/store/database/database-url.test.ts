import { openStore } from '../../../src/store';
import { parseDatabaseUrl } from '../../../src/store/database/database-url';

describe('parseDatabaseUrl', () => {
  it.each([
    ['sqlite:data/newsgraph.db', { kind: 'sqlite-file', path: 'data/newsgraph.db' }],
    ['sqlite:/var/lib/news.db', { kind: 'sqlite-file', path: '/var/lib/news.db' }],
    ['sqlite:///var/lib/news.db', { kind: 'sqlite-file', path: '/var/lib/news.db' }],
    ['sqlite::memory:', { kind: 'sqlite-temporary' }],
    ['postgres://u:secret@db.example:6543/news', { kind: 'postgres', url: 'postgres://u:secret@db.example:6543/news', label: 'db.example:6543/news' }],
    ['postgresql://db.example/news', { kind: 'postgres', url: 'postgresql://db.example/news', label: 'db.example:5432/news' }],
  ])('reads %s', (url, location) => {
    expect(parseDatabaseUrl(url)).toEqual(location);
  });

  it.each([
    ['mysql://root:secret@db.example/news', 'The database URL has an unknown scheme (mysql:).'],
    ['data/newsgraph.db', 'The database URL has an unknown scheme (none).'],
    ['sqlite:', 'The database URL names no file.'],
    ['postgres://user:secret@db.example:port/news', 'The database URL cannot be read.'],
  ])('refuses %s without telling a password', (url, message) => {
    expect(() => parseDatabaseUrl(url)).toThrow(
      `${message} Wanted: sqlite:<path>, sqlite::memory: or postgres://user:password@host:port/database.`,
    );
  });
});

describe('a PostgreSQL server that is not there', () => {
  it('is told in one line with its place and without the password', async () => {
    await expect(openStore('postgres://user:secret@127.0.0.1:1/news')).rejects.toMatchObject({
      code: 'STORE_OPEN_FAILED',
      message: expect.stringMatching(/^Cannot open the store at 127\.0\.0\.1:1\/news: The database cannot be reached\. \(.*ECONNREFUSED.*\)$/) as string,
    });
  });
});
