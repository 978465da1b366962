import { parseBrief } from '../../../../src/ingest/formats/brief';
import { DocumentError } from '../../../../src/ingest/document';

const SMALL = 4_000;
const LARGE = 16 * SMALL;
/** Linear work takes 16 times as long for 16 times as much; quadratic work takes 256 times. */
const MOST = 80;
/** Below this a measurement is noise. */
const FLOOR_MS = 2;

/** What makes careless scanners go back over what they have seen. */
const FRAGMENTS: readonly string[] = [
  '.',
  '. ',
  '…',
  '"',
  '" ',
  '“',
  '(',
  '((a',
  '*',
  '** ',
  '#',
  '- ',
  'Reuters and ',
  'A',
  'A ',
  'A.',
  'a ',
  'U.S. ',
  'Mr. ',
  'both ',
  'All sources agree. ',
  'It says. ',
  'X’s ',
  'the Times, ',
  'or ',
  'also known as ',
  'Why? ',
  '\n-\n',
  '-\nWhy?\n',
  'É',
  '🙂',
  'Aa Bb Times reports it. ',
  'Aa reports. All sources agree. ',
  ', A',
  '\t',
  '\u00a0',
  'Â',
  'Ã©',
  '1. ',
  '"A." ',
  'A & ',
  '\nShort Line\nText.\n',
  "\nWhat's happened\nText.\n",
  'X is. ',
];

const PLACES: Readonly<Record<string, string>> = {
  'before the first heading': "@\nWhat's happened\nA summary.\n",
  'in the summary': "What's happened\n@\n",
  'in the papers section': "What's happened\nA summary.\nWhat the papers say\n@\n",
  'in a question': "What's happened\nA summary.\nCommon question\n-\n@\n",
  'in a topic': "What's happened\nA summary.\nMore on these topics\n-\n@\n",
};

/** The lesser processor time of two runs, in milliseconds; a refusal is an answer too. */
function costOf(text: string): number {
  const bytes = Buffer.from(text);
  const runs = [0, 1].map(() => {
    const start = process.cpuUsage();
    try {
      parseBrief(bytes);
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
    }
    return process.cpuUsage(start).user / 1_000;
  });
  return Math.max(FLOOR_MS, Math.min(...runs));
}

describe('the time that a brief takes grows with its length and no faster', () => {
  it.each(Object.entries(PLACES))(
    '%s',
    (_, place) => {
      const slow = FRAGMENTS.flatMap((fragment) => {
        const text = (length: number): string =>
          place.replace('@', () => fragment.repeat(Math.ceil(length / fragment.length)));
        const factor = costOf(text(LARGE)) / costOf(text(SMALL));
        return factor > MOST ? [{ fragment, factor }] : [];
      });

      expect(slow).toEqual([]);
    },
    60_000,
  );
});
