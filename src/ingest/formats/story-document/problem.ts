/** What is wrong with a JSON value, and how it is told. */
import { DocumentError } from '../../document';
import { firstCharacters } from '../../values';
import { formatJsonPath, type JsonPath } from './json-path';
import { type JsonSource, withPlace } from './json-source';

/** One thing wrong at one place. */
export interface Problem {
  path: JsonPath;
  /** Without the place: `expected true or false, found "yes"`. */
  message: string;
  /** The property's name is what is wrong, not its value. */
  isAboutKey?: boolean;
  code?: string;
}

/** Thrown where a value that the schema lets through turns out wrong; `parseStoryDocument` makes a `DocumentError` of it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

const MAX_FOUND_LENGTH = 60;
const MAX_OTHERS_NAMED = 3;

/** A value as an error shows it: short, on one line. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value);
  const shown = firstCharacters(value, MAX_FOUND_LENGTH);
  return JSON.stringify(shown === value ? value : `${shown}…`);
}

/**
 * One error for all that is wrong with a document: the first problem in full, some of the others by their places.
 * `total` counts those too that were not looked into.
 */
export function errorOfProblems(problems: readonly Problem[], total: number, source: JsonSource): DocumentError {
  const located = problems
    .map((problem) => ({ problem, offset: source.offsetOf(problem.path, problem.isAboutKey) }))
    .sort((a, b) => a.offset - b.offset);
  const [first, ...others] = located.map(({ problem }) => problem);
  if (first === undefined) throw new TypeError('There is no error without a problem.');
  const position = source.positionOf(first.path, first.isAboutKey);
  const message = withPlace(position, `${first.message}${alsoAt(others, total - 1)}`);
  return new DocumentError(first.code ?? 'STORY_DOCUMENT_INVALID', message, position);
}

function alsoAt(others: readonly Problem[], count: number): string {
  if (count === 0) return '';
  const named = others.slice(0, MAX_OTHERS_NAMED).map(({ path }) => formatJsonPath(path));
  const rest = count > named.length ? ', …' : '';
  return ` (and ${count} more: ${named.join(', ')}${rest})`;
}
