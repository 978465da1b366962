import './workers';

import { createRoot } from 'react-dom/client';

import { defineEditorThemes } from './editor-themes';

/** Monaco comes first, so that its themes are known before GraphiQL creates an editor. */
async function openExplorer(place: HTMLElement): Promise<void> {
  const [{ editor }, { Explorer }] = await Promise.all([import('monaco-graphql/esm/monaco-editor.js'), import('./explorer')]);
  defineEditorThemes(editor.defineTheme);
  createRoot(place).render(<Explorer />);
}

const place = document.getElementById('explorer');
if (place === null) throw new Error('The page has no element with the id "explorer".');

openExplorer(place).catch((error: unknown) => {
  const notice = place.querySelector('.explorer-notice') ?? place;
  notice.textContent = 'The explorer could not be opened. Reload the page to try again.';
  throw error;
});
