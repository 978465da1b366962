/** Whether servers give the same answers. Nothing is timed before they do. */
import { isDeepStrictEqual } from 'node:util';
import { cursorDepth, CURSORS, requestsOf, type BenchmarkQuery, type Draw, type Request } from '../queries';

/** Where a request goes, and what it is answered. */
export type Ask = (request: Request) => Promise<unknown>;

interface CursorPage {
  readonly stories: { readonly edges: readonly { readonly cursor: string }[] };
}

/** Walks to the cursors that the deep page begins at: each server has its own. */
export async function drawFor(ask: Ask, size: number): Promise<Draw> {
  let after: string | null = null;
  let cursors: string[] = [];
  for (let depth = 0; depth <= cursorDepth(size); depth += 100) {
    const page = (await ask({ operationName: 'Cursors', query: CURSORS, variables: { after } })) as CursorPage;
    cursors = page.stories.edges.map(({ cursor }) => cursor);
    after = cursors.at(-1) ?? null;
  }
  return { size, cursors };
}

/** One of the servers that are held against each other. */
export interface Contender {
  readonly name: string;
  readonly ask: Ask;
  readonly draw: Draw;
}

/** @throws for the first request on which two servers differ; it says where. */
export async function assertAgreement(contenders: readonly Contender[], query: BenchmarkQuery, count: number): Promise<void> {
  const [first, ...others] = contenders;
  if (first === undefined) return;
  const expected = await answersOf(first, query, count);
  for (const other of others) {
    const actual = await answersOf(other, query, count);
    expected.forEach((answer, place) => {
      const difference = differenceOf(answer, actual[place], 'data');
      if (difference === null) return;
      throw new Error(`${query.name}: ${first.name} and ${other.name} differ on request ${place}, at ${difference}`);
    });
  }
}

async function answersOf({ ask, draw }: Contender, query: BenchmarkQuery, count: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const request of requestsOf(query, draw, count)) answers.push(await ask(request));
  return answers;
}

const CURSOR_FIELDS = new Set(['startCursor', 'endCursor', 'cursor']);

/** The path of the first difference and the two values there; null where there is none. Cursors differ by right. */
export function differenceOf(one: unknown, other: unknown, path: string): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) {
    const isCursor = CURSOR_FIELDS.has(path.slice(path.lastIndexOf('.') + 1));
    return isCursor && typeof one === typeof other ? null : `${path}: ${excerptOf(one)} and ${excerptOf(other)}`;
  }
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const difference = differenceOf(one[name], other[name], `${path}.${name}`);
    if (difference !== null) return difference;
  }
  return null;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function excerptOf(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
}
