/** Names in a sentence: words with a capital that stand together. */
import { isArticle } from './outlet-names';
import { isAdjacent, type Word } from './words';

/** The words from `first` up to the one before `behind`; an article before them is not among them. */
export interface CapitalisedRun {
  readonly first: number;
  readonly behind: number;
  readonly hasArticle: boolean;
}

/** Small words inside names: "Times of Malta", "Corriere della Sera", "Voz del Interior". */
const CONNECTORS: ReadonlySet<string> = new Set(
  'of the de del della delle di do da du des la le les los el van der den und y e i al'.split(' '),
);

/** Sentences open with these, in capitals for that reason alone. */
const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  (
    'a according across additionally after again all also although among an and another any as at ' +
    'because before both but by conversely coverage critics despite during each elsewhere even every few ' +
    'finally first for from ' +
    'further furthermore he her here his how however if in indeed instead it its last later lastly like ' +
    'likewise many meanwhile more moreover most much neither nevertheless no none nor not notably now of ' +
    'on once one only other others our ' +
    'over overall papers perhaps rather reports second several she similarly since so some sources still ' +
    'such taken that then there these they third this those though through throughout thus to together ' +
    'two under unlike until we what when ' +
    'where whereas whether which while who why with within without yet you'
  ).split(' '),
);

/** All the runs of a sentence, from left to right, none overlapping. */
export function capitalisedRuns(words: readonly Word[]): CapitalisedRun[] {
  const runs: CapitalisedRun[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (!startsRun(words, index)) continue;
    const behind = endOfRun(words, index);
    runs.push({ first: index, behind, hasArticle: isArticle(words[index - 1]) && isAdjacent(words[index]) });
    index = behind - 1;
  }
  return runs;
}

function startsRun(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !/^\p{Lu}/u.test(word.text) || isArticle(word)) return false;
  return word.text !== 'I' && !(index === 0 && SENTENCE_OPENERS.has(word.folded));
}

const LONGEST_RUN = 8;

function endOfRun(words: readonly Word[], first: number): number {
  let behind = first + 1;
  while (behind - first < LONGEST_RUN && words[behind - 1]?.isPossessive !== true) {
    let next = behind;
    while (next - behind < 2 && continuesName(words[next]) && CONNECTORS.has(words[next]?.folded ?? '')) next += 1;
    const word = words[next];
    if (word === undefined || !continuesName(word) || !word.isCapitalised) break;
    behind = next + 1;
  }
  return behind;
}

function continuesName(word: Word | undefined): boolean {
  return word !== undefined && (isAdjacent(word) || word.gap.trim() === '&');
}
