/** The labelled headlines of the shared material: 2,761 in 44 groups, by a news aggregator's own grouping. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where they are, if they are. */
export const HEADLINES_FILE = join(
  resolve(process.env['NEWSGRAPH_SHARED_DATA'] ?? join(__dirname, '..', '..', '..', 'shared', 'data')),
  'stories',
  'uci-news-aggregator-sample.csv',
);

export interface Headline {
  readonly slug: string;
  readonly title: string;
  readonly publisher: string;
  /** `b`usiness, `t`echnology, `e`ntertainment or `m` for health. */
  readonly category: string;
  /** The label of the group that it belongs to. */
  readonly group: string;
  /** In milliseconds since 1970. */
  readonly instant: number;
}

/** The headlines in the order of the file; null where the file is absent. */
export function readHeadlines(): Headline[] | null {
  return existsSync(HEADLINES_FILE) ? headlinesIn(readFileSync(HEADLINES_FILE, 'utf8')) : null;
}

/** Rows of comma-separated values with quotes doubled inside quotes. */
function headlinesIn(text: string): Headline[] {
  const [, ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  return lines.map((line) => {
    const values = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
    const [id = '', title = '', , publisher = '', category = '', group = '', , timestamp = ''] = values;
    return { slug: `headline-${id}`, title, publisher, category, group, instant: Number(timestamp) };
  });
}
