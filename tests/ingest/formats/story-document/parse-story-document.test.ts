import { DocumentError, type DocumentOptions } from '../../../../src/ingest/document';
import { checkExportable, parseStoryDocument, parseStoryObject, serialiseStoryDocument, serialiseStoryLine } from '../../../../src/ingest/formats/story-document';
import { textOf } from '../../../../src/domain/story-draft';

const origin = { source: 'strike.story.json' };

function draftOf(document: object, options: DocumentOptions = {}) {
  return parseStoryDocument(JSON.stringify(document), origin, options).draft;
}

function errorOf(read: () => unknown): DocumentError {
  try {
    read();
  } catch (error) {
    if (error instanceof DocumentError) return error;
    throw error;
  }
  throw new Error('The document was taken.');
}

function faultOf(document: object): string {
  const { code, message } = errorOf(() => draftOf(document));
  return `${code} ${message.replace(/^line 1, column \d+, /, '')}`;
}

describe('parseStoryDocument', () => {
  it('reads a document in full', () => {
    const { draft, warnings } = parseStoryDocument(
      JSON.stringify({
        format: 'newsgraph-story/1',
        slug: 'port-strike',
        title: 'Dockers walk out',
        language: 'en-gb',
        url: 'https://News.Example/strike?a=1#top',
        publishedAt: '2026-03-01T12:00:00+02:00',
        sourceUpdatedAt: '2026-03-02',
        summary: 'Dockers in Port Amsel walked out.',
        analysis: { heading: 'Why now?', blocks: [{ kind: 'SUBHEADING', text: 'Pay' }, { kind: 'PARAGRAPH', text: 'It is low.' }], isTruncated: true },
        otherSections: [{ heading: 'What next', blocks: [] }],
        perspectives: [
          {
            outlets: ['The Harbour Courier', { name: 'Amsel Wire', country: 'AM', homepage: 'https://amsel.example', aliases: ['AW'] }],
            headline: 'Cranes stand still',
            text: 'Both say the cranes stand still.',
            statements: [{ text: 'Both say the cranes stand still.', basis: 'COLLECTIVE' }],
            publishedAt: '2026-03-01T09:00:00.250Z',
          },
        ],
        questions: [{ title: 'Who runs the port?', intro: 'A company does.', answer: 'The state owns it.\n\nA company runs it.' }],
        topics: ['Port Amsel', { name: 'Dockers', kind: 'ORGANISATION', description: 'They load ships.', wikidataId: 'Q42' }],
      }),
      origin,
    );
    expect(warnings).toEqual([]);
    expect(draft).toEqual({
      slug: 'port-strike',
      title: 'Dockers walk out',
      titleIsDerived: false,
      language: 'en-GB',
      url: 'https://News.Example/strike?a=1#top',
      publishedAt: '2026-03-01T10:00:00.000Z',
      sourceUpdatedAt: '2026-03-02T00:00:00.000Z',
      importedAt: null,
      updatedAt: null,
      sections: [
        { kind: 'SUMMARY', heading: "What's happened", blocks: [{ kind: 'PARAGRAPH', text: 'Dockers in Port Amsel walked out.' }], isTruncated: false },
        { kind: 'ANALYSIS', heading: 'Why now?', blocks: [{ kind: 'SUBHEADING', text: 'Pay' }, { kind: 'PARAGRAPH', text: 'It is low.' }], isTruncated: true },
        { kind: 'OTHER', heading: 'What next', blocks: [], isTruncated: false },
      ],
      perspectives: [
        {
          outlets: [
            { name: 'The Harbour Courier', slug: null, country: null, homepage: null, aliases: [] },
            { name: 'Amsel Wire', slug: null, country: 'AM', homepage: 'https://amsel.example', aliases: ['AW'] },
          ],
          headline: 'Cranes stand still',
          text: 'Both say the cranes stand still.',
          statements: [{ text: 'Both say the cranes stand still.', basis: 'COLLECTIVE' }],
          url: null,
          publishedAt: '2026-03-01T09:00:00.250Z',
          isTruncated: false,
        },
      ],
      questions: [
        {
          title: 'Who runs the port?',
          slug: null,
          intro: 'A company does.',
          answer: { blocks: [{ kind: 'PARAGRAPH', text: 'The state owns it.' }, { kind: 'PARAGRAPH', text: 'A company runs it.' }], isTruncated: false },
          isTruncated: false,
        },
      ],
      topics: [
        { name: 'Port Amsel', nameIsDerived: false, slug: null, kind: null, aliases: [], description: null, isTruncated: false, wikidataId: null },
        { name: 'Dockers', nameIsDerived: false, slug: null, kind: 'ORGANISATION', aliases: [], description: 'They load ships.', isTruncated: false, wikidataId: 'Q42' },
      ],
    });
  });

  it('needs a summary alone, and says that it made the title', () => {
    const draft = draftOf({ summary: 'The river Ull broke its banks on Monday.' });
    expect(draft.titleIsDerived).toBe(true);
    expect(draft.title).toMatch(/^The river Ull broke its banks/);
    expect(draft.sections.map(({ kind, heading }) => [kind, heading])).toEqual([['SUMMARY', "What's happened"]]);
  });

  it.each([
    ['Dockers strike at port', 'Dockers strike at port'],
    ['U.S. and China agree on trade', 'U.S. and China agree on trade'],
    ['One line\nsecond line', 'One line'],
  ])('makes the title of all words of %j, which is whole although no full stop ends it', (summary, title) => {
    expect(draftOf({ summary }).title).toBe(title);
  });

  it('leaves out the last word of a text that is cut off, which may be half of one', () => {
    const summary = { blocks: [{ kind: 'PARAGRAPH', text: 'The strike at the port of Lindh' }], isTruncated: true };
    expect(draftOf({ summary }).title).toBe('The strike at the port');
  });

  it('keeps a title that was derived elsewhere marked as derived', () => {
    expect(draftOf({ summary: 'x', title: 'A title', titleIsDerived: true })).toMatchObject({ title: 'A title', titleIsDerived: true });
    expect(draftOf({ summary: 'x', title: null, titleIsDerived: false }).titleIsDerived).toBe(true);
  });

  it('parts a text by its blank lines, and changes nothing else', () => {
    const { sections } = draftOf({ summary: '\n  One\nstill one  \n \t\n\r\n\r\n\tTwo\r\nstill two\n\n' });
    expect(sections[0]?.blocks.map((block) => block.text)).toEqual(['\n  One\nstill one  ', '\tTwo\r\nstill two']);
  });

  it('takes an empty text for none, and an empty list of blocks for an empty section', () => {
    const draft = draftOf({ summary: 'x', analysis: '', background: { blocks: [] }, questions: [{ title: 'q', intro: '', answer: '' }] });
    expect(draft.sections.map(({ kind }) => kind)).toEqual(['SUMMARY', 'BACKGROUND']);
    expect(draft.questions[0]).toMatchObject({ intro: null, answer: null });
  });

  it('makes one statement of a text, and a text of statements', () => {
    const statements = [
      { text: 'The Courier doubts it.', basis: 'EXPLICIT' },
      { text: 'It names no one.', basis: 'ANAPHORA' },
    ];
    const [fromText, fromStatements, both, none] = draftOf({
      summary: 'x',
      perspectives: [
        { outlets: ['A'], text: 'One. Two.' },
        { outlets: ['A'], statements },
        { outlets: ['A'], text: 'Whole.', statements },
        { outlets: ['A'], text: 'Whole.', statements: [] },
      ],
    }).perspectives;
    expect(fromText?.statements).toEqual([{ text: 'One. Two.', basis: 'EXPLICIT' }]);
    expect(fromStatements?.text).toBe('The Courier doubts it. It names no one.');
    expect(both).toMatchObject({ text: 'Whole.', statements });
    expect(none?.statements).toEqual([]);
  });

  it('reads over properties of a producer\'s own, whatever they hold', () => {
    const own = { 'x-': 1, 'x-y': { __proto__: null, summary: 2 } };
    const draft = draftOf({ summary: { blocks: [{ kind: 'PARAGRAPH', text: 'x', ...own }], ...own }, topics: [{ name: 'a', ...own }], $schema: './s.json', ...own });
    expect(draft).toEqual(draftOf({ summary: 'x', topics: ['a'] }));
  });

  it('lets the caller\'s word win', () => {
    const draft = draftOf(
      { summary: 'x', slug: 'a', language: 'en', titleIsDerived: true, title: 'b' },
      { title: 'T', slug: 's', url: 'https://a.example/', language: 'DE', publishedAt: '2026-01-02' },
    );
    expect(draft).toMatchObject({ title: 'T', titleIsDerived: false, slug: 's', url: 'https://a.example/', language: 'de', publishedAt: '2026-01-02T00:00:00.000Z' });
  });

  it.each([
    [{ title: ' ' }, 'option title: expected a text that is not blank, of at most 1,000 characters, found " "'],
    [{ slug: 'A b' }, 'option slug: expected lower-case letters a-z and digits in words joined by single hyphens, at most 200 characters, found "A b"'],
    [{ url: 'a.example' }, 'option url: expected an absolute URL that starts with http:// or https://, found "a.example"'],
    [{ language: 'e' }, 'option language: expected a BCP 47 language tag such as "en", found "e"'],
    [{ publishedAt: 'May' }, 'option publishedAt: expected an RFC 3339 date-time with offset such as "2026-01-31T09:30:00Z", or a date, found "May"'],
  ])('refuses the option %j', (options, message) => {
    expect(errorOf(() => draftOf({ summary: 'x' }, options))).toMatchObject({ code: 'OPTION_INVALID', message });
  });
});

