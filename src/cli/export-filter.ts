/** `--filter key=value`: which stories an export gives. */
import { OPTION_READERS, type ExportFilter } from '../newsgraph';
import { UsageError, wrongValue } from './failure';

/** The keys, with what they take. */
export const FILTER_KEYS = {
  slug: 'a story by its slug',
  topic: 'stories of a topic, by its slug',
  outlet: 'stories of an outlet, by its slug',
  'published-from': 'published at this instant or later',
  'published-to': 'published before this instant',
  language: 'stories in a language, by its BCP 47 tag',
} as const;

type FilterKey = keyof typeof FILTER_KEYS;

/**
 * Reads the filters of a command line. Slugs, topics and outlets may be given more than once: any of them.
 * @throws UsageError
 */
export function readExportFilter(pairs: readonly string[]): ExportFilter {
  const values = new Map<FilterKey, string[]>();
  for (const pair of pairs) {
    const [key, value] = readPair(pair);
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const publishedFrom = instant('published-from', only(values, 'published-from'));
  const publishedTo = instant('published-to', only(values, 'published-to'));
  if (publishedFrom !== undefined && publishedTo !== undefined && publishedFrom >= publishedTo) {
    throw new UsageError('--filter published-from must be before published-to');
  }
  return {
    slugs: values.get('slug'),
    topics: values.get('topic'),
    outlets: values.get('outlet'),
    publishedFrom,
    publishedTo,
    language: language(only(values, 'language')),
  };
}

function readPair(pair: string): [FilterKey, string] {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
  if (name !== undefined && value !== undefined && isFilterKey(name)) return [name, value];
  throw new UsageError(`--filter ${JSON.stringify(pair)} is not key=value with one of the keys ${Object.keys(FILTER_KEYS).join(', ')}`);
}

function isFilterKey(name: string): name is FilterKey {
  return Object.hasOwn(FILTER_KEYS, name);
}

function only(values: ReadonlyMap<FilterKey, string[]>, key: FilterKey): string | undefined {
  const [value, ...more] = values.get(key) ?? [];
  if (more.length > 0) throw new UsageError(`--filter ${key} may be given once`);
  return value;
}

/** In the form that stories have it in. */
function language(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { read, expected } = OPTION_READERS.language;
  const tag = read(value);
  if (tag === null) throw wrongValue('--filter language', value, expected);
  return tag;
}

/** A date is its midnight in UTC; seconds may be left out. */
function instant(key: FilterKey, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const read = OPTION_READERS.publishedAt.read(value.replace(/(T\d\d:\d\d)(?=Z|[+-])/, '$1:00'));
  if (read !== null) return read;
  throw new UsageError(`--filter ${key} takes a date or an instant such as 2026-01-31 or 2026-01-31T09:30:00Z, not ${JSON.stringify(value)}`);
}
