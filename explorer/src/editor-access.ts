import { useGraphiQL, type MonacoEditor } from '@graphiql/react';
import { KeyCode } from 'monaco-graphql/esm/monaco-editor.js';
import { useEffect } from 'react';

/** When Escape has no other work to do in an editor, in the names of Monaco's context keys. */
const NOTHING_TO_CLOSE = [
  'editorHasMultipleSelections',
  'editorHoverVisible',
  'findWidgetVisible',
  'inSnippetMode',
  'markersNavigationVisible',
  'parameterHintsVisible',
  'suggestWidgetVisible',
]
  .map((key) => `!${key}`)
  .join(' && ');

/**
 * Sets up the four editors for prose, and for use without eyes or without a mouse: each gets the name that a screen reader says, the
 * empty ones a word on what to do, and Escape leads out again. Monaco calls all of them "Editor content", the box
 * around each, which takes the keyboard first, has no name, and Tab inside writes a tab.
 */
export function useEditorAccess(): void {
  const { query, variables, headers, response } = useGraphiQL((state) => ({
    query: state.queryEditor,
    variables: state.variableEditor,
    headers: state.headerEditor,
    response: state.responseEditor,
  }));
  useEffect(() => openUp(query, 'Query', 'Ctrl-Space lists what can come next.'), [query]);
  useEffect(() => openUp(variables, 'Variables', '{ "name": "value" }'), [variables]);
  useEffect(() => openUp(headers, 'Headers', '{ "name": "value" }'), [headers]);
  useEffect(() => openUp(response, 'Response', 'Ctrl-Enter runs the query.'), [response]);
}

function openUp(editor: MonacoEditor | undefined, name: string, placeholder: string): (() => void) | undefined {
  if (editor === undefined) return undefined;
  editor.updateOptions({
    ariaLabel: `${name} editor, press Escape to leave`,
    placeholder,
    wordWrap: 'on',
    // News is written with typographic quotes and dashes, which Monaco would frame as suspicious.
    unicodeHighlight: { ambiguousCharacters: false },
  });

  const box = editor.getContainerDomNode();
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', `${name}, press Enter to edit`);
  const leaving = editor.addAction({
    id: 'newsgraph-leave',
    label: 'Leave the Editor',
    keybindings: [KeyCode.Escape],
    precondition: NOTHING_TO_CLOSE,
    run: () => box.focus(),
  });
  return () => leaving.dispose();
}
