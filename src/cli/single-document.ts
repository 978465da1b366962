/** Options that describe one document make no sense for several. */
import { OPTION_READERS, type DocumentOptions, type DocumentOrigin, type Newsgraph } from '../newsgraph';
import { UsageError, wrongValue } from './failure';

/** What is to be imported: paths, and the content of standard input where it had to be read to look at it. */
export interface Sources {
  paths: readonly string[];
  stdin?: AsyncIterable<Uint8Array | string>;
}

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

/**
 * Makes sure that the sources hold one document when options are given for it, by a dry run of the first two.
 * Gives sources that can be read again.
 * @throws UsageError
 */
export async function requireSingleDocument(
  newsgraph: Newsgraph,
  paths: readonly string[],
  options: DocumentOptions,
): Promise<Sources> {
  const flags = FLAGS.filter(([option]) => options[option] !== undefined).map(([, flag]) => flag);
  if (flags.length === 0) return { paths };
  const stdin = new Recorded(process.stdin);
  const origins: DocumentOrigin[] = [];
  for await (const { origin } of newsgraph.importFiles(paths, { dryRun: true, batchSize: 1, stdin: stdin.record() })) {
    origins.push(origin);
    if (origins.length > 1) throw new UsageError(`${flags.join(', ')}: for one document only, and more than one came`);
  }
  return { paths, stdin: stdin.replay() };
}

/** A stream that can be read a second time. It holds what was read: one document at most, which readers bound. */
class Recorded {
  private readonly pieces: (Uint8Array | string)[] = [];

  constructor(private readonly stream: AsyncIterable<Uint8Array | string>) {}

  async *record(): AsyncGenerator<Uint8Array | string> {
    for await (const piece of this.stream) {
      this.pieces.push(piece);
      yield piece;
    }
  }

  async *replay(): AsyncGenerator<Uint8Array | string> {
    yield* this.pieces;
  }
}
