import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Metafile } from 'esbuild';

import { outputOf } from './output-of';

/**
 * Fills the page's template with the names of the built files.
 *
 * @param templatePath the HTML file with `{{placeholders}}`
 * @param metafile what esbuild says of the page's build
 * @throws when the template asks for something that is not known here
 */
export async function renderPage(templatePath: string, metafile: Metafile): Promise<string> {
  const script = outputOf(metafile, 'explorer/src/main.tsx');
  const values: Readonly<Record<string, string>> = {
    script: assetUrl(script),
    stylesheet: assetUrl(outputOf(metafile, 'explorer/styles/explorer.css')),
    icon: assetUrl(outputOf(metafile, 'explorer/styles/favicon.svg')),
    preloads: preloadedBy(metafile, script)
      .map((path) => `<link rel="modulepreload" href="${assetUrl(path)}">`)
      .join('\n    '),
  };
  return (await readFile(templatePath, 'utf8')).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${templatePath}: nothing is known of {{${name}}}.`);
    return value;
  });
}

/** Relative, so that the page works wherever it is mounted. */
function assetUrl(output: string): string {
  return `assets/${basename(output)}`;
}

/** The scripts that every visit needs: what the first one imports, at once or before it shows anything, and theirs. */
function preloadedBy(metafile: Metafile, script: string): string[] {
  const first = metafile.outputs[script]?.imports ?? [];
  const found = new Set(first.filter(({ external }) => external !== true).map(({ path }) => path));
  for (const path of found) {
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') found.add(next);
    }
  }
  return [...found];
}
