/** What a newsgraph is given by programs in plain JavaScript, where nothing holds them to the types. */
import { ConfigurationError, createNewsgraph, type Newsgraph } from '../../src';

/** Takes all that there is, or the error. */
async function drain(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const taken: unknown[] = [];
  for await (const item of items) taken.push(item);
  return taken;
}

describe('the options of a newsgraph', () => {
  it.each([
    [{ databaseURL: 'sqlite::memory:' }, 'createNewsgraph has no option databaseURL; did you mean databaseUrl?'],
    [{ databaseUrl: 'sqlite::memory:', limits: {} }, 'createNewsgraph has no option limits; it takes databaseUrl, outletsFile, poolSize, onMigrations'],
    ['postgres://news:secret@localhost/news', 'createNewsgraph takes an object with its options, not a string'],
  ])('are refused when they are %j', async (options, message) => {
    // When
    const made = createNewsgraph(options as object);
    // Then
    await expect(made).rejects.toThrow(new ConfigurationError(message));
  });

  describe('of what it does', () => {
    let newsgraph: Newsgraph;
    beforeAll(async () => {
      newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    });
    afterAll(() => newsgraph.close());

    it.each<[string, (options: object) => AsyncIterable<unknown>, object, string]>([
      ['importDocuments', (options) => newsgraph.importDocuments(['{}'], options), { dryrun: true }, 'importDocuments has no option dryrun; did you mean dryRun?'],
      ['importFiles', (options) => newsgraph.importFiles(['nowhere'], options), { 'published-at': '2026-01-31' }, 'importFiles has no option published-at; did you mean publishedAt?'],
      ['exportDocuments', (filter) => newsgraph.exportDocuments(filter), { topic: ['tides'] }, 'exportDocuments has no option topic; did you mean topics?'],
    ])('are refused by %s', async (_name, call, options, message) => {
      await expect(drain(call(options))).rejects.toThrow(new ConfigurationError(message));
      expect(await newsgraph.stats()).toMatchObject({ stories: 0 });
    });
  });
});
