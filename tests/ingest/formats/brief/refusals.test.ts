import { DocumentError } from '../../../../src/ingest/document';
import { parseBrief } from '../../../../src/ingest/formats/brief';
import { parse, refusalOf } from './support';

describe('what is no brief is refused', () => {
  it.each([
    ['nothing', '', 'DOCUMENT_EMPTY'],
    ['white space', ' \n\t\n', 'DOCUMENT_EMPTY'],
    ['a zero byte', "What's happened\0", 'BINARY'],
    ['HTML', "<!DOCTYPE html>\n<p>What's happened</p>", 'MARKUP'],
    ['HTML without a head', "What's happened\n<p>A</p><p>strike</p><div>is</div><div>on</div>", 'MARKUP'],
    ['XML', '<?xml version="1.0"?><rss/>', 'MARKUP'],
    ['JSON', '{ "format": "newsgraph-story/1" }', 'MARKUP'],
    ['PDF', '%PDF-1.7', 'MARKUP'],
    ['prose', 'A strike has begun.', 'NOT_A_BRIEF'],
    ['a brief without a summary', 'How we got here\nSlowly.', 'SUMMARY_MISSING'],
    ['a brief with an empty summary', "What's happened\nHow we got here\nSlowly.", 'SUMMARY_EMPTY'],
  ])('%s', (_, text, code) => {
    expect(refusalOf(Buffer.from(text))).toBe(code);
  });

  it('with one line and a place', () => {
    try {
      parse('How we got here\nSlowly.');
      throw new Error('it was accepted');
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      expect(error.message).toBe('there is no section "What\'s happened"; a story needs its summary');
      expect(error.position).toEqual({ line: 1, column: 1, path: null });
    }
  });
});

describe('what a caller says of a brief', () => {
  const brief = Buffer.from(
    "A title\nPublished: 14 October 2025\nhttps://news.example/a\nWhat's happened\nDock workers at the port of Lindholm have walked out for a third day.\n",
  );

  it('is null or read off the text where nothing is said', () => {
    expect(parseBrief(brief).draft).toMatchObject({
      title: 'A title',
      titleIsDerived: false,
      slug: null,
      language: 'en',
      url: 'https://news.example/a',
      publishedAt: '2025-10-14T00:00:00.000Z',
    });
  });

  it('wins over the text', () => {
    const options = {
      title: 'Another',
      slug: 'port-strike',
      url: 'https://news.example/b',
      language: 'en-GB',
      publishedAt: '2026-01-01T12:00:00+01:00',
    };

    expect(parseBrief(brief, options).draft).toMatchObject({
      ...options,
      titleIsDerived: false,
      publishedAt: '2026-01-01T11:00:00.000Z',
    });
  });

  it('is refused where it cannot be taken', () => {
    expect(() => parseBrief(brief, { publishedAt: 'yesterday' })).toThrow(DocumentError);
  });
});
