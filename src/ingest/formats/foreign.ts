/** What an input is that newsgraph does not read: files by how they begin, JSON objects by their outer keys. */
import { DocumentError } from '../document';

/** First bytes of the files that people hand in by mistake. */
const MAGIC_BYTES: readonly { what: string; bytes: Buffer; at: number }[] = [
  magic('a PDF file', '%PDF-'),
  magic('a ZIP archive or Office document', 'PK\x03\x04'),
  magic('a gzip archive (unpack it first)', '\x1f\x8b'),
  magic('a Zstandard archive (unpack it first)', '\x28\xb5\x2f\xfd'),
  magic('an xz archive (unpack it first)', '\xfd7zXZ\0'),
  magic('a 7-Zip archive (unpack it first)', '7z\xbc\xaf\x27\x1c'),
  magic('a PNG image', '\x89PNG'),
  magic('a JPEG image', '\xff\xd8\xff'),
  magic('a GIF image', 'GIF8'),
  magic('a WebP image', 'WEBP', 8),
  magic('a TIFF image', 'II*\0'),
  magic('an MP4 video', 'ftyp', 4),
  magic('an MP3 recording', 'ID3'),
  magic('an SQLite database', 'SQLite format 3\0'),
  magic('an old Office document', '\xd0\xcf\x11\xe0'),
  magic('a program', '\x7fELF'),
  magic('an RTF document', '{\\rtf'),
];

/** Root elements of markup, lower case. */
const ROOT_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['rss', 'an RSS feed'],
  ['feed', 'an Atom feed'],
  ['rdf:rdf', 'an RDF document or RSS 1.0 feed'],
  ['opml', 'an OPML list'],
  ['newsml', 'a NewsML document'],
  ['newsmessage', 'a NewsML-G2 document'],
  ['newsitem', 'a NewsML-G2 document'],
  ['urlset', 'a sitemap'],
  ['sitemapindex', 'a sitemap'],
  ...['html', 'head', 'body', 'article', 'section', 'main', 'div', 'p', 'h1', 'meta', 'script', 'title'].map(
    (element): [string, string] => [element, 'an HTML page'],
  ),
]);

/** Other formats of news that are JSON objects too, by keys that no story document has. */
const JSON_FORMATS: readonly { what: string; isIt: (keys: ReadonlyMap<string, unknown>) => boolean }[] = [
  { what: 'a JSON Feed', isIt: (keys) => /^https?:\/\/jsonfeed\.org/.test(String(keys.get('version'))) },
  { what: 'a JSON-LD document', isIt: (keys) => keys.has('@context') },
  { what: 'an IPTC ninjs document', isIt: (keys) => NINJS_KEYS.some((key) => keys.has(key)) || namesNinjs(keys.get('standard')) },
];

/** Of some version of ninjs; one without a body still says when its version was made. */
const NINJS_KEYS = ['body_html', 'body_xhtml', 'body_text', 'bodies', 'representationtype', 'versioncreated', 'versionCreated'] as const;

const WHAT_IS_READ = 'newsgraph reads story documents (.story.json, .stories.jsonl) and plain-text briefs (.txt)';

/** Enough for any prologue; bounds the cost of looking for the root element. */
const MARKUP_LENGTH = 4096;

/** The kind of binary file that begins like this, or null. */
export function binaryKind(head: Buffer): string | null {
  const found = MAGIC_BYTES.find(({ bytes, at }) => head.subarray(at, at + bytes.length).equals(bytes));
  return found?.what ?? null;
}

/** The kind of markup that a text is, or null where it does not begin as markup. */
export function markupKind(text: string): string | null {
  if (!/^<[!?a-z]/i.test(text)) return null;
  const start = text.slice(0, MARKUP_LENGTH).replaceAll(/<!--[^]*?-->/g, '');
  if (/^\s*<!doctype\s+html/i.test(start)) return 'an HTML page';
  const root = /<([a-z][\w.:-]*)/i.exec(start)?.[1];
  const known = root === undefined ? undefined : ROOT_ELEMENTS.get(root.toLowerCase());
  return known ?? (start.startsWith('<?xml') ? 'an XML document' : null);
}

/**
 * The kind of document that a JSON value is, where it is another format's; null where it may be meant as a story document.
 * Only its own keys tell: an `x-` key of a story may hold a document of any format.
 */
export function foreignJsonKind(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const keys = new Map<string, unknown>(Object.entries(value));
  if (String(keys.get('format')).startsWith('newsgraph-story/')) return null;
  return JSON_FORMATS.find(({ isIt }) => isIt(keys))?.what ?? null;
}

/** The error for an input, or a line of one, that is something else; `line` where it is known. */
export function unknownFormat(what: string, line: number | null = null): DocumentError {
  const position = line === null ? null : { line, column: null, path: null };
  return new DocumentError('FORMAT_UNKNOWN', `found ${what}; ${WHAT_IS_READ}`, position);
}

/** The error for an input that holds nothing. */
export function emptyDocument(): DocumentError {
  return new DocumentError('DOCUMENT_EMPTY', `found nothing (0 characters); ${WHAT_IS_READ}`);
}

/** ninjs 2 and later name themselves: `"standard": { "name": "ninjs" }`. */
function namesNinjs(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === 'ninjs';
}

function magic(what: string, text: string, at = 0): { what: string; bytes: Buffer; at: number } {
  return { what, bytes: Buffer.from(text, 'latin1'), at };
}
