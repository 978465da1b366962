/**
 * The lead sentence of a topic's description says who or what it is, as an encyclopaedia's does:
 * "X, officially Y, is …", "The X, commonly known as Y or Z, was …", "X (pronunciation; dates) is …".
 */
import { oneOf } from './pattern';
import { aliasesIn, isAliasPhrase } from './topic-aliases';

/** What a lead sentence says. */
export interface Lead {
  readonly name: string;
  readonly aliases: string[];
  /** What follows "is" or "was"; null when the sentence does not get so far. */
  readonly predicate: string | null;
}

/** Names are found in the first few hundred characters or not at all. */
const WINDOW = 600;
const LONGEST_NAME = 120;

/** Reads a lead sentence. There is always a name: where no rule finds one, the words that open the sentence. */
export function readLead(sentence: string): Lead {
  const { text, asides } = withoutBrackets(sentence.slice(0, WINDOW));
  const copula = COPULA.exec(text) ?? OTHER_VERB.exec(text);
  const subject = copula === null ? beforeVerb(text) : text.slice(0, copula.index);
  const predicate = copula === null ? null : text.slice(copula.index + copula[0].length).trim();
  const { named, phrases } = partsOf(tidy(subject).replace(/[,;:–—-]{1,3}$/, ''));
  const name = cleanName(named === '' ? openingWords(tidy(text)) : named, predicate) || shortened(sentence.trim());
  // Brackets behind the verb explain something else.
  const own = asides.filter(({ at }) => at <= subject.length).map((aside) => aside.text);
  const aliases = [...phrases, ...own].flatMap((phrase) => aliasesIn(phrase));
  if (isAcronym(name))
    aliases.push(...phrases.filter((phrase) => SPELT_OUT.test(phrase)).map((phrase) => phrase.replace(/^the /, '')));
  if (/^[^\s/]+\/[^\s/]+$/.test(name)) aliases.unshift(...name.split('/'));
  return { name, aliases: [...new Set(aliases)].filter((alias) => alias !== name), predicate };
}

/** The verb between the name and what it is. Small letters only: "Life Is Beautiful" is a name. */
const COPULA = /(?<=[\p{L}\p{N}.,!?"”’)'\]]\s{1,3})(?:is|was|are|were)(?=\s|$)/u;
/** Other verbs with which leads go on behind the name. */
const OTHER_VERBS = oneOf(
  'became comprises consists covers denotes describes encompasses has had includes involves means occurs',
  'played plays refers represents served serves took worked works',
);
const OTHER_VERB = new RegExp(String.raw`(?<=[\p{L}\p{N}.,!?"”’)'\]]\s{1,3})${OTHER_VERBS}(?=\s|$)`, 'u');

/** "NATO, the North Atlantic Treaty Organization, …". */
const SPELT_OUT = /^(?:the )?\p{Lu}\S*(?: (?:\p{Lu}\S*|of|for|and|the|on|in)){1,10}$/u;

function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,8}$/u.test(name);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,;.])/g, '$1')
    .trim();
}

/** The text outside all brackets, and what stands in each outermost pair, with its place in that text. */
function withoutBrackets(sentence: string): { text: string; asides: { text: string; at: number }[] } {
  const asides: { text: string; at: number }[] = [];
  let text = '';
  let depth = 0;
  let from = 0;
  for (const { index, 0: bracket } of sentence.matchAll(/[()[\]（）]/g)) {
    const opens = OPENING_BRACKETS.has(bracket);
    if (opens && depth === 0) text += sentence.slice(from, index);
    else if (!opens && depth === 1) asides.push({ text: sentence.slice(from, index), at: text.length });
    if (depth === 0 || (depth === 1 && !opens)) from = index + 1;
    if (opens) depth += 1;
    else if (depth > 0) depth -= 1;
  }
  if (depth === 0) text += sentence.slice(from);
  return { text, asides };
}

const OPENING_BRACKETS: ReadonlySet<string> = new Set('([（');

/** A lead without a verb that is known: "X: a politician", "X captains …". The name is what comes before the first small word. */
function beforeVerb(text: string): string {
  const head = /^[^:–—.;?!]*(?:\.(?=\S|\s\p{Lu}\p{Ll}+\s\p{Lu})[^:–—.;?!]*)?/u.exec(text)?.[0] ?? text;
  const words = head.split(' ');
  const end = words.findIndex((word, index) => index > 0 && /^\p{Ll}/u.test(word) && !NAME_PARTICLES.has(word));
  return (end < 0 ? words : words.slice(0, end)).join(' ');
}

const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'of the and de del della di da do dos du des la le les van von der den al el bin ibn zu for in'.split(' '),
);

/** What belongs to a name although a comma parts it: "Tesla, Inc.", "Washington, D.C.", "Sammy Davis, Jr." */
const NAME_SUFFIX = new RegExp(
  `^${oneOf(
    'Inc Ltd LLC LLP L\\.P PLC plc Plc Co Corp S\\.A SA S\\.p\\.A N\\.V AG SE GmbH Pty\\sLtd Limited',
    'Incorporated Jr Sr D\\.C II III IV',
  )}\\.?$`,
);

