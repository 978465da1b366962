import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DocumentError } from '../../../../src/ingest/document';
import { detectFormat, parseDocument } from '../../../../src/ingest/formats';
import { parseStoryDocument, serialiseStoryDocument, serialiseStoryLine } from '../../../../src/ingest/formats/story-document';
import { isVisible } from '../../../../src/ingest/values';
import { describeWithSharedData, sharedData } from '../../../support/shared-data';
import { anyDraft, anyText } from './drafts';

const origin = { source: 'story.story.json' };

describe('a story document', () => {
  it('gives the same draft back from a file and from a line, and then the same bytes', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const serialise of [serialiseStoryDocument, serialiseStoryLine]) {
          const document = serialise(draft);
          const parsed = parseStoryDocument(Buffer.from(document), origin);
          expect(parsed).toEqual({ draft, warnings: [] });
          expect(serialise(parsed.draft)).toBe(document);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is one line, however many lines its texts have', () => {
    fc.assert(fc.property(anyDraft, (draft) => expect(serialiseStoryLine(draft).indexOf('\n')).toBe(serialiseStoryLine(draft).length - 1)));
  });
});

describe('what a document leaves to be derived', () => {
  it('is a title for any summary, and the same once more', () => {
    fc.assert(
      fc.property(anyText.filter(isVisible), (summary) => {
        const { draft } = parseStoryDocument(JSON.stringify({ summary }), origin);
        expect(draft.title).toMatch(/\S/);
        expect(draft.titleIsDerived).toBe(true);
        expect(parseStoryDocument(serialiseStoryLine(draft), origin).draft).toEqual(draft);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['—', '…', '"', '。', '?!'])('is the summary itself where that is but %s', (summary) => {
    expect(parseStoryDocument(JSON.stringify({ summary }), origin).draft.title).toBe(summary);
  });
});

describeWithSharedData('a brief', () => {
  const folder = sharedData('briefs');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));

  it('comes back the same from a story document', () => {
    let taken = 0;
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const draft = draftOfBrief(bytes);
      if (draft === null) continue;
      taken++;
      expect(parseStoryDocument(serialiseStoryDocument(draft), origin).draft).toEqual(draft);
    }
    expect(taken).toBeGreaterThan(30);
  });

  function draftOfBrief(bytes: Buffer) {
    try {
      expect(detectFormat(bytes)).toBe('brief');
      return parseDocument(bytes, 'brief', origin).draft;
    } catch (error) {
      // Which variants are refused, and how, is the brief format's to show.
      if (error instanceof DocumentError) return null;
      throw error;
    }
  }
});
