/** *Did you mean …?*, for names and slugs that somebody has written. */
import { distance } from 'fastest-levenshtein';

/** No name is nearly as long, and the comparison's cost grows with the square. */
const MAX_COMPARED_LENGTH = 100;

/** The candidate that a writer most likely meant: letters' case, hyphens and underscores do not count. Null for none. */
export function mostSimilar(written: string, candidates: readonly string[]): string | null {
  const target = fold(written);
  let best: { candidate: string; edits: number } | null = null;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const edits = distance(target, folded);
    if (edits <= Math.ceil(folded.length / 3) && (best === null || edits < best.edits)) best = { candidate, edits };
  }
  return best?.candidate ?? null;
}

function fold(name: string): string {
  return name.slice(0, MAX_COMPARED_LENGTH).toLowerCase().replaceAll(/[_-]/g, '');
}