/** Splits the subject at its commas into the name and the phrases that explain it. */
function partsOf(subject: string): { named: string; phrases: string[] } {
  const parts = subject
    .split(/,\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const phrases: string[] = [];
  let named = '';
  for (const part of parts) {
    if (named === '' && (opensWithAside(part) || isAliasPhrase(part))) phrases.push(part);
    else if (named === '') named = inlineAlias(part, phrases);
    else if (phrases.length === 0 && (NAME_SUFFIX.test(part) || isPlaceSuffix(part))) named += `, ${part}`;
    else if (!POST_NOMINALS.test(part) && !NAME_SUFFIX.test(part)) phrases.push(part);
  }
  return { named, phrases };
}

const INLINE_ADVERB = oneOf('also commonly better often formerly officially popularly simply widely');
const INLINE_MARKER = oneOf(
  'known\\s(?:simply\\s)?as called abbreviated(?:\\sas)? a\\.k\\.a\\. aka officially formerly',
);
const INLINE_ALIAS = new RegExp(`\\s(?:${INLINE_ADVERB} )*(?:${INLINE_MARKER}|or(?= (?:the )?\\p{Lu}))\\s`, 'u');

/** "X or Y", "X also known as Y" without a comma. */
function inlineAlias(part: string, phrases: string[]): string {
  const match = INLINE_ALIAS.exec(part);
  if (match === null || match.index === 0) return part;
  phrases.push(part.slice(match.index).trim());
  return part.slice(0, match.index);
}

/** "Springfield, Illinois": one more proper name, of a word or two, right behind the first. */
function isPlaceSuffix(part: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)?$/u.test(part) && !POST_NOMINALS.test(part);
}

/** "Born in 1962, X is …", "In economics, X is …", "Based in Oslo, X is …". */
function opensWithAside(part: string): boolean {
  // "On Golden Pond", "Before Sunrise": a small word and one name are a title rather.
  if (/^\p{Lu}\p{Ll}+ \p{Lu}\S*$/u.test(part)) return false;
  const [first = '', second = ''] = part.split(' ', 2);
  return (ASIDE_OPENERS.has(first) && second !== '') || (/^\p{Lu}\p{Ll}+ed$/u.test(first) && /^\p{Ll}/u.test(second));
}

const ASIDE_OPENERS: ReadonlySet<string> = new Set(
  (
    'After Also Among As At Before Born Built Commonly Currently During For Formerly From Historically In Known Led Officially Often ' +
    'On Originally Previously Set Since Sometimes Today Traditionally Under With Within'
  ).split(' '),
);

/** Letters behind a person's name. */
const POST_NOMINAL = oneOf(
  'FRS FRSE FRSA FRCP FRCS FBA FREng FRAS FMedSci KC QC MP MEP MSP MS MBE OBE CBE KBE DBE GBE CB KCB DCB',
  'GCB CMG KCMG DCMG GCMG CVO KCVO GCVO LVO MVO KG KT LG CH OM PC AC AO AM CC OC ONZ CNZM DNZM GNZM PhD MD',
  'TD DL JP RA SJ OP OSB FRIBA',
);
const POST_NOMINALS = new RegExp(`^${POST_NOMINAL}(?:[ ,]+${POST_NOMINAL})*$`);
const TRAILING_POST_NOMINALS = new RegExp(`(?<=\\S+ \\S+)(?:,? ${POST_NOMINAL})+$`);

/** Kinds of work whose article is part of the title. */
const WORKS = oneOf(
  'newspaper magazine broadsheet tabloid band film novel series(?!\\sof) song album sitcom podcast musical play painting',
);
const TITLED_WORK = new RegExp(`^(?:an?|the)\\b[^.;]{0,80}?\\b${WORKS}\\b`);

function cleanName(opening: string, predicate: string | null): string {
  const name = unquoted(shortened(opening)).replace(TRAILING_POST_NOMINALS, '').trim();
  const keepsArticle = name === 'The Hague' || (predicate !== null && TITLED_WORK.test(predicate));
  const bare = name.replace(/^(?:the|an?) (?=\S)/i, '');
  return keepsArticle || bare === name ? name : bare.charAt(0).toUpperCase() + bare.slice(1);
}

function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const space = name.lastIndexOf(' ', LONGEST_NAME);
  return name.slice(0, space > 0 ? space : LONGEST_NAME);
}

function unquoted(text: string): string {
  return /^["“'‘«*_]+(?=\S)/.test(text) ? text.replace(/^["“'‘«*_]+|["”'’»*_]+$/g, '') : text;
}

/** Where nothing names the topic, its first words do. */
function openingWords(text: string): string {
  const words = text
    .split(' ')
    .slice(0, 6)
    .join(' ')
    .replace(/[.,;:!?]+$/, '');
  return words === '' ? text.slice(0, LONGEST_NAME) : words;
}
