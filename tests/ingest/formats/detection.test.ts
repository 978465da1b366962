import { DocumentError } from '../../../src/ingest/document';
import { DETECTION_LENGTH, detectFormat, type DocumentFormat, MAX_BRIEF_BYTES, MAX_STORY_DOCUMENT_BYTES, parseDocument } from '../../../src/ingest/formats';

const story = JSON.stringify({ format: 'newsgraph-story/1', summary: 'x "@context": y' });
const prettyStory = JSON.stringify({ summary: 'x', topics: [{ name: 'a' }] }, null, 2);

/** What a refusal begins with; the rest names what is read. */
function refusalOf(head: Buffer | string, name?: string): string {
  try {
    return `taken as ${detectFormat(Buffer.from(head), name)}`;
  } catch (error) {
    if (error instanceof DocumentError) return `${error.code} ${error.message.split(';')[0]}`;
    throw error;
  }
}

describe('detectFormat', () => {
  it.each([
    ['one object on one line', story, undefined, 'story-lines'],
    ['one object a line', `${story}\n${story}\n`, undefined, 'story-lines'],
    ['one object a line, CRLF and blank lines', `\r\n${story}\r\n\r\n${story}`, undefined, 'story-lines'],
    ['one object a line under another name', `${story}\n${story}`, 'a.story.json', 'story-lines'],
    ['one object over several lines', prettyStory, undefined, 'story-document'],
    ['the same under a name of lines', prettyStory, 'a.stories.jsonl', 'story-document'],
    ['the same after a byte order mark', `\uFEFF\n ${prettyStory}`, undefined, 'story-document'],
    ['lines of which the first is broken', `{"summary": oops\n${story}`, 'a.stories.jsonl', 'story-lines'],
    ['a first line longer than the head', `{"summary":"${'x'.repeat(1000)}`, undefined, 'story-lines'],
    ['lines of which the first has a comma too many', `{"summary":"x",}\n${story}`, 'a.stories.jsonl', 'story-lines'],
    ['the same without a name', `{"summary":"x",}\n${story}`, undefined, 'story-lines'],
    ['lines of which the first is cut', `{"summary":"x","topics":[\n${story}\n`, undefined, 'story-lines'],
    ['lines of which the first is a brace', `{\n${story}`, undefined, 'story-lines'],
    ['lines of which the first is the tail of another', `of a line"}\n${story}\n`, undefined, 'story-lines'],
    ['lines of which the first is null', `null\n${story}`, 'a.stories.jsonl', 'story-lines'],
    ['lines of which the first begins a list', `[{"summary":"x"},\n${story}\n${story}`, 'a.ndjson', 'story-lines'],
    ['lines of which the first is markup', `<html>\n${story}`, 'a.stories.jsonl', 'story-lines'],
    ['lines of which the first holds a zero byte', `a\0b\n${story}`, 'a.stories.jsonl', 'story-lines'],
    ['text under a name of lines', 'a,b,c\n1,2,3', 'a.jsonl', 'story-lines'],
    ['one object over lines that are not indented', `{"summary":"x","x-of":[\n${story},\n${story}\n]}`, 'a.jsonl', 'story-document'],
    ['the beginning of one', `{"summary":"x","x-of":[\n${story}\n,"${'y'.repeat(DETECTION_LENGTH)}"]}`, undefined, 'story-document'],
    ['one object that is broken over its lines', prettyStory.replace('"name"', 'name'), undefined, 'story-document'],
    ['the same, not indented', `{\n"topics":[\n{"name":"a"}\n{"name":"b"}\n]}`, 'a.stories.jsonl', 'story-document'],
    ['lines with a zero byte in one', `${story}\n{"summary":"\0"}\n`, undefined, 'story-lines'],
    ['an empty file of lines', '', 'a.stories.jsonl', 'story-lines'],
    ['plain text', "What's happened\nA strike.", undefined, 'brief'],
    ['plain text under another name', "What's happened\nA strike.", 'a.story.json', 'brief'],
    ['text that begins with a bracket', "[Updated] What's happened", undefined, 'brief'],
    ['text that begins with a comparison', '< 5 percent', undefined, 'brief'],
  ])('takes %s', (_what, head, name, format) => {
    expect(detectFormat(Buffer.from(head).subarray(0, DETECTION_LENGTH), name)).toBe(format);
  });

  it('takes text in UTF-16', () => {
    expect(detectFormat(Buffer.from("\uFEFFWhat's happened\nA strike.", 'utf16le'))).toBe('brief');
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'DOCUMENT_EMPTY found nothing (0 characters)'],
    ['white space', '\uFEFF \r\n\t', 'DOCUMENT_EMPTY found nothing (0 characters)'],
    ['PDF', '%PDF-1.7\n', 'FORMAT_UNKNOWN found a PDF file'],
    ['ZIP', 'PK\x03\x04\x14\0', 'FORMAT_UNKNOWN found a ZIP archive or Office document'],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), 'FORMAT_UNKNOWN found a gzip archive (unpack it first)'],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'FORMAT_UNKNOWN found a PNG image'],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'FORMAT_UNKNOWN found a JPEG image'],
    ['WebP', 'RIFF\x01\x02\x03\x04WEBPVP8 ', 'FORMAT_UNKNOWN found a WebP image'],
    ['MP4', '\0\0\0\x18ftypmp42', 'FORMAT_UNKNOWN found an MP4 video'],
    ['SQLite', 'SQLite format 3\0\x10\0', 'FORMAT_UNKNOWN found an SQLite database'],
    ['RTF', '{\\rtf1\\ansi', 'FORMAT_UNKNOWN found an RTF document'],
    ['HTML', '\n<!DOCTYPE html><html>', 'FORMAT_UNKNOWN found an HTML page'],
    ['HTML without a doctype', '<HTML lang="en">', 'FORMAT_UNKNOWN found an HTML page'],
    ['HTML after a comment', '<!-- <rss> --><body>', 'FORMAT_UNKNOWN found an HTML page'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="x">', 'FORMAT_UNKNOWN found an HTML page'],
    ['RSS', '<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', 'FORMAT_UNKNOWN found an RSS feed'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom">', 'FORMAT_UNKNOWN found an Atom feed'],
    ['RDF', '<?xml version="1.0"?><rdf:RDF xmlns:rdf="x">', 'FORMAT_UNKNOWN found an RDF document or RSS 1.0 feed'],
    ['OPML', '<opml version="2.0">', 'FORMAT_UNKNOWN found an OPML list'],
    ['XML', '<?xml version="1.0"?><recipe/>', 'FORMAT_UNKNOWN found an XML document'],
    ['RSS in UTF-16', Buffer.from('\uFEFF<?xml version="1.0"?><rss version="2.0">', 'utf16le'), 'FORMAT_UNKNOWN found an RSS feed'],
    ['a JSON list', '[ {"summary":"x"}]', 'FORMAT_UNKNOWN found a JSON list (give one object a file, or one a line)'],
    ['a JSON list with a story a line', `[\n${story},\n${story}\n]`, 'FORMAT_UNKNOWN found a JSON list (give one object a file, or one a line)'],
    ['HTML that holds a story', `<html><script>\n${story}\n</script>`, 'FORMAT_UNKNOWN found an HTML page'],
  ])('refuses %s', (_what, head, refusal) => {
    expect(refusalOf(typeof head === 'string' ? Buffer.from(head, head.startsWith('\uFEFF') ? 'utf8' : 'latin1') : head)).toBe(refusal);
  });

  it('says what is read', () => {
    expect(() => detectFormat(Buffer.from('%PDF-1.7'))).toThrow(
      'found a PDF file; newsgraph reads story documents (.story.json, .stories.jsonl) and plain-text briefs (.txt)',
    );
  });

  it('refuses bytes that are no text', () => {
    expect(refusalOf(Buffer.from([1, 2, 0, 3, 0, 0, 4]))).not.toMatch(/^taken/);
  });

  it('is not slowed by comments that never end', () => {
    const started = performance.now();
    expect(refusalOf('<!--'.repeat(16_000))).toBe('taken as brief');
    expect(performance.now() - started).toBeLessThan(500);
  });
});

