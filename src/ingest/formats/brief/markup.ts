/** Markup is no brief: its text would have to be found first. */
import { DocumentError } from '../../document';

const OPENINGS: readonly (readonly [RegExp, string])[] = [
  [/^<(?:!doctype\s+html|html|head|body|div|p|article|section|main|meta|script|title|!--)[\s>/-]/i, 'HTML'],
  [/^<(?:\?xml|rss|feed|rdf:RDF)[\s>]/i, 'XML'],
  [/^%PDF-/, 'PDF'],
  [/^[[{]\s*["{[\]}]/, 'JSON'],
];

/** Throws `DocumentError` with the code `MARKUP` when the text begins as HTML, XML, PDF or JSON does, or is full of tags. */
export function refuseMarkup(text: string): void {
  const opening = text.slice(0, 400).trimStart();
  const kind = OPENINGS.find(([pattern]) => pattern.test(opening))?.[1] ?? (isFullOfTags(text) ? 'HTML' : null);
  if (kind !== null)
    throw new DocumentError('MARKUP', `this is ${kind}; a brief is plain text`, { line: 1, column: 1, path: null });
}

function isFullOfTags(text: string): boolean {
  const tags = text.slice(0, 4000).match(/<\/(?:p|div|span|h[1-6]|li|ul|a|td|section|article)>/gi)?.length ?? 0;
  return tags >= 4;
}
