import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';

import { readExamples } from '../../explorer/build/read-examples';
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';
import { createHandler } from '../../src/server';
import { describeInBrowser, launchBrowser } from './support/browser';
import { builtExplorer, type BuiltExplorer } from './support/built-explorer';
import { ExplorerPage } from './support/explorer-page';

const EXAMPLES = join(__dirname, '../../examples');
const QUERIES = join(EXAMPLES, 'queries');

function objectIn(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error(`Not an object: ${json}`);
  return { ...value };
}

describeInBrowser('the explorer as it is served, over the example stories', () => {
  let newsgraph: Newsgraph;
  let built: BuiltExplorer;
  let app: FastifyInstance;
  let browser: Browser;
  let url: string;
  let explorer: ExplorerPage;

  beforeAll(async () => {
    newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
    for await (const result of newsgraph.importFiles([join(EXAMPLES, 'stories')])) expect(result.status).toBe('created');
    built = await builtExplorer(QUERIES);
    app = await createHandler(newsgraph, { explorer: { folder: built.folder }, introspection: true });
    url = await app.listen({ port: 0 });
    browser = await launchBrowser();
    explorer = await ExplorerPage.open(browser, url);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
    await built.remove();
    await newsgraph.close();
  });

  it('runs the story page by keyboard and shows its answer', async () => {
    const [storyPage] = await readExamples(QUERIES);
    const { query, variables } = storyPage ?? { query: '', variables: null };
    const expected = await newsgraph.execute({ query, variables: objectIn(variables ?? '{}') });

    const [response] = await Promise.all([
      explorer.page.waitForResponse((candidate) => candidate.request().postData()?.includes('query StoryPage') ?? false),
      explorer.page.keyboard.press('Control+Enter'),
    ]);

    expect(objectIn(await response.text())).toEqual(objectIn(JSON.stringify({ data: expected.data })));
    const start = /^\{\n {2}"data": \{\n {4}"story": \{\n {6}"id": "\w+",\n {6}"slug":\s+"president-trump-and-xi-jinping-held-multiple-calls-this-week",/;
    await explorer.textWhen('Response', (text) => start.test(text));
  });

  it('runs each of its tabs without an error', async () => {
    const { length } = await readExamples(QUERIES);
    const titles = await explorer.tabsWhen((shown) => shown.length === length);

    for (const title of titles) {
      await explorer.tab(title).click();
      await explorer.textWhen('Query', (text) => text.includes(`query ${title}`));
      const [response] = await Promise.all([
        explorer.page.waitForResponse((candidate) => candidate.request().postData()?.includes(`query ${title}`) ?? false),
        explorer.button(/^Execute query/).click(),
      ]);
      expect({ title, ...objectIn(await response.text()) }).not.toHaveProperty('errors');
    }
  });

  it('shows the root of the graph in the docs', async () => {
    const docs = explorer.page.locator('.graphiql-doc-explorer-content');

    await explorer.button('Show Documentation Explorer').click();
    await docs.getByText('Query', { exact: true }).first().click();

    await docs.getByText('story(').first().waitFor();
    expect(await docs.innerText()).toContain('story(by: Ref!): Story');
  });

  it('asked nobody but its own server, kept to a strict policy and complained of nothing', async () => {
    const { headers } = await app.inject('/');

    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect([...explorer.requestedOrigins]).toEqual([url]);
    expect(explorer.violations).toEqual([]);
    expect(explorer.complaints).toEqual([]);
  });
});