function faultOf(bytes: Buffer, format: DocumentFormat): string {
  try {
    return `taken: ${parseDocument(bytes, format, { source: 'a' }).draft.title}`;
  } catch (error) {
    if (error instanceof DocumentError) return `${error.code} ${error.message}`;
    throw error;
  }
}

describe('parseDocument', () => {
  it.each(['story-document', 'story-lines'] as const)('reads a %s', (format) => {
    expect(parseDocument(Buffer.from(story), format, { source: 'a' }).draft.sections[0]?.blocks[0]?.text).toBe('x "@context": y');
  });

  it.each([
    ['story-document', MAX_STORY_DOCUMENT_BYTES, 'too large: a story document may have 8 MiB; give many stories one a line (.stories.jsonl)'],
    ['brief', MAX_BRIEF_BYTES, 'too large: a brief may have 1 MiB'],
  ] as const)('refuses a %s beyond its size', (format, limit, message) => {
    expect(faultOf(Buffer.alloc(limit + 1, ' '), format)).toBe(`DOCUMENT_TOO_LARGE ${message}`);
  });

  it.each([
    ['JSON Feed', '{"version": "https://jsonfeed.org/version/1.1","items":[]}', 'a JSON Feed'],
    ['JSON-LD', '{ "@context": "https://schema.org", "@type": "NewsArticle" }', 'a JSON-LD document'],
    ['JSON-LD with a summary', '{"summary":"x","@context":"https://schema.org"}', 'a JSON-LD document'],
    ['ninjs', '{"uri":"x","body_text":"y"}', 'an IPTC ninjs document'],
    ['ninjs without a text', '{"uri":"x","versionCreated":"2026-01-31T00:00:00Z"}', 'an IPTC ninjs document'],
    ['ninjs by its name', '{"standard":{"name":"ninjs","version":"3.1"}}', 'an IPTC ninjs document'],
  ])('refuses %s by its outer keys', (_what, document, found) => {
    expect(faultOf(Buffer.from(document), 'story-document')).toBe(
      `FORMAT_UNKNOWN found ${found}; newsgraph reads story documents (.story.json, .stories.jsonl) and plain-text briefs (.txt)`,
    );
  });

  it.each([
    ['JSON-LD', { 'x-ld': { '@context': 'https://schema.org' } }],
    ['ninjs', { 'x-raw': { body_text: 'b', standard: { name: 'ninjs' } } }],
    ['JSON Feed', { 'x-feed': { version: 'https://jsonfeed.org/version/1.1' } }],
  ])('takes a story that holds %s under a key of its own', (_what, extra) => {
    expect(faultOf(Buffer.from(JSON.stringify({ title: 'T', summary: 'x', ...extra })), 'story-document')).toBe('taken: T');
  });

  it('says of a story document what is wrong with it, whatever its keys', () => {
    const document = '{"format":"newsgraph-story/1","summary":"x","@context":"y"}';
    expect(faultOf(Buffer.from(document), 'story-document')).toMatch(/^STORY_DOCUMENT_INVALID .*unknown property "@context"/);
  });

  it('takes no brief that no story document could give back', () => {
    const brief = `What's happened\nA strike.\nCommon question\n-\n${'Why '.repeat(260)}?\nAn intro.\n`;
    expect(faultOf(Buffer.from(brief), 'brief')).toBe('STORY_DOCUMENT_INVALID $.questions[0].title: too long: at most 1,000 characters');
  });
});
