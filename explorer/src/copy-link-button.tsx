import { ToolbarButton, useGraphiQL, VisuallyHidden } from '@graphiql/react';
import { useEffect, useState } from 'react';

import { addressOperation } from './address';
import { DoneIcon, LinkIcon } from './icons';
import type { SharedOperation } from './shared-operation';

type Outcome = 'copied' | 'in-address';

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  copied: 'Link copied',
  'in-address': 'The link is in the address bar',
};

const OUTCOME_SHOWN_FOR_MS = 3000;

/** The toolbar's button that puts a link to the open query into the address bar and onto the clipboard. */
export function CopyLinkButton() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const operation = useOpenOperation();

  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), OUTCOME_SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copyLink = async () => {
    setOutcome((await copy(addressOperation(operation()))) ? 'copied' : 'in-address');
  };
  return (
    <>
      <ToolbarButton label={outcome === null ? 'Copy link to this query' : OUTCOMES[outcome]} onClick={() => void copyLink()}>
        {outcome === null ? <LinkIcon /> : <DoneIcon />}
      </ToolbarButton>
      <VisuallyHidden role="status">{outcome === null ? '' : OUTCOMES[outcome]}</VisuallyHidden>
    </>
  );
}

/** Gives a reader of what the editors hold at the moment it is called: the tab's own state lags behind typing. */
function useOpenOperation(): () => SharedOperation {
  const { queryEditor, variableEditor, operations, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    operations: state.operations,
    operationName: state.operationName,
  }));
  return () => ({
    query: queryEditor?.getValue() ?? '',
    variables: variableEditor?.getValue() || null,
    operationName: (operations ?? []).length > 1 ? (operationName ?? null) : null,
  });
}

/**
 * @returns false where the browser gives no clipboard: on plain http beyond localhost, or when the visitor refused it
 */
async function copy(text: string): Promise<boolean> {
  if (!window.isSecureContext) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
