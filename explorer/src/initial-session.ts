import type { Example } from './example';
import type { SharedOperation } from './shared-operation';

/** The part of GraphiQL's properties that says which tabs are there at the start, and which one is open. */
export interface InitialSession {
  readonly initialQuery: string;
  readonly initialVariables: string;
  /** Used by GraphiQL only when it has stored no tabs yet. */
  readonly defaultTabs: Example[];
}

/**
 * Decides what the page opens with: the shared operation when the address has one, else the tab that the visitor left
 * open, else the first example.
 *
 * The open tab's query and variables are always given along: GraphiQL 5.4 takes the variables of the first editor from
 * these properties alone, never from the tab, and would show a tab without its variables.
 *
 * @param shared what the address shares
 * @param storedTabs GraphiQL's stored tabs, as it wrote them
 * @param examples the tabs of a first visit
 */
export function initialSession(
  shared: SharedOperation | null,
  storedTabs: string | null,
  examples: readonly [Example, ...Example[]],
): InitialSession {
  const open = shared ?? storedOpenTab(storedTabs) ?? examples[0];
  return {
    initialQuery: open.query,
    initialVariables: open.variables ?? '',
    defaultTabs: [open, ...examples.filter((example) => !isSame(example, open))],
  };
}

function isSame(one: Example, other: Example): boolean {
  return one.query === other.query && one.variables === other.variables;
}

/** Stored text that is not what GraphiQL writes counts as nothing stored; GraphiQL itself does the same. */
function storedOpenTab(storedTabs: string | null): Example | null {
  const state = parseJson(storedTabs);
  if (!isRecord(state) || !Array.isArray(state['tabs']) || typeof state['activeTabIndex'] !== 'number') return null;
  const tab: unknown = state['tabs'][state['activeTabIndex']] ?? state['tabs'][0];
  return isRecord(tab) ? { query: textOf(tab['query']) ?? '', variables: textOf(tab['variables']) } : null;
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
