/** Options that describe one document make no sense for several. */
import { OPTION_READERS, type DocumentOptions } from '../newsgraph';
import { wrongValue } from './failure';

const FLAGS = [
  ['title', '--title'],
  ['slug', '--slug'],
  ['url', '--url'],
  ['language', '--language'],
  ['publishedAt', '--published-at'],
] as const satisfies readonly (readonly [keyof DocumentOptions, string])[];

/**
 * Refuses values that no document can have: what is said of a document wrongly is no fault of the document.
 * @throws UsageError
 */
export function checkDocumentOptions(options: DocumentOptions): void {
  for (const [option, flag] of FLAGS) {
    const value = options[option];
    const { read, expected } = OPTION_READERS[option];
    if (value !== undefined && read(value) === null) throw wrongValue(flag, value, expected);
  }
}

/** The options that were given, as they are typed. */
export function flagsOf(options: DocumentOptions): string[] {
  return FLAGS.filter(([option]) => options[option] !== undefined).map(([, flag]) => flag);
}
