import { isDeepStrictEqual } from 'node:util';

import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import { PATIENCE_MS, until } from './until';

/** A violation of the page's policy: what was blocked, and by which directive. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
}

/** The little of the browser's elements that is read here; the tests are compiled without the browser's types. */
interface ShownLine {
  readonly textContent: string;
  getBoundingClientRect(): { readonly top: number };
}

interface Focusable {
  readonly ownerDocument: { readonly activeElement: unknown };
}

type Pane = 'Query' | 'Variables' | 'Response';

/** The explorer as a visitor has it in a browser of their own, with what the browser saw meanwhile. */
export class ExplorerPage {
  readonly requestedOrigins = new Set<string>();
  readonly complaints: string[] = [];
  readonly violations: Violation[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  /** Opens an address as a visitor who has never been there. */
  static async open(browser: Browser, url: string): Promise<ExplorerPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const explorer = new ExplorerPage(await context.newPage(), context);
    await explorer.watch();
    await explorer.goTo(url);
    return explorer;
  }

  private async watch(): Promise<void> {
    this.page.setDefaultTimeout(PATIENCE_MS);
    this.context.on('request', (request) => this.requestedOrigins.add(new URL(request.url()).origin));
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    await this.page.exposeFunction('reportViolation', (violation: Violation) => this.violations.push(violation));
    await this.page.addInitScript(`document.addEventListener('securitypolicyviolation', (event) =>
      window.reportViolation({ directive: event.effectiveDirective, blocked: event.blockedURI }))`);
  }

  /** Loads an address, and waits until the explorer is there. */
  async goTo(url: string): Promise<void> {
    // From a blank page: an address that differs in its fragment alone would load nothing.
    await this.page.goto('about:blank');
    await this.page.goto(url);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  private async ready(): Promise<void> {
    for (const name of ['Query', 'Variables', 'Response'] as const) await this.pane(name).waitFor({ state: 'attached' });
  }

  /** The box around one of the editors. */
  pane(name: Pane): Locator {
    return this.page.getByRole('group', { name: `${name}, press Enter to edit`, includeHidden: true });
  }

  /**
   * The text that a pane shows at this moment; Monaco keeps its lines in any order and writes spaces as U+00A0. Private,
   * because Monaco draws when it likes: between two frames its lines may stand where they will not stay.
   */
  private async textOf(name: Pane): Promise<string> {
    const lines = await this.pane(name)
      .locator('.view-line')
      .evaluateAll((nodes: ShownLine[]) =>
        nodes
          .map((node) => ({ top: node.getBoundingClientRect().top, text: node.textContent }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits until a pane's text is as it should be, and gives it. */
  textWhen(name: Pane, isThere: (text: string) => boolean): Promise<string> {
    return until(() => this.textOf(name), isThere);
  }

  /** Waits until a pane shows exactly this text. */
  async shows(name: Pane, text: string): Promise<void> {
    await this.textWhen(name, (shown) => shown === text);
  }

  /** Waits for the answer to be there whole, and reads it. */
  async answer(): Promise<unknown> {
    return JSON.parse(await this.textWhen('Response', (text) => text.startsWith('{') && text.trimEnd().endsWith('}')));
  }

  /** Replaces what the query editor holds, as somebody types it. */
  async writeQuery(text: string): Promise<void> {
    await this.pane('Query').focus();
    for (const key of ['Enter', 'Control+a', 'Delete']) await this.page.keyboard.press(key);
    await this.page.keyboard.insertText(text);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Waits until the titles of the tabs, from left to right, are as they should be, and gives them. */
  tabsWhen(isThere: (titles: readonly string[]) => boolean): Promise<string[]> {
    return until(() => this.page.getByRole('tab').allInnerTexts(), isThere);
  }

  /** Waits until the tabs are these, in this order. */
  async hasTabs(titles: readonly string[]): Promise<void> {
    await this.tabsWhen((shown) => isDeepStrictEqual(shown, titles));
  }

  tab(title: string): Locator {
    return this.page.getByRole('tab').getByRole('button', { name: title, exact: true });
  }

  /** Waits until what the browser keeps of the tabs is as it should be: GraphiQL writes it half a second late. */
  async storedTabsWhen(isThere: (tabs: string) => boolean): Promise<void> {
    await until(() => this.page.evaluate<string>(`localStorage.getItem('newsgraph:graphiql:tabState') ?? ''`), isThere);
  }

  /** Waits until the keyboard writes into this element. */
  async hasFocus(locator: Locator): Promise<void> {
    await until(() => locator.evaluate((node: Focusable) => node === node.ownerDocument.activeElement), Boolean);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
