/** Queries in docs/finding.md have the answers that stand under them, over the stories of `examples/`. */
import path from 'node:path';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { ROOT } from './support/copied-tree';
import { codeBlocks } from './support/markdown';
import { textOf } from './support/repository';

const pairs = codeBlocks(textOf('docs/finding.md')).flatMap(({ language, text, next }) =>
  language === 'graphql' && next?.language === 'json' ? [{ query: text, shown: next.text }] : [],
);

/** An answer, and what stands in it: a page may leave out what leads to the one field that it is about. */
function* shownParts(answer: unknown): Generator {
  for (let part = answer; ; part = Object.values(part)[0]) {
    yield part;
    if (typeof part !== 'object' || part === null || Object.keys(part).length !== 1) return;
  }
}

describe('the answers that the docs show', () => {
  let newsgraph: Newsgraph;
  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    for await (const { error } of newsgraph.importFiles([path.join(ROOT, 'examples/stories')])) expect(error).toBeNull();
  });
  afterAll(() => newsgraph.close());

  it.each(pairs)('are those that come ($#)', async ({ query, shown }) => {
    const answer: unknown = JSON.parse(JSON.stringify(await newsgraph.execute({ query })));
    expect([...shownParts(answer)]).toContainEqual(JSON.parse(shown));
  });

  it('are there', () => expect(pairs.length).toBeGreaterThanOrEqual(10));
});
