import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import type { FastifyInstance } from 'fastify';

import { toFragment } from '../../explorer/src/shared-operation';
import { describeInBrowser, launchBrowser } from './support/browser';
import { builtExplorer, type BuiltExplorer } from './support/built-explorer';
import { ExplorerPage } from './support/explorer-page';
import { smallGateway } from './support/small-gateway';
import { until } from './support/until';

const STORY_PAGE_VARIABLES = '{\n  "slug": "harbour-reopens"\n}';
const ANSWER = { data: { story: { title: 'The harbour reopens', outlets: [{ name: 'The Quayside Courier' }] } } };
const SHARED = {
  query: 'query Titles {\n  stories {\n    title\n  }\n}\n\nquery Nothing($slug: String!) {\n  story(slug: $slug) {\n    title\n  }\n}',
  variables: '{ "slug": "nothing" }',
  operationName: 'Nothing',
};

const isStoryPage = (text: string): boolean => text.startsWith('# A story and what is said of it.\nquery StoryPage(') && text.endsWith('}');

describeInBrowser('the explorer in a browser', () => {
  let built: BuiltExplorer;
  let app: FastifyInstance;
  let browser: Browser;
  let url: string;
  let explorer: ExplorerPage;

  beforeAll(async () => {
    built = await builtExplorer(join(__dirname, 'support/queries'));
    app = await smallGateway(built.folder);
    url = await app.listen({ port: 0 });
    browser = await launchBrowser();
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await app.close();
    await built.remove();
  });

  beforeEach(async () => {
    explorer = await ExplorerPage.open(browser, url);
  });

  afterEach(async () => {
    await explorer.close();
    // Whatever a visitor does, the page asks nobody but its own server, keeps to its policy and complains of nothing.
    expect([...explorer.requestedOrigins]).toEqual([url]);
    expect(explorer.violations).toEqual([]);
    expect(explorer.complaints).toEqual([]);
  });

  it('opens with a tab for each example, the first with its variables', async () => {
    await explorer.hasTabs(['StoryPage', 'AllStories']);
    await explorer.textWhen('Query', isStoryPage);
    await explorer.shows('Variables', STORY_PAGE_VARIABLES);
    expect(await explorer.page.title()).toBe('newsgraph explorer');
  });

  it('runs the open query by keyboard, from anywhere on the page', async () => {
    await explorer.page.keyboard.press('Control+Enter');

    expect(await explorer.answer()).toEqual(ANSWER);
  });

  it('lets the keyboard into an editor, runs the query there once, and lets it out', async () => {
    const queries: string[] = [];
    explorer.page.on('request', (request) => queries.push(request.postData() ?? ''));

    await explorer.pane('Query').focus();
    await explorer.page.keyboard.press('Enter');
    await explorer.hasFocus(explorer.page.getByRole('textbox', { name: /^Query editor/ }));
    await explorer.page.keyboard.press('Control+Enter');
    expect(await explorer.answer()).toEqual(ANSWER);
    await explorer.page.keyboard.press('Escape');

    await explorer.hasFocus(explorer.pane('Query'));
    expect(queries.filter((query) => query.includes('query StoryPage'))).toHaveLength(1);
  });

  it('suggests fields while a query is written, and Escape then closes the suggestions alone', async () => {
    await explorer.writeQuery('query Mine { ');
    await explorer.page.keyboard.press('Control+Space');
    const suggestions = explorer.page.locator('.suggest-widget.visible');

    await suggestions.getByText('stories', { exact: true }).waitFor();
    await explorer.page.keyboard.press('Escape');

    await suggestions.waitFor({ state: 'hidden' });
    await explorer.hasFocus(explorer.page.getByRole('textbox', { name: /^Query editor/ }));
  });

  it('shows the schema’s root in the docs', async () => {
    const docs = explorer.page.locator('.graphiql-doc-explorer-content');

    await explorer.button('Show Documentation Explorer').click();
    await docs.getByText('Query', { exact: true }).click();

    await docs.getByText('Everything that can be asked.').waitFor();
    expect(await docs.innerText()).toContain('story(slug: String!): Story');
  });

  it('remembers what was run', async () => {
    await explorer.page.keyboard.press('Control+Enter');
    await explorer.answer();

    await explorer.button('Show History').click();

    await explorer.page.locator('.graphiql-history-item').getByText('StoryPage').waitFor();
  });

  describe('a link', () => {
    it('opens what it shares in a tab of its own, at the operation it names', async () => {
      await explorer.storedTabsWhen((tabs) => tabs.includes('AllStories'));
      await explorer.goTo(url + toFragment(SHARED));

      await explorer.tab('Nothing').waitFor();
      await explorer.hasTabs(['StoryPage', 'AllStories', 'Nothing']);
      await explorer.shows('Query', SHARED.query);
      await explorer.shows('Variables', SHARED.variables);
      await explorer.page.keyboard.press('Control+Enter');
      expect(await explorer.answer()).toEqual({ data: { story: null } });
    });

    it('opens too when it is pasted over the address of an open explorer', async () => {
      await explorer.page.goto(url + toFragment({ ...SHARED, operationName: null }));

      await explorer.textWhen('Query', (text) => text === SHARED.query);
      await explorer.shows('Variables', SHARED.variables);
    });

    it('is copied with a button, and gives somebody else the same query and variables', async () => {
      await explorer.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

      await explorer.button('Copy link to this query').click();
      await explorer.button('Link copied').waitFor();
      const link = await explorer.page.evaluate<string>('navigator.clipboard.readText()');
      const other = await ExplorerPage.open(browser, link);

      expect(link).toBe(explorer.page.url());
      await other.shows('Query', await explorer.textWhen('Query', isStoryPage));
      await other.shows('Variables', STORY_PAGE_VARIABLES);
      await other.hasTabs(['StoryPage', 'AllStories']);
      await other.close();
    });

    it('leaves the address when the query is changed, so that a reload keeps the change', async () => {
      const changed = 'query Changed { stories { title } }';
      await explorer.storedTabsWhen((tabs) => tabs.includes('AllStories'));
      await explorer.goTo(url + toFragment(SHARED));

      await explorer.writeQuery(changed);
      await until(() => explorer.page.url(), (address) => address === `${url}/`);
      await explorer.storedTabsWhen((tabs) => tabs.includes('Changed'));
      await explorer.reload();

      await explorer.shows('Query', changed);
      await explorer.hasTabs(['StoryPage', 'AllStories', 'Changed']);
    });
  });

  describe('a returning visitor', () => {
    it('finds the tabs as they were left, and gets closed examples back beside them', async () => {
      await explorer.writeQuery('query Mine { stories { title } }');
      await explorer.tab('Mine').waitFor();
      await explorer.tab('AllStories').click();
      await explorer.button('Close Tab').last().click();
      await explorer.storedTabsWhen((tabs) => !tabs.includes('AllStories'));
      await explorer.reload();
      await explorer.hasTabs(['Mine']);
      await explorer.shows('Variables', STORY_PAGE_VARIABLES);

      await explorer.button('Bring back the example queries').click();

      await explorer.tab('AllStories').waitFor();
      await explorer.hasTabs(['Mine', 'StoryPage', 'AllStories']);
      await explorer.textWhen('Query', isStoryPage);
    });

    it('does not find another project’s tabs, which stand under the same origin', async () => {
      await explorer.page.evaluate(`localStorage.clear();
        localStorage.setItem('graphiql:tabState', '{"activeTabIndex":0,"tabs":[]}');
        localStorage.setItem('graphiql:query', '{ elsewhere }')`);

      await explorer.reload();

      await explorer.hasTabs(['StoryPage', 'AllStories']);
      await explorer.textWhen('Query', isStoryPage);
    });
  });
});

describeInBrowser('the watch over the explorer’s requests', () => {
  it('sees what the policy blocks', async () => {
    const built = await builtExplorer(join(__dirname, 'support/queries'));
    const app = await smallGateway(built.folder);
    const browser = await launchBrowser();
    const explorer = await ExplorerPage.open(browser, await app.listen({ port: 0 }));

    const outcome = await explorer.page.evaluate<string>(`fetch('http://127.0.0.1:1/').then(() => 'sent', () => 'blocked')`);
    await until(() => explorer.violations, (violations) => violations.length > 0);

    expect(outcome).toBe('blocked');
    expect(explorer.violations).toEqual([{ directive: 'connect-src', blocked: 'http://127.0.0.1:1/' }]);
    await browser.close();
    await app.close();
    await built.remove();
  });
});
