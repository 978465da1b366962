/** The outlets that the papers section names, sentence by sentence: known ones, discovered ones and short forms. */
import type { OutletDraft } from '../../../../domain/story-draft';
import { type OutletDictionary, type OutletRecord } from '../../../outlets';
import type { Sentence } from '../sentences';
import { capitalisedRuns, type CapitalisedRun } from './capitalised-run';
import { isFollowedByReporting, isSource, namingOf, type Naming } from './naming-context';
import { isArticle, OutletNames, type Mention } from './outlet-names';
import { areJoined, keyOf, unknownOutlets, type ScannedSentence } from './unknown-outlets';
import { MEDIA_WORDS, WEAK_MEDIA_WORDS } from './vocabulary';
import { isAdjacent, wordsOf, type Word } from './words';

/** A sentence of the papers section and whom it names, in the order of the words, each once. */
export interface NamingSentence {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  readonly outlets: OutletDraft[];
}

/** What the rest of the brief is about: names in it are rather not outlets. */
export interface Subject {
  /** Whether the word is part of a name somewhere outside the papers section. */
  isTopical(folded: string): boolean;
  /** Whether a topic of the brief has this name, folded as words are. */
  isTopic(foldedName: string): boolean;
}

const namesByDictionary = new WeakMap<OutletDictionary, OutletNames<OutletRecord>>();

function namesOf(dictionary: OutletDictionary): OutletNames<OutletRecord> {
  const known = namesByDictionary.get(dictionary);
  if (known !== undefined) return known;
  const names = new OutletNames(
    dictionary.records.map((record) => [record, [record.name, ...record.aliases]] as const),
  );
  namesByDictionary.set(dictionary, names);
  return names;
}

/** Finds whom each sentence names. An outlet is one and the same object wherever it is named. */
export function nameOutlets(
  sentences: readonly Sentence[],
  dictionary: OutletDictionary,
  subject: Subject,
): NamingSentence[] {
  const scanned = sentences.map((sentence) => scan(sentence, namesOf(dictionary), subject));
  const discovered = unknownOutlets(
    scanned.map(({ scan: found }) => found),
    (folded) => subject.isTopical(folded),
  );
  const cast = new Cast(discovered);
  return scanned.map(({ sentence, scan: found, mentions }) => ({
    sentence,
    words: found.words,
    outlets: cast.namedIn(found, mentions),
  }));
}

interface Scanned {
  readonly sentence: Sentence;
  readonly scan: ScannedSentence;
  readonly mentions: readonly Mention<OutletRecord>[];
}

function scan(sentence: Sentence, names: OutletNames<OutletRecord>, subject: Subject): Scanned {
  const words = wordsOf(sentence.text);
  const found = namesIn(words, names, subject);
  const mentions = withCompany(words, found);
  const taken = new Set(mentions.flatMap(({ first, behind }) => range(first, behind)));
  const others = new Map(found.map((name) => [bareStart(words, name), name.behind]));
  const runs = capitalisedRuns(words).filter(
    // A name that means something else here is no unknown outlet either.
    (run) => others.get(run.first) !== run.behind && !range(run.first, run.behind).some((index) => taken.has(index)),
  );
  return { sentence, mentions, scan: { words, text: sentence.text, runs, known: mentions } };
}

/** A name of an outlet, and whether it means the outlet here. */
interface FoundName extends Mention<OutletRecord> {
  readonly naming: Naming;
}

function namesIn(words: readonly Word[], names: OutletNames<OutletRecord>, subject: Subject): FoundName[] {
  const found: FoundName[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const mention = word?.isCapitalised === true && !isArticle(word) ? names.at(words, index) : null;
    if (mention === null) continue;
    const naming = isSubjectMatter(words, mention, subject) ? 'OTHER' : namingOf(words, mention.first, mention.behind);
    found.push({ ...mention, naming });
    if (naming !== 'OTHER') index = mention.behind - 1;
  }
  return found;
}

