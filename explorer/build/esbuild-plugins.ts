import { createHash } from 'node:crypto';

import type { Plugin } from 'esbuild';

const FONT_URL = /^data:font\/(?<format>woff2?|ttf);base64,(?<bytes>.+)$/s;

/**
 * Writes the fonts that GraphiQL's style sheet carries inside itself (500 KB as base64) as files of their own. The
 * browser then fetches only the ones whose letters the page shows, and the page's policy needs no `data:` for fonts.
 */
export const fontsAsFiles: Plugin = {
  name: 'fonts-as-files',
  setup(build) {
    build.onResolve({ filter: /^data:font\// }, ({ path }) => {
      const { format, bytes } = FONT_URL.exec(path)?.groups ?? {};
      if (format === undefined || bytes === undefined) return { errors: [{ text: `Unknown kind of font: ${path.slice(0, 40)}` }] };
      const contents = Buffer.from(bytes, 'base64');
      const name = createHash('sha256').update(contents).digest('hex').slice(0, 8);
      return { path: `font-${name}.${format}`, namespace: 'font', pluginData: contents };
    });
    build.onLoad({ filter: /.*/, namespace: 'font' }, ({ pluginData }) => ({
      contents: Buffer.from(pluginData),
      loader: 'file',
    }));
  },
};

/** Leaves out the style sheets that Monaco's modules import: GraphiQL's style sheet has them in it already. */
export const monacoStylesOnce: Plugin = {
  name: 'monaco-styles-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]monaco-editor[\\/].+\.css$/ }, () => ({ contents: '', loader: 'empty' }));
  },
};
