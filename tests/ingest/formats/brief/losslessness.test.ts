import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentError } from '../../../../src/ingest/document';
import { parseBrief } from '../../../../src/ingest/formats/brief';
import { partOf } from '../../../../src/ingest/formats/brief/heading';
import { linesOf } from '../../../../src/ingest/formats/brief/line';
import { allTextOf, seed } from './support';

const FIXTURES = join(__dirname, '..', '..', '..', 'fixtures', 'briefs');

/** How often each visible character occurs, bullets and heading marks aside. */
function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.replace(/[\s#*_•-]+/gu, '')) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** The characters of the lines that are no known heading and that the draft does not have. */
function lost(text: string, kept: string): string {
  const source = linesOf(text)
    .filter((line) => partOf(line.heading) === null)
    .map((line) => line.item);
  const found = characters(kept);
  return [...characters(source.join('\n'))]
    .flatMap(([character, count]) => character.repeat(Math.max(0, count - (found.get(character) ?? 0))))
    .join('');
}

describe('no text of a brief is lost', () => {
  const files = readdirSync(FIXTURES).filter((file) => file.endsWith('.txt'));

  it.each(files)('of %s', (file) => {
    const bytes = readFileSync(join(FIXTURES, file));
    const text = bytes.toString('utf8').replace(/^\uFEFF/, '');

    expect(lost(text, allTextOf(parseBrief(bytes).draft))).toBe('');
  });

  it('of the seed, wherever it is cut', () => {
    const text = seed.toString('utf8');
    for (let length = 40; length <= text.length; length += 7) {
      const cut = text.slice(0, length);

      expect({ length, lost: lost(withoutCutHeading(cut), allTextOf(parseBrief(Buffer.from(cut)).draft)) }).toEqual({
        length,
        lost: '',
      });
    }
  });

  it('of any text whatever under the headings', () => {
    const line = fc.oneof(
      fc.constantFrom(
        "What's happened",
        '## What the papers say',
        'How we got here',
        'Go deeper',
        'Common question',
        'More on these topics',
        '-',
        '- An item',
        'A Heading of Some Kind',
        'Why it matters',
        '',
      ),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.lorem({ maxCount: 12 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 30 }), (before, lines) => {
        const text = [...before, "What's happened", 'A summary of some kind.', ...lines, '']
          .join('\n')
          .replace(/\0/g, '');
        try {
          const kept = allTextOf(parseBrief(Buffer.from(text)).draft);
          expect(lost(text, kept)).toBe('');
        } catch (error) {
          if (!(error instanceof DocumentError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A heading of a list that is cut off is a heading too: its last line is left out of the count. */
function withoutCutHeading(text: string): string {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return last !== '' &&
    ['Go deeper', 'Common question', 'More on these topics'].some((heading) => heading.startsWith(last))
    ? text.slice(0, -last.length)
    : text;
}
