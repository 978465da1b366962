import { ToolbarButton } from '@graphiql/react';

import { ExamplesIcon } from './icons';
import { useTabOpener } from './tabs';

/** The toolbar's button that opens the example queries again, beside the visitor's own tabs. */
export function ExamplesButton() {
  const openTabs = useTabOpener();
  return (
    <ToolbarButton label="Bring back the example queries" onClick={() => openTabs(BUILT_IN_EXAMPLES)}>
      <ExamplesIcon />
    </ToolbarButton>
  );
}
