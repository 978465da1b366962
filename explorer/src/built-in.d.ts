import type { Example } from './example';

/** What only the build knows: `explorer/build/bundle.ts` puts the values in place of these names. */
declare global {
  /** The example queries of `examples/queries`, in their order. There is at least one. */
  const BUILT_IN_EXAMPLES: readonly [Example, ...Example[]];

  /** File names of Monaco's web workers, which stand beside the script. */
  const BUILT_IN_WORKERS: Readonly<Record<'editor' | 'graphql' | 'json', string>>;
}
