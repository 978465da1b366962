/** What an input is that newsgraph does not read, told by how it begins. */

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

/** Other formats of news that are JSON objects too. The keys' quotes are not escaped, so no text of a story matches. */
const JSON_FORMATS: readonly { what: string; key: RegExp }[] = [
  { what: 'a JSON Feed', key: /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/ },
  { what: 'a JSON-LD document', key: /"@context"\s*:/ },
  { what: 'an IPTC ninjs document', key: /"(?:body_x?html|body_text|bodies|representationtype)"\s*:|"name"\s*:\s*"ninjs"/ },
];

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

/** The kind of JSON object that a text begins, where it is another format's; null where it may be a story document. */
export function foreignJsonKind(text: string): string | null {
  if (/"format"\s*:\s*"newsgraph-story\//.test(text)) return null;
  return JSON_FORMATS.find(({ key }) => key.test(text))?.what ?? null;
}

function magic(what: string, text: string, at = 0): { what: string; bytes: Buffer; at: number } {
  return { what, bytes: Buffer.from(text, 'latin1'), at };
}
