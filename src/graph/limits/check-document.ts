/** All limits that a document's text alone can exceed. */
import { parse } from 'graphql';
import type { DocumentLimits } from './document-limits';
import { checkText } from './lexical-limits';
import { LimitError, type LimitCode } from './limit-error';
import { measureDocument, type DocumentSize } from './measure-document';

const SIZES: readonly (readonly [size: keyof DocumentSize, code: LimitCode, what: string])[] = [
  ['selections', 'TOO_MANY_SELECTIONS', 'selections'],
  ['depth', 'DEPTH_LIMIT_EXCEEDED', 'levels of fields'],
  ['rootFields', 'TOO_MANY_ROOT_FIELDS', 'root fields'],
  ['aliases', 'TOO_MANY_ALIASES', 'aliases'],
  ['directives', 'TOO_MANY_DIRECTIVES', 'directives'],
];

/**
 * Checks a document before it is validated: the standard rules compare fields with one another, so that a document
 * of a few kilobytes can keep them busy for seconds. It takes time linear in the text.
 * @throws LimitError for the first limit that is exceeded, or graphql-js's GraphQLError for what is no document.
 */
export function checkDocument(text: string, limits: DocumentLimits): void {
  checkText(text, limits);
  const size = measureDocument(parse(text));
  for (const [name, code, what] of SIZES) {
    const maximum = limits[name];
    if (size[name] > maximum) throw new LimitError(code, maximum, `A document may have ${maximum} ${what}, not ${size[name]}.`);
  }
  checkListItems(size.listItems, limits.listItems);
}

/**
 * Checks the length of a list that is given as an argument.
 * @throws LimitError
 */
export function checkListItems(items: number, maximum: number): void {
  if (items <= maximum) return;
  throw new LimitError('INPUT_LIST_TOO_LONG', maximum, `A list may be given ${maximum} items, not ${items}.`);
}