describe('what a story document may not be', () => {
  it.each<[object, string]>([
    [{}, 'SUMMARY_MISSING $: "summary" is missing; expected a story document (newsgraph-story/1)'],
    [{ summary: ' \n' }, 'SUMMARY_EMPTY $.summary: expected a summary that is not blank'],
    [{ summary: { blocks: [] } }, 'SUMMARY_EMPTY $.summary: expected a summary that is not blank'],
    [{ summary: null }, 'STORY_DOCUMENT_INVALID $.summary: expected a text, or an object with "blocks", found null'],
    [['x'], 'STORY_DOCUMENT_INVALID $: expected a story document (newsgraph-story/1), found a list of 1'],
    [{ summary: 'x', format: 'newsgraph-story/2' }, 'STORY_DOCUMENT_INVALID $.format: expected "newsgraph-story/1", found "newsgraph-story/2"'],
    [{ summary: 'x', sumary: 'y' }, 'STORY_DOCUMENT_INVALID $.sumary: unknown property "sumary"; did you mean "summary"?'],
    [{ summary: 'x', published_at: 'y' }, 'STORY_DOCUMENT_INVALID $.published_at: unknown property "published_at"; did you mean "publishedAt"?'],
    [{ summary: 'x', colour: 'y' }, 'STORY_DOCUMENT_INVALID $.colour: unknown property "colour"; properties of your own start with "x-"'],
    [JSON.parse('{"summary":"x","__proto__":{"slug":"a"}}'), 'STORY_DOCUMENT_INVALID $.__proto__: unknown property "__proto__"; properties of your own start with "x-"'],
    [{ summary: 'x', constructor: 1 }, 'STORY_DOCUMENT_INVALID $.constructor: unknown property "constructor"; properties of your own start with "x-"'],
    [{ summary: 'x', title: 5 }, 'STORY_DOCUMENT_INVALID $.title: expected null or a text that is not blank, found 5'],
    [{ summary: 'x', title: ' ' }, 'STORY_DOCUMENT_INVALID $.title: expected null or a text that is not blank, found " "'],
    [{ summary: 'x', title: 'y'.repeat(1001) }, 'STORY_DOCUMENT_INVALID $.title: too long: at most 1,000 characters'],
    [{ summary: 'x', slug: 'Port Strike' }, 'STORY_DOCUMENT_INVALID $.slug: expected lower-case letters a-z and digits in words joined by single hyphens, at most 200 characters, such as "port-strike-2026", found "Port Strike"'],
    [{ summary: 'x', language: 'en_GB' }, 'STORY_DOCUMENT_INVALID $.language: expected a BCP 47 language tag such as "en" or "pt-BR", found "en_GB"'],
    [{ summary: 'x', language: 'en-a' }, 'STORY_DOCUMENT_INVALID $.language: expected a BCP 47 language tag such as "en" or "pt-BR", found "en-a"'],
    [{ summary: 'x', url: '/strike' }, 'STORY_DOCUMENT_INVALID $.url: expected an absolute URL that starts with http:// or https://, found "/strike"'],
    [{ summary: 'x', url: 'http://[' }, 'STORY_DOCUMENT_INVALID $.url: expected an absolute URL that starts with http:// or https://, found "http://["'],
    [{ summary: 'x', publishedAt: 'yesterday' }, 'STORY_DOCUMENT_INVALID $.publishedAt: expected an RFC 3339 date-time with offset such as "2026-01-31T09:30:00Z", or a date such as "2026-01-31" (midnight UTC), found "yesterday"'],
    [{ summary: 'x', publishedAt: '2026-02-30' }, 'STORY_DOCUMENT_INVALID $.publishedAt: expected a moment that exists, found "2026-02-30"'],
    [{ summary: 'x', titleIsDerived: 'yes' }, 'STORY_DOCUMENT_INVALID $.titleIsDerived: expected true or false, found "yes"'],
    [{ summary: 'x', analysis: { block: [] } }, 'STORY_DOCUMENT_INVALID $.analysis: "blocks" is missing; expected null, a text (paragraphs parted by blank lines), or an object with "blocks" (and 1 more: $.analysis.block)'],
    [{ summary: 'x', analysis: { blocks: [{ kind: 'HEADING', text: 'x' }] } }, 'STORY_DOCUMENT_INVALID $.analysis.blocks[0].kind: expected one of PARAGRAPH, SUBHEADING, found "HEADING"; did you mean "SUBHEADING"?'],
    [{ summary: 'x', otherSections: [{ blocks: [] }] }, 'STORY_DOCUMENT_INVALID $.otherSections[0]: "heading" is missing; expected a section { "heading", "blocks" }'],
    [{ summary: 'x', perspectives: {} }, 'STORY_DOCUMENT_INVALID $.perspectives: expected a list of perspectives, found an object'],
    [{ summary: 'x', perspectives: [{ text: 'y' }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0]: "outlets" is missing; expected a perspective { "outlets", "text" or "statements" }'],
    [{ summary: 'x', perspectives: [{ outlets: [], text: 'y' }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0].outlets: too few: at least 1, found an empty list'],
    [{ summary: 'x', perspectives: [{ outlets: ['A'] }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0]: expected "text" that is not blank or at least one of "statements", found neither'],
    [{ summary: 'x', perspectives: [{ outlets: ['A'], text: ' ', statements: [] }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0]: expected "text" that is not blank or at least one of "statements", found neither'],
    [{ summary: 'x', perspectives: [{ outlets: ['A'], statements: [{ text: 'y', basis: 'explicit' }] }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0].statements[0].basis: expected one of EXPLICIT, ANAPHORA, COLLECTIVE, found "explicit"; did you mean "EXPLICIT"?'],
    [{ summary: 'x', perspectives: [{ outlets: [{ name: 'A', country: 'gb' }], text: 'y' }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0].outlets[0].country: expected an ISO 3166-1 alpha-2 country code in capitals such as "GB", found "gb"'],
    [{ summary: 'x', perspectives: [{ outlets: [{ name: 'A', homepage: 'http://:1' }], text: 'y' }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0].outlets[0].homepage: expected an absolute URL that starts with http:// or https://, found "http://:1"'],
    [{ summary: 'x', perspectives: [{ outlets: [5], text: 'y' }] }, 'STORY_DOCUMENT_INVALID $.perspectives[0].outlets[0]: expected an outlet\'s name, or an object with "name", found 5'],
    [{ summary: 'x', questions: ['Why?'] }, 'STORY_DOCUMENT_INVALID $.questions[0]: expected a question { "title" }, found "Why?"'],
    [{ summary: 'x', topics: [{ kind: 'PERSON' }] }, 'STORY_DOCUMENT_INVALID $.topics[0]: "name" is missing; expected a topic\'s name, or an object with "name"'],
    [{ summary: 'x', topics: [''] }, 'STORY_DOCUMENT_INVALID $.topics[0]: expected a topic\'s name, or an object with "name", found ""'],
    [{ summary: 'x', topics: [{ name: 'a', kind: 'PERSN' }] }, 'STORY_DOCUMENT_INVALID $.topics[0].kind: expected null or one of PERSON, ORGANISATION, PLACE, EVENT, PRODUCT, SUBJECT, found "PERSN"; did you mean "PERSON"?'],
    [{ summary: 'x', topics: [{ name: 'a', wikidataId: 'Q0' }] }, 'STORY_DOCUMENT_INVALID $.topics[0].wikidataId: expected a Wikidata item id such as "Q42", found "Q0"'],
    [{ summary: 'x', topics: new Array(1001).fill('a') }, 'STORY_DOCUMENT_INVALID $.topics: too many: at most 1,000, found a list of 1001'],
    [{ summary: 'x', title: 'y'.repeat(80).replace('y', '"'), slug: 'z!'.repeat(50), url: 1 }, `STORY_DOCUMENT_INVALID $.slug: expected lower-case letters a-z and digits in words joined by single hyphens, at most 200 characters, such as "port-strike-2026", found "${'z!'.repeat(30)}…" (and 1 more: $.url)`],
    [{ summary: 'x', a: 1, b: 2, c: 3, d: 4, e: 5 }, 'STORY_DOCUMENT_INVALID $.a: unknown property "a"; properties of your own start with "x-" (and 4 more: $.b, $.c, $.d, …)'],
  ])('%j', (document, fault) => {
    expect(faultOf(document)).toBe(fault);
  });

  it('names the line and column of the value in a file', () => {
    const text = '{\n  "summary": "x",\n  "topics": [\n    { "name": "a", "kind": "PERSN" }\n  ]\n}\n';
    const error = errorOf(() => parseStoryDocument(text, origin));
    expect(error.message).toMatch(/^line 4, column 28, \$\.topics\[0\]\.kind: expected /);
    expect(error.position).toEqual({ line: 4, column: 28, path: '$.topics[0].kind' });
  });

  it('names the line of the source and the column in it for a line of many', () => {
    const error = errorOf(() => parseStoryDocument('{"summary":"x","sumary":"y"}', { source: 'a.stories.jsonl', line: 712 }));
    expect(error.position).toEqual({ line: 712, column: 16, path: '$.sumary' });
  });

  it('tells the first problem of the text first', () => {
    expect(errorOf(() => parseStoryDocument('{"b":1,"summary":5,"a":1}', origin)).message).toBe(
      'line 1, column 2, $.b: unknown property "b"; properties of your own start with "x-" (and 2 more: $.summary, $.a)',
    );
  });

  it('looks for the first problem only in a large document', () => {
    const topics = new Array(1000).fill({ name: 'a', description: 'x'.repeat(300), nope: 1 });
    expect(faultOf({ summary: 'x', topics })).toBe('STORY_DOCUMENT_INVALID $.topics[0].nope: unknown property "nope"; did you mean "name"?');
  });

  it('answers soon for a document of nothing but problems', () => {
    const document = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1]));
    const started = performance.now();
    expect(faultOf(document)).toMatch(/^SUMMARY_MISSING/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the order of sections', () => {
  const other = { heading: 'O', blocks: [] };
  const at = (position: number) => ({ blocks: [{ kind: 'PARAGRAPH', text: 'x' }], position });
  const kindsOf = (document: object) => draftOf(document).sections.map(({ kind }) => kind);

  it('is the usual one without positions', () => {
    expect(kindsOf({ otherSections: [other], background: 'b', coverage: 'c', analysis: 'a', summary: 's' })).toEqual(['SUMMARY', 'ANALYSIS', 'COVERAGE', 'BACKGROUND', 'OTHER']);
  });

  it('follows positions, and the others fill what is left', () => {
    expect(kindsOf({ summary: at(2), analysis: 'a', background: at(0), otherSections: [other] })).toEqual(['BACKGROUND', 'ANALYSIS', 'SUMMARY', 'OTHER']);
  });

  it.each<[object, string]>([
    [{ summary: at(1) }, 'STORY_DOCUMENT_INVALID $.summary.position: expected a place among the story\'s 1 sections, 0 to 0, found 1'],
    [{ summary: at(0), otherSections: [{ ...other, position: 0 }] }, 'STORY_DOCUMENT_INVALID $.otherSections[0].position: expected a place of its own; 0 is taken by another section'],
    [{ summary: at(-1) }, 'STORY_DOCUMENT_INVALID $.summary.position: expected a whole number from 0 on, found -1'],
    [{ summary: at(0.5) }, 'STORY_DOCUMENT_INVALID $.summary.position: expected a whole number from 0 on, found 0.5'],
  ])('refuses %j', (document, fault) => {
    expect(faultOf(document)).toBe(fault);
  });
});

describe('parseStoryObject', () => {
  it('reads an object as its JSON', () => {
    expect(parseStoryObject({ summary: 'x', publishedAt: new Date('2026-01-02T03:04:05Z'), slug: undefined }).draft).toEqual(
      draftOf({ summary: 'x', publishedAt: '2026-01-02T03:04:05Z' }),
    );
  });

  it('names the path alone where something is wrong', () => {
    const error = errorOf(() => parseStoryObject({ summary: 'x', topics: [{}] }));
    expect(error.message).toBe('$.topics[0]: "name" is missing; expected a topic\'s name, or an object with "name"');
    expect(error.position).toEqual({ line: null, column: null, path: '$.topics[0]' });
  });

  it('names no line of a text that it made itself', () => {
    expect(errorOf(() => parseStoryObject({ summary: 'x', topics: ['a\0'] })).message).toBe('$.topics[0]: the text holds a NUL character; expected none');
  });

  it('refuses what has no JSON form', () => {
    expect(errorOf(() => parseStoryObject(() => 'a story'))).toMatchObject({
      code: 'JSON_INVALID',
      message: 'the document has no JSON form',
    });
  });

  it('refuses an object that holds itself', () => {
    const document: Record<string, unknown> = { summary: 'x' };
    document['x-self'] = document;
    expect(errorOf(() => parseStoryObject(document))).toMatchObject({
      code: 'JSON_INVALID',
      message: 'the document has no JSON form: Converting circular structure to JSON',
    });
  });
});

describe('checkExportable', () => {
  const draft = draftOf({ summary: 'x', topics: ['a'] });

  it('lets through what can be given out and taken in again', () => {
    expect(() => checkExportable(draft)).not.toThrow();
  });

  it('refuses what is beyond the limits', () => {
    const topics = draft.topics.map((topic) => ({ ...topic, name: 'a'.repeat(501) }));
    expect(errorOf(() => checkExportable({ ...draft, topics }))).toMatchObject({
      code: 'STORY_DOCUMENT_INVALID',
      message: '$.topics[0].name: too long: at most 500 characters',
    });
  });
});

describe('serialising', () => {
  it('writes every property in a fixed order, and positions only where the order is not the usual one', () => {
    const draft = draftOf({ topics: ['a'], summary: 'One.\n\nTwo.', background: { heading: 'B', blocks: [] } });
    expect(serialiseStoryLine({ ...draft, title: 'T' })).toBe(
      '{"format":"newsgraph-story/1","slug":null,"title":"T","titleIsDerived":true,"language":null,"url":null,"publishedAt":null,"sourceUpdatedAt":null,"importedAt":null,"updatedAt":null,' +
        '"summary":{"heading":"What\'s happened","blocks":[{"kind":"PARAGRAPH","text":"One."},{"kind":"PARAGRAPH","text":"Two."}],"isTruncated":false},"analysis":null,"coverage":null,' +
        '"background":{"heading":"B","blocks":[],"isTruncated":false},"otherSections":[],"perspectives":[],"questions":[],' +
        '"topics":[{"name":"a","nameIsDerived":false,"slug":null,"kind":null,"aliases":[],"description":null,"isTruncated":false,"wikidataId":null}]}\n',
    );
    const reordered = serialiseStoryLine({ ...draft, sections: draft.sections.toReversed() });
    expect(reordered).toContain('"heading":"What\'s happened","position":1,');
    expect(reordered).toContain('"heading":"B","position":0,');
  });

  it('does not write what nothing could read', () => {
    expect(() => serialiseStoryLine({ ...draftOf({ summary: 'x' }), sections: [] })).toThrow(new TypeError('A draft has a summary.'));
  });

  it('indents a file by two spaces and ends it with a line break', () => {
    const text = serialiseStoryDocument(draftOf({ summary: 'x' }));
    expect(text.startsWith('{\n  "format": "newsgraph-story/1",\n  "slug": null,\n')).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(textOf(parseStoryDocument(text, origin).draft.sections[0] ?? { blocks: [] })).toBe('x');
  });
});
