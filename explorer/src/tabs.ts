import { useGraphiQL, useGraphiQLActions, type TabsState } from '@graphiql/react';

import type { Example } from './example';

type Tab = TabsState['tabs'][number];

/**
 * Gives a function that makes sure each of the given queries has a tab, and shows the first of them. Tabs that are
 * there stay as they are, and a query that already has a tab gets no second one.
 */
export function useTabOpener(): (contents: readonly [Example, ...Example[]]) => void {
  const actions = useGraphiQLActions();
  const tabs = useGraphiQL((state) => state.tabs);
  return (contents) => {
    const missing = contents.filter((content) => !tabs.some((tab) => holds(tab, content)));
    const all = [...tabs, ...missing.map(toTab)];
    // GraphiQL's only action that takes whole tabs; `addTab` opens an empty one.
    actions.moveTab(all);
    actions.changeTab(all.findIndex((tab) => holds(tab, contents[0])));
  };
}

/** Whether a tab's editors hold exactly this query and these variables. */
export function holds(tab: Tab, content: Example): boolean {
  return tab.query === content.query && (tab.variables || null) === content.variables;
}

function toTab({ query, variables }: Example): Tab {
  return {
    id: newTabId(),
    // GraphiQL computes hash and title anew from the contents as soon as the tab is open.
    hash: '',
    title: operationNameIn(query) ?? 'Shared',
    query,
    variables,
    headers: null,
    operationName: operationNameIn(query),
    response: null,
  };
}

/** `crypto.randomUUID` would do, but browsers offer it to https and localhost only. */
function newTabId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(16)).join('-');
}

function operationNameIn(query: string): string | null {
  return /^[^#\n]*\b(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? null;
}
