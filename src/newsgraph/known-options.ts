/** Options by names that there are not: types refuse them, and plain JavaScript would pass them over. */
import { mostSimilar } from '../ingest/most-similar';
import { ConfigurationError } from './configuration-error';

/** The options of a type by name, each once; of one that is an object itself, its own. */
export type KnownOptions<Options> = { readonly [Name in keyof Options]-?: true | Readonly<Record<string, true>> };

/**
 * Refuses what has other names than the known ones.
 * @param taker what is given them, for the message
 * @throws ConfigurationError
 */
export function refuseUnknownOptions<Options extends object>(taker: string, given: Options, known: KnownOptions<Options>): void {
  const options: unknown = given;
  if (!isObject(options)) {
    throw new ConfigurationError(`${taker} takes an object with its options, not ${options === null ? 'null' : `a ${typeof options}`}`);
  }
  refuseOthers(taker, options, Object.keys(known), null);
  for (const [name, parts] of Object.entries<KnownOptions<Options>[keyof Options]>(known)) {
    const option = options[name];
    if (parts !== true && isObject(option)) refuseOthers(taker, option, Object.keys(parts), name);
  }
}

/** `of` is the option whose own these are. */
function refuseOthers(taker: string, given: object, known: readonly string[], of: string | null): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const path = of === null ? '' : `${of}.`;
  const similar = mostSimilar(unknown, known);
  const hint = similar === null ? `${of ?? 'it'} takes ${known.join(', ')}` : `did you mean ${path}${similar}?`;
  throw new ConfigurationError(`${taker} has no option ${path}${unknown}; ${hint}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