/** "Guardian and Reuters": an ordinary word that stands in one list with an outlet is one. */
function withCompany(words: readonly Word[], found: readonly FoundName[]): Mention<OutletRecord>[] {
  const isOutlet = found.map(({ naming }) => naming === 'OUTLET');
  const join = (index: number, other: number): void => {
    const [left, right] = index < other ? [found[index], found[other]] : [found[other], found[index]];
    if (found[index]?.naming !== 'DOUBTFUL' || isOutlet[other] !== true || left === undefined || right === undefined)
      return;
    isOutlet[index] ||= areJoined(words, left.behind, right.first);
  };
  for (let index = 1; index < found.length; index += 1) join(index, index - 1);
  for (let index = found.length - 2; index >= 0; index -= 1) join(index, index + 1);
  return found.filter((_, index) => isOutlet[index]);
}

function bareStart(words: readonly Word[], { first }: Mention<OutletRecord>): number {
  return isArticle(words[first]) ? first + 1 : first;
}

/** An outlet that the story is about is one of its papers only where it reports. */
function isSubjectMatter(words: readonly Word[], mention: Mention<OutletRecord>, subject: Subject): boolean {
  const { first, behind } = mention;
  const start = bareStart(words, mention);
  const name = words
    .slice(start, behind)
    .map(({ folded }) => folded)
    .join(' ');
  if (!subject.isTopic(name)) return false;
  return !(isSource(words, first, behind) || isFollowedByReporting(words, behind));
}

function range(first: number, behind: number): number[] {
  return Array.from({ length: behind - first }, (_, offset) => first + offset);
}

/** The outlets named so far, and how they are called for short: "the Post" behind "NY Post". */
class Cast {
  private readonly byRecord = new Map<OutletRecord, OutletDraft>();
  private readonly byKey = new Map<string, OutletDraft>();
  private readonly byShortName = new Map<string, OutletDraft>();

  constructor(private readonly discovered: ReadonlyMap<string, string>) {}

  namedIn({ words, runs }: ScannedSentence, mentions: readonly Mention<OutletRecord>[]): OutletDraft[] {
    const places = [
      ...mentions.map((mention) => ({
        at: mention.first,
        outlet: () => this.shortNameAt(words, mention.first, mention.behind) ?? this.known(mention, words),
      })),
      ...runs.map((run) => ({
        at: run.first,
        outlet: () =>
          this.shortNameAt(words, run.hasArticle ? run.first - 1 : run.first, run.behind) ?? this.unknown(run, words),
      })),
    ].sort((a, b) => a.at - b.at);
    const named = new Set<OutletDraft>();
    for (const place of places) {
      const outlet = place.outlet();
      if (outlet !== null) named.add(outlet);
    }
    return [...named];
  }

  private known({ owner, first, behind }: Mention<OutletRecord>, words: readonly Word[]): OutletDraft {
    const draft = this.byRecord.get(owner) ?? draftOf(owner);
    this.byRecord.set(owner, draft);
    return this.remember(draft, words.slice(first, behind));
  }

  private unknown(run: CapitalisedRun, words: readonly Word[]): OutletDraft | null {
    const key = keyOf(words, run);
    const name = this.discovered.get(key);
    if (name === undefined) return null;
    const draft = this.byKey.get(key) ?? { name, slug: null, country: null, homepage: null, aliases: [] };
    this.byKey.set(key, draft);
    return this.remember(draft, words.slice(run.first, run.behind));
  }

  /** Of "NY Post", as it is written here, "Post" is the short form; of "FT" there is none. */
  private remember(draft: OutletDraft, written: readonly Word[]): OutletDraft {
    const last = written.at(-1)?.folded ?? '';
    const isLong = written.filter((word) => !isArticle(word)).length > 1;
    if (isLong && (MEDIA_WORDS.has(last) || WEAK_MEDIA_WORDS.has(last))) this.byShortName.set(last, draft);
    return draft;
  }

  /** "The Times" is The Times where it is written so; "the Times", behind The New York Times, is that. */
  private shortNameAt(words: readonly Word[], first: number, behind: number): OutletDraft | null {
    const article = words[first];
    const name = words[behind - 1];
    if (name === undefined || !isArticle(article) || behind - first !== 2 || !isAdjacent(name)) return null;
    if (article?.isCapitalised === true && first > 0) return null;
    return this.byShortName.get(name.folded) ?? null;
  }
}

function draftOf({ name, country, homepage, aliases }: OutletRecord): OutletDraft {
  return { name, slug: null, country, homepage, aliases: [...aliases] };
}
