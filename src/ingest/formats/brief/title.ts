/** A title for a story that has none: made from the first sentence of its summary. */
import { oneOf } from './pattern';
import { sentencesOf } from './sentences';
import { endsComplete } from './truncation';

/** What fits on a line over a page. */
const IDEAL = 80;
/** Tolerated where a shorter cut would lose what the sentence is about. */
const LONGEST = 90;
/** Shorter than this a cut sentence says too little. */
const SHORTEST = 28;
const WINDOW = 1000;

/**
 * The first sentence of a summary, without its full stop; a long one is cut where a clause or phrase ends, so
 * that it still reads as a whole. Empty only for a summary without letters and digits.
 * @param isWhole whether the summary is known to be no part of a longer one: its end is then the sentence's, whatever it
 * looks like. Else a sentence without an end loses its last word, which may be half of one.
 */
export function deriveTitle(summary: string, isWhole = false): string {
  const first =
    sentencesOf(summary.slice(0, WINDOW).split('\n', 1)[0] ?? '')[0]?.text ?? summary.trim().slice(0, WINDOW);
  const whole = withoutEnd(first.replace(/\s+/g, ' '));
  const isEnded = isWhole || endsComplete(first);
  if (whole.length <= IDEAL && isEnded) return whole;
  const main = withoutOpening(isEnded ? whole : whole.slice(0, lastBreak(whole, whole.length)));
  if (main.length <= IDEAL) return withoutDanglers(main);
  return cutAtClause(main) ?? cutAtPhrase(main) ?? cutAtWord(main);
}

function withoutEnd(text: string): string {
  return text
    .replace(/^["“«‘']+(?=[^"”»’']*$)/, '')
    .replace(/(?:\.{1,3}|[…。;:,])["”»’')\]]{0,3}$/, '')
    .trim();
}

const SUBORDINATE = new RegExp(
  `^${oneOf(
    'after although amid as at before by despite during following for from in on since though under when',
    'while with within because if once until over across just nearly about according\\sto more\\sthan',
    'less\\sthan',
  )}\\s`,
  'i',
);

/** "After months of talks, the two sides …" → "The two sides …". */
function withoutOpening(text: string): string {
  const comma = /,\s/.exec(text)?.index ?? -1;
  if (comma < 0 || comma > IDEAL || !SUBORDINATE.test(text)) return text;
  const rest = text.slice(comma + 1).trim();
  // A list ("In Spain, Portugal and France …") is no opening clause.
  if (rest.length < SHORTEST || isListAhead(rest) || !hasVerb(rest)) return text;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

const CONJUNCTIONS = oneOf(
  'after although amid as because before but despite even following if since so though unless until when',
  'where whereas which while who whose',
);
const CLAUSE = new RegExp(`[,;:]\\s|\\s[–—-]\\s|[，、]|\\s(?=${CONJUNCTIONS}\\s)`, 'g');

function cutAtClause(text: string): string | null {
  let best: string | null = null;
  for (const { index, 0: mark } of text.matchAll(CLAUSE)) {
    if (index > IDEAL) break;
    const head = text.slice(0, index);
    const rest = text.slice(index + mark.length);
    if (index < SHORTEST || !hasVerb(head) || (mark.startsWith(',') && isListAhead(rest))) continue;
    best = withoutDanglers(head);
  }
  return best !== null && best.length >= SHORTEST ? best : null;
}

/** "…, Vietnam and Laos": what follows the comma is one more item of a list. */
function isListAhead(rest: string): boolean {
  return /^(?:\S+\s){1,4}?(?:and|or)\s/.test(rest) || /^(?:\S+\s){0,2}\S+,\s/.test(rest);
}

const PREPOSITIONS = oneOf(
  'about across against along among around at between by during for from in inside into near on onto',
  'outside over through throughout to toward towards under with within without',
);
const PHRASE = new RegExp(`\\s(?=${PREPOSITIONS}\\s)`, 'g');

const LONGEST_PREPOSITION = 12;

function cutAtPhrase(text: string): string | null {
  const heads = [...text.slice(0, LONGEST + LONGEST_PREPOSITION).matchAll(PHRASE)].map(({ index }) =>
    withoutDanglers(text.slice(0, index)),
  );
  return heads.filter((head) => head.length >= SHORTEST && head.length <= LONGEST && hasVerb(head)).at(-1) ?? null;
}

function cutAtWord(text: string): string {
  if (text.length <= LONGEST) return withoutDanglers(text);
  const cut = withoutDanglers(text.slice(0, lastBreak(text, IDEAL)));
  return cut === '' ? text.slice(0, IDEAL) : cut;
}

/** The last place up to `limit` between two words; `limit` itself where the script has no spaces. */
function lastBreak(text: string, limit: number): number {
  const space = text.lastIndexOf(' ', limit);
  return space > 0 ? space : limit;
}

/** Words that want another one behind them. */
const DANGLERS: ReadonlySet<string> = new Set(
  (
    'a about across after against all also although amid an and are around as at be because been before ' +
    'being between both but by can could despite did do does during each even every following for from ' +
    'had has have he her his how if in into is it ' +
    'its just like may might more most much must near nearly no nor not of off on only onto or our over ' +
    'shall she should since so some such than that the their them then there these they this those ' +
    'though through to toward towards under until up upon us was we ' +
    'were what when where whether which while who whose will with within without would you your mr mrs ' +
    'ms dr st'
  ).split(' '),
);

function withoutDanglers(text: string): string {
  const words = text.replace(/[\s,;:–—-]+$/, '').split(' ');
  while (words.length > 1 && isDangler(words)) words.pop();
  return words.join(' ').replace(/[\s,;:–—-]+$/, '');
}

function isDangler(words: readonly string[]): boolean {
  const last = (words.at(-1) ?? '').replace(/[,;:.–—-]+$/, '');
  // "US" is a country, "us" a pronoun.
  return last === '' || (DANGLERS.has(last.toLowerCase()) && !(last.length > 1 && last === last.toUpperCase()));
}

/** Frequent verbs whose form does not show that they are. */
const VERBS = oneOf(
  'is are was were be been has have had will would can could may might must should do does did held said',
  'say says won lost met cut put set hit led left made took told found began became came fell rose grew',
  'gave got kept knew paid ran saw sent shot sold spent stood struck sued swept thrown tore voted went',
  'wrote broke brought bought built caught drew drove fought laid meant quit read rejects sank seeks split',
  'spread stole',
);
const VERB = new RegExp(
  `\\s${VERBS}\\s|\\s\\p{Ll}{2,}(?:ed|es|fies|izes|ises)\\s|` +
    `\\s\\p{Ll}{3,}s\\s(?:a|an|the|its|their|his|her|to|on|in|at|over|for|new|that)\\s`,
  'u',
);

function hasVerb(text: string): boolean {
  return VERB.test(`${text} `) || !/\s/.test(text);
}
