/** Options that describe one document make no sense for several. */
import type { DocumentOptions, DocumentOrigin, Newsgraph } from '../newsgraph';
import { UsageError } from './failure';

/** What is to be imported: paths, and the content of standard input where it had to be read to look at it. */
export interface Sources {
  paths: readonly string[];
  stdin?: AsyncIterable<Uint8Array | string>;
}

const FLAG: Readonly<Record<keyof DocumentOptions, string>> = {
  title: '--title',
  slug: '--slug',
  url: '--url',
  language: '--language',
  publishedAt: '--published-at',
};

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
  const flags = Object.entries(FLAG).flatMap(([option, flag]) => (Object.hasOwn(options, option) ? [flag] : []));
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
