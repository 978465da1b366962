import type { NormalisedStory } from '../../src/domain/normalised-story';
import type { StoryDraft } from '../../src/domain/story-draft';
import { importDocuments, type ImportResult } from '../../src/ingest/import-documents';
import type { ReadDocument } from '../../src/ingest/read-documents';
import { SeveralDocumentsError } from '../../src/ingest/several-documents-error';
import { openStore, type NewsStore } from '../../src/store';
import { numberedDraft } from '../support/numbered-drafts';

/** A store that tells what it was given to save, and when it had done so. */
async function tellingStore(): Promise<{ store: NewsStore; events: string[] }> {
  const store = await openStore('sqlite::memory:');
  const events: string[] = [];
  const save = store.save.bind(store);
  store.save = async (stories: readonly NormalisedStory[], options) => {
    events.push(`save ${stories.length}`);
    const outcomes = await save(stories, options);
    events.push(`saved ${stories.length}`);
    return outcomes;
  };
  return { store, events };
}

async function* read(drafts: Iterable<StoryDraft>, events: string[] = []): AsyncGenerator<ReadDocument> {
  let number = 0;
  for (const draft of drafts) {
    await Promise.resolve();
    number += 1;
    events.push(`read ${number}`);
    yield { origin: { source: `document ${number}` }, result: { draft, warnings: [] } };
  }
}

const drafts = (count: number): StoryDraft[] => Array.from({ length: count }, (_, number) => numberedDraft(number));

async function sourcesOf(results: AsyncIterable<ImportResult>): Promise<string[]> {
  const sources: string[] = [];
  for await (const { origin, status } of results) sources.push(`${origin.source} ${status}`);
  return sources;
}

describe('importing', () => {
  let store: NewsStore;
  let events: string[];

  beforeEach(async () => {
    ({ store, events } = await tellingStore());
  });

  afterEach(() => store.close());

  it('gives results in order, from batches of the size that is asked for', async () => {
    const results = importDocuments(read(drafts(5)), store, { batchSize: 2 });

    expect(await sourcesOf(results)).toEqual([1, 2, 3, 4, 5].map((number) => `document ${number} created`));
    expect(events.filter((event) => event.startsWith('save '))).toEqual(['save 2', 'save 2', 'save 1']);
  });

  it('reads the next batch while the store saves one, and no further', async () => {
    await sourcesOf(importDocuments(read(drafts(6), events), store, { batchSize: 2 }));

    const duringFirstSave = events.slice(events.indexOf('save 2'), events.indexOf('saved 2'));
    // The fifth tells that the second batch is full; it belongs to the third.
    expect(duringFirstSave).toEqual(['save 2', 'read 4', 'read 5']);
  });

  it('ends when it is aborted, after the batch that is being saved', async () => {
    const controller = new AbortController();
    const sources: string[] = [];
    const importing = (async () => {
      for await (const { origin } of importDocuments(read(drafts(6), events), store, { batchSize: 2, signal: controller.signal })) {
        sources.push(origin.source);
        controller.abort(new Error('enough'));
      }
    })();

    await expect(importing).rejects.toThrow(new Error('enough'));
    expect(sources).toEqual(['document 1', 'document 2']);
    expect((await store.stats()).stories).toBe(2);
  });

  it('does not wait for a source that gives nothing when it is aborted', async () => {
    const controller = new AbortController();
    async function* silent(): AsyncGenerator<ReadDocument> {
      yield* read(drafts(1));
      await new Promise(() => undefined);
    }
    const importing = sourcesOf(importDocuments(silent(), store, { signal: controller.signal }));

    controller.abort(new Error('enough'));

    await expect(importing).rejects.toThrow(new Error('enough'));
    expect((await store.stats()).stories).toBe(0);
  });

  it('lets the later of two documents of one story win', async () => {
    const [first] = drafts(1);
    if (first === undefined) throw new Error('one draft was made');
    const results = importDocuments(read([{ ...first, title: 'Before' }, { ...first, title: 'After' }]), store);

    expect(await sourcesOf(results)).toEqual(['document 1 created', 'document 2 updated']);
    for await (const { title } of store.stories()) expect(title).toBe('After');
  });

  it('tells in a dry run what would become of documents of one story', async () => {
    // Given a story that is kept, and documents of it and of another one, each more than once
    const [kept, other] = drafts(2);
    if (kept === undefined || other === undefined) throw new Error('two drafts were made');
    await sourcesOf(importDocuments(read([kept]), store));
    const documents = [other, { ...other, title: 'After' }, { ...other, title: 'After' }, kept, { ...kept, title: 'After' }, kept];
    // When
    const rehearsed = await sourcesOf(importDocuments(read(documents), store, { dryRun: true, batchSize: 2 }));
    const { stories } = await store.stats();
    const done = await sourcesOf(importDocuments(read(documents), store, { batchSize: 2 }));
    // Then
    expect(rehearsed).toEqual(['created', 'updated', 'unchanged', 'unchanged', 'updated', 'updated'].map((status, index) => `document ${index + 1} ${status}`));
    expect(stories).toBe(1);
    expect(done).toEqual(rehearsed);
  });

  it('keeps one document that is to be the only one, and none of more', async () => {
    await expect(sourcesOf(importDocuments(read(drafts(2)), store, { onlyOne: true, batchSize: 1 }))).rejects.toThrow(SeveralDocumentsError);
    expect((await store.stats()).stories).toBe(0);

    expect(await sourcesOf(importDocuments(read(drafts(1)), store, { onlyOne: true }))).toEqual(['document 1 created']);
    expect(await sourcesOf(importDocuments(read([]), store, { onlyOne: true }))).toEqual([]);
  });

  it('puts fewer long documents into a batch', async () => {
    const long = drafts(4).map((draft) => ({
      ...draft,
      sections: draft.sections.map((section) => ({ ...section, blocks: [{ kind: 'PARAGRAPH' as const, text: 'word '.repeat(1_000_000) }] })),
    }));

    await sourcesOf(importDocuments(read(long), store));

    expect(events.filter((event) => event.startsWith('save '))).toEqual(['save 2', 'save 2']);
  });

  it('tells what was kept before it tells that reading failed', async () => {
    async function* broken(): AsyncGenerator<ReadDocument> {
      yield* read(drafts(3));
      throw new Error('the stream broke');
    }
    const told: string[] = [];
    const importing = (async () => {
      for await (const { origin } of importDocuments(broken(), store, { batchSize: 2 })) told.push(origin.source);
    })();

    await expect(importing).rejects.toThrow('the stream broke');
    expect(told).toEqual(['document 1', 'document 2']);
    expect((await store.stats()).stories).toBe(2);
  });

  it('saves nothing more once nobody wants more', async () => {
    for await (const { status } of importDocuments(read(drafts(6)), store, { batchSize: 2 })) {
      expect(status).toBe('created');
      break;
    }

    expect((await store.stats()).stories).toBe(2);
  });
});
