import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useRef } from 'react';

import { fromFragment, toFragment, type SharedOperation } from './shared-operation';
import { holds, useTabOpener } from './tabs';

/** What the page's address shares; null when it shares nothing. */
export function addressedOperation(): SharedOperation | null {
  return fromFragment(window.location.hash);
}

/** Puts an operation into the page's address, without a new entry in the browser's history, and gives the address. */
export function addressOperation(operation: SharedOperation): string {
  const address = new URL(toFragment(operation), window.location.href).href;
  window.history.replaceState(null, '', address);
  return address;
}

/**
 * Keeps the address and the open tab true to each other: a link that is pasted over the address opens its tab, and the
 * address drops its link as soon as the open tab holds something else. So a reload never brings back a query that the
 * visitor has since changed.
 */
export function useAddress(): void {
  useOpenTabOnNewAddress();
  useSharedOperationName();
  const openTab = useGraphiQL((state) => state.tabs[state.activeTabIndex]);
  useEffect(() => {
    const addressed = addressedOperation();
    if (addressed !== null && openTab !== undefined && !holds(openTab, addressed)) {
      window.history.replaceState(null, '', window.location.pathname + window.location.search);
    }
  }, [openTab]);
}

function useOpenTabOnNewAddress(): void {
  const openTabs = useTabOpener();
  useEffect(() => {
    const onHashChange = () => {
      const addressed = addressedOperation();
      if (addressed !== null) openTabs([addressed]);
    };
    window.addEventListener('hashchange', onHashChange);
    return () => window.removeEventListener('hashchange', onHashChange);
  }, [openTabs]);
}

/** Chooses the operation that the first address names, once GraphiQL has read which operations the query holds. */
function useSharedOperationName(): void {
  const wanted = useRef(addressedOperation()?.operationName ?? null);
  const operations = useGraphiQL((state) => state.operations);
  const actions = useGraphiQLActions();
  useEffect(() => {
    const name = wanted.current;
    if (name === null || !operations?.some((operation) => operation.name?.value === name)) return;
    wanted.current = null;
    actions.setOperationName(name);
  }, [operations, actions]);
}
