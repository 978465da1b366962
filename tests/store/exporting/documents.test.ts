/** From code: what one store exports another imports as it comes. */
import path from 'node:path';
import { createNewsgraph, type Newsgraph } from '../../../src/newsgraph';
import { describeOnEachStore } from '../../support/stores';

const EXAMPLES = path.join(__dirname, '../../../examples/stories');

async function exported(newsgraph: Newsgraph): Promise<object[]> {
  const documents: object[] = [];
  for await (const document of newsgraph.exportDocuments()) documents.push(document);
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
});
