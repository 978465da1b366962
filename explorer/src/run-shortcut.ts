import { isMacOs, useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

/** Lets Ctrl-Enter (Cmd-Enter on a Mac) run the query from anywhere on the page; GraphiQL hears it in its editors only. */
export function useRunShortcut(): void {
  const actions = useGraphiQLActions();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isShortcut = event.key === 'Enter' && (isMacOs ? event.metaKey : event.ctrlKey);
      // Prevented: an editor has heard it already.
      if (!isShortcut || event.defaultPrevented) return;
      event.preventDefault();
      actions.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
