import { GraphiQL } from 'graphiql';

import { addressedOperation, useAddress } from './address';
import { browserStorage } from './browser-storage';
import { CopyLinkButton } from './copy-link-button';
import { useEditorAccess } from './editor-access';
import { EDITOR_THEMES } from './editor-themes';
import { ExamplesButton } from './examples-button';
import { fetcher } from './fetcher';
import { Mark } from './icons';
import { initialSession } from './initial-session';
import { useRunShortcut } from './run-shortcut';

const storage = browserStorage();

/** The key under which GraphiQL stores its tabs. */
const TABS_KEY = 'graphiql:tabState';

const session = initialSession(addressedOperation(), storage.getItem(TABS_KEY), BUILT_IN_EXAMPLES);

/** The whole page: GraphiQL with our tabs, toolbar, colours and name. */
export function Explorer() {
  return (
    <GraphiQL
      {...session}
      fetcher={fetcher}
      storage={storage}
      editorTheme={EDITOR_THEMES}
      inputValueDeprecation
      schemaDescription
      shouldPersistHeaders={false}
    >
      <GraphiQL.Logo>
        <span className="newsgraph-logo">
          <Mark />
          newsgraph
        </span>
      </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyLinkButton />
            <ExamplesButton />
          </>
        )}
      </GraphiQL.Toolbar>
      <Upkeep />
    </GraphiQL>
  );
}

/** Shows nothing: hooks that need to live inside GraphiQL. */
function Upkeep() {
  useAddress();
  useEditorAccess();
  useRunShortcut();
  return null;
}
