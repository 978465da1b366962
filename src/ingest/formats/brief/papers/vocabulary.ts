/** The words by which papers are spoken of. All in lower case, without accents. */

/** What outlets do, as the infinitive. Few people and companies do the first group; anyone may do the second. */
const MEDIA_VERBS =
  'report cover headline publish broadcast air carry lead feature frame editorialise editorialize ' +
  'devote quote cite portray foreground print chronicle fact-check';
const REPORTING_VERBS =
  'accuse acknowledge add address advise agree allege analyse analyze announce argue ask assert assess ' +
  'attribute back balance believe bemoan blame break bring calculate call capture cast caution ' +
  'celebrate center centre challenge ' +
  'champion characterise characterize claim compare compile concede concentrate conclude condemn ' +
  'confirm connect consider contend contextualise contextualize contrast converge convey count credit ' +
  'criticise criticize debate declare ' +
  'decry deepen defend delve demand depict deplore describe detail differ dig disagree discuss dismiss ' +
  'dissect diverge document doubt downplay draw dub dwell echo elaborate emphasise emphasize endorse ' +
  'establish estimate evoke examine ' +
  'expand expect explain explore expose express favor favour find flag focus follow gauge give hail ' +
  'highlight hint hope identify illustrate imply include indicate infer insist interpret interview ' +
  'investigate invite issue join judge ' +
  'juxtapose keep label lament lay lean learn liken link list look make map mark measure mention mock ' +
  'monitor muse name note observe obtain offer omit open oppose outline paint pick piece place play ' +
  'point poll ponder pose praise ' +
  'predict prefer present press prioritise prioritize probe profile promise propose provide push put ' +
  'question raise rank rate read recall recap recognise recognize recommend reconstruct recount record ' +
  'refer reflect relate relay remark ' +
  'remind repeat reproduce respond reveal review run say scrutinise scrutinize see seek set share shed ' +
  'show side signal single situate sketch speak speculate spotlight stay stress suggest sum summarise ' +
  'summarize survey sympathise take ' +
  'talk tally tell think tie touch trace track trail treat turn uncover underline underscore unpack ' +
  'update urge use verify view visit voice walk warn watch weigh welcome wonder worry wrap write zoom';

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['bring', 'brought'],
  ['broadcast', 'broadcast'],
  ['draw', 'drew'],
  ['find', 'found'],
  ['give', 'gave'],
  ['keep', 'kept'],
  ['lay', 'laid'],
  ['lead', 'led'],
  ['make', 'made'],
  ['put', 'put'],
  ['read', 'read'],
  ['run', 'ran'],
  ['say', 'said'],
  ['see', 'saw'],
  ['set', 'set'],
  ['shed', 'shed'],
  ['speak', 'spoke'],
  ['break', 'broke'],
  ['cast', 'cast'],
  ['dig', 'dug'],
  ['seek', 'sought'],
  ['think', 'thought'],
  ['take', 'took'],
  ['tell', 'told'],
  ['write', 'wrote'],
  ['show', 'showed'],
]);

/** `report` → `reports`. */
export function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

/** `report` → `reported`. */
export function past(verb: string): string {
  const irregular = IRREGULAR.get(verb);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return verb.endsWith('e') ? `${verb}d` : `${verb}ed`;
}

function forms(verbs: readonly string[], form: (verb: string) => string): ReadonlySet<string> {
  return new Set(verbs.map(form));
}

const media = MEDIA_VERBS.split(' ');
const all = [...media, ...REPORTING_VERBS.split(' ')];

/** `report`: of several, or behind "also does". */
export const PLURAL_VERBS = forms(all, (verb) => verb);
/** `reports`: of one. */
export const SINGULAR_VERBS = forms(all, thirdPerson);
/** `reported`. */
export const PAST_VERBS = forms(all, past);
/** `reported`, `written`: behind "has". */
export const PARTICIPLES: ReadonlySet<string> = new Set([
  ...PAST_VERBS,
  ...'broken chosen drawn given heard run seen shown spoken taken written'.split(' '),
]);
/** Every form of what hardly anyone but an outlet does. */
export const MEDIA_VERB_FORMS: ReadonlySet<string> = new Set([...media, ...media.map(thirdPerson), ...media.map(past)]);

/** Whether the word is any finite form of a reporting verb. */
export function isReportingVerb(folded: string): boolean {
  return SINGULAR_VERBS.has(folded) || PLURAL_VERBS.has(folded) || PAST_VERBS.has(folded);
}

/** What is an outlet's alone: "X's coverage", "the X correspondent". */
export const COVERAGE_NOUNS: ReadonlySet<string> = new Set(
  (
    'article articles blog columnist columnists commentator commentators correspondent correspondents ' +
    'coverage editor editors editorial editorials explainer feature features ' +
    'front-page headline headlines journalist journalists live liveblog newsroom op-ed op-eds opinion ' +
    'page podcast piece pieces reader readers reporter reporters reporting story stories'
  ).split(' '),
);
/** What others have too: "X's report". */
export const WEAK_COVERAGE_NOUNS: ReadonlySet<string> = new Set(
  (
    'account accounts analysis analyses commentary framing interview interviews investigation narrative ' +
    'perspective profile report reports take tone video website'
  ).split(' '),
);

/** What one outlet or one piece of its is called when it is not named. */
export const SINGULAR_NOUNS: ReadonlySet<string> = new Set(
  (
    'agency article author broadcaster broadsheet channel columnist correspondent daily editorial ' +
    'explainer liveblog magazine network news-agency newspaper newsroom newswire outlet paper ' +
    'piece publication publisher report reporter service site station story tabloid title website weekly ' +
    'wire writer'
  ).split(' '),
);
/** Those of them that hardly mean anything but an outlet in the middle of a sentence too. */
export const UNMISTAKABLE_NOUNS: ReadonlySet<string> = new Set(
  'article broadcaster broadsheet editorial newspaper outlet paper publication tabloid newswire'.split(' '),
);
/** What several outlets or their pieces are called. */
export const PLURAL_NOUNS: ReadonlySet<string> = new Set(
  (
    'accounts agencies articles broadcasters dailies newspapers newsrooms outlets papers pieces ' +
    'publications reports sources stories titles'
  ).split(' '),
);
/** Numbers that count outlets. */
export const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
]);

/** Words in outlets' names that stand in few other names. */
export const MEDIA_WORDS: ReadonlySet<string> = new Set(
  (
    'advertiser argus broadcasting chronicle courier daily dispatch examiner gazette herald inquirer ' +
    'ledger newspaper newswire observer sentinel telegraph tribune weekly ' +
    'allgemeine anzeiger blatt kurier morgenpost nachrichten presse rundschau tagblatt tageblatt ' +
    'tagesspiegel zeitung ' +
    'avisen bladet dagblad dagbladet dagens nyheter posten tidende tidning tidningen sanomat uutiset ' +
    'depeche diario echos figaro gazeta gazette gazzetta giornale jornal journal matin messaggero monde ' +
    'noticias nouvelles nouvelliste pais periodico prensa soir tempo tiempo voz ' +
    'dziennik dnevnik novosti novine pravda shimbun vesti vijesti xinwen'
  ).split(' '),
);
/** Words in outlets' names that stand in other names too (Times Square, Royal Mail). */
export const WEAK_MEDIA_WORDS: ReadonlySet<string> = new Set(
  (
    'agency beacon bulletin channel citizen digest echo enquirer express fm globe guardian independent ' +
    'insider journal leader magazine mail media mercury mirror monitor network news online post ' +
    'press radio record register report reporter review spectator standard star sun television times ' +
    'today tv voice wire world'
  ).split(' '),
);
