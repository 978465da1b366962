/** Is a text one JSON value, or one a line? Told where its first line does not say so. */
import { visit } from 'jsonc-parser';

/** Whether a text is a JSON object from its first character to its last. */
export function isWholeObject(text: string): boolean {
  return objectOf(text) !== null;
}

/**
 * Whether some line is, from its first column on, an object that could be a story. In a document over several lines such
 * lines are indented, or hold what a story holds, which has no summary of its own.
 */
export function holdsStoryLine(text: string): boolean {
  return text.split('\n').some((line) => line.startsWith('{') && Object.hasOwn(objectOf(line.trimEnd()) ?? {}, 'summary'));
}

/** Whether a text is one JSON value; where it is not whole, but the beginning of one: whether it can become one. */
export function isOneJson(text: string, isWhole: boolean): boolean {
  const json = text.trimEnd();
  const faultEnds: number[] = [];
  try {
    visit(json, { onError: (_error, offset, length) => void faultEnds.push(offset + length) }, { disallowComments: true });
  } catch (error) {
    // Nested deeper than the stack: no story is.
    if (error instanceof RangeError) return false;
    throw error;
  }
  const [firstFaultEnd] = faultEnds;
  // What a beginning lacks is missed at its end.
  return firstFaultEnd === undefined || (!isWhole && firstFaultEnd >= json.length);
}

function objectOf(text: string): object | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
