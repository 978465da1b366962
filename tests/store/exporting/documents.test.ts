/** From code: what one store exports another imports as it comes. */
import path from 'node:path';
import { createNewsgraph, UnknownReferenceError, type ExportFilter, type Newsgraph } from '../../../src/newsgraph';
import { describeOnEachStore } from '../../support/stores';

const EXAMPLES = path.join(__dirname, '../../../examples/stories');

async function exported(newsgraph: Newsgraph, filter?: ExportFilter): Promise<object[]> {
  const documents: object[] = [];
  for await (const document of newsgraph.exportDocuments(filter)) documents.push(document);
  return documents;
}

describeOnEachStore('exported documents', (_open, place) => {
  it('are imported as they are, and exported the same again', async () => {
    // Given
    const from = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    const to = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    try {
      for await (const { error } of from.importFiles([EXAMPLES])) expect(error).toBeNull();
      // When
      for await (const { status, error } of to.importDocuments(from.exportDocuments())) expect({ status, error }).toEqual({ status: 'created', error: null });
      // Then
      const documents = await exported(to);
      expect(documents).toEqual(await exported(from));
      expect(documents.length).toBeGreaterThan(70);
    } finally {
      await Promise.all([from.close(), to.close()]);
    }
  }, 60_000);

  it('are refused for a reference that nothing has, whose like is named where there is one', async () => {
    // Given
    const newsgraph = await createNewsgraph({ databaseUrl: await place.freshUrl() });
    try {
      const perspectives = [{ outlets: ['The Sorn Mercury'], text: 'The Sorn Mercury tells it.' }];
      const story = { format: 'newsgraph-story/1', slug: 'flood', summary: 'A flood.', topics: [{ name: 'Brackwater' }], perspectives };
      for await (const { error } of newsgraph.importDocuments([story])) expect(error).toBeNull();
      // When, then
      const refusals: [ExportFilter, string][] = [
        [{ topics: ['brackwater', 'brackwatre', 'sorn'] }, 'there is no topic "brackwatre"; did you mean "brackwater"?'],
        [{ outlets: ['sorn-mercury'], topics: ['brackwater'] }, 'there is no outlet "sorn-mercury"; did you mean "the-sorn-mercury"?'],
        [{ slugs: ['flood', 'drought'] }, 'there is no story "drought"'],
        [{ slugs: ['flood'], topics: [''] }, 'there is no topic ""'],
      ];
      for (const [filter, message] of refusals) await expect(exported(newsgraph, filter)).rejects.toThrow(new UnknownReferenceError(message));
      expect(await exported(newsgraph, { slugs: ['flood'], topics: ['brackwater'], outlets: ['the-sorn-mercury'] })).toHaveLength(1);
      expect(await exported(newsgraph, { slugs: [] })).toEqual([]);
    } finally {
      await newsgraph.close();
    }
  });
});
