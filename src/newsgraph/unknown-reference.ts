/** A story, topic or outlet that is asked for and that there is not. */
import { mostSimilar } from '../ingest/most-similar';
import type { UnknownReference } from '../store';

/** Nothing has a slug that a filter names; the message is one line that says which was perhaps meant. */
export class UnknownReferenceError extends Error {
  override readonly name = 'UnknownReferenceError';
  readonly code = 'REFERENCE_UNKNOWN';
}

/** The error that stands for one. */
export function unknownReferenceError({ kind, slug, likeSlugs }: UnknownReference): UnknownReferenceError {
  const similar = mostSimilar(slug, likeSlugs);
  const hint = similar === null ? '' : `; did you mean ${JSON.stringify(similar)}?`;
  return new UnknownReferenceError(`there is no ${kind} ${JSON.stringify(slug)}${hint}`);
}
