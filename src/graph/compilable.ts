/**
 * Which documents may become code.
 *
 * graphql-jit 0.8.9 writes argument literals into the code that it makes: it puts markers into their JSON for dates and
 * odd numbers, and afterwards replaces the markers, a date's by `new Date(…)` around the rest of the string. Who sends
 * a string that begins with the marker would have the rest of it run. It also assigns to properties named like the
 * response keys, where `__proto__` means something else. Such documents are nobody's honest query; graphql-js runs them.
 */
import { visit, BREAK, type DocumentNode } from 'graphql';

const MARKER = '__MAGIC_';
const PROTOTYPE = '__proto__';

/** Whether the document is safe to compile. */
export function isCompilable(document: DocumentNode): boolean {
  let isSafe = true;
  visit(document, {
    StringValue: ({ value }) => {
      if (!value.includes(MARKER)) return undefined;
      isSafe = false;
      return BREAK;
    },
    Name: ({ value }) => {
      if (value !== PROTOTYPE) return undefined;
      isSafe = false;
      return BREAK;
    },
  });
  return isSafe;
}
