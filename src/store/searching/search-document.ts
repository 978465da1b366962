/**
 * What the index holds of a node: the words of its texts at their places. Both databases index exactly this, so that
 * they find the same.
 */
import { forEachWord, MAX_WORD_LENGTH } from '../../domain/words';

/** A node's texts, by how much a word in them says about it. Phrases do not reach from one text into the next. */
export interface SearchTexts {
  /** What it is called. */
  readonly heading: readonly string[];
  /** What it is in short. */
  readonly lead: readonly string[];
  readonly body: readonly string[];
}

/** A place holds a word, or `NO_WORD`: between two texts, and where a word has come too often. */
export type Places = readonly string[];

/** Stands where a place holds no word; it is never asked for. */
export const NO_WORD = '\ue002';

export type SearchDocument = Readonly<Record<keyof SearchTexts, Places>>;

/** Stand before and after each heading, so that one that is just the words asked for is found. No word is like them. */
export const HEADING_START = '\ue000';
export const HEADING_END = '\ue001';

/** PostgreSQL counts places up to 16,383, keeps 255 of a word, and a document's words in a mebibyte. */
const MAX_PLACES = 16_000;
const MAX_PLACES_OF_A_WORD = 250;
const MAX_CHARACTERS = 200_000;

/** The words of these texts, as far as they are indexed. */
export function searchDocument({ heading, lead, body }: SearchTexts): SearchDocument {
  const document = { heading: headingPlaces(heading), lead: places(lead), body: places(body) };
  return mayExceedLimits(document) ? withinLimits(document) : document;
}

/** So many words are below each limit for certain, however long they are. */
const SURE_PLACES = Math.min(MAX_PLACES, Math.floor(MAX_CHARACTERS / MAX_WORD_LENGTH));

/** How many words begin alike, by their first letter and their length: none can come more often than its kind does. */
const kinds = new Uint16Array(1 << 12);

/** False where no limit can be exceeded, which is true of nearly every text, and sooner told than each word is counted. */
function mayExceedLimits({ heading, lead, body }: SearchDocument): boolean {
  const count = heading.length + lead.length + body.length;
  if (count <= MAX_PLACES_OF_A_WORD) return false;
  if (count > SURE_PLACES) return true;
  kinds.fill(0);
  for (const words of [heading, lead, body]) {
    for (const word of words) {
      const kind = ((word.charCodeAt(0) & 0x3f) << 6) | (word.length & 0x3f);
      const ofItsKind = (kinds[kind] ?? 0) + 1;
      if (ofItsKind > MAX_PLACES_OF_A_WORD) return true;
      kinds[kind] = ofItsKind;
    }
  }
  return false;
}

function headingPlaces(texts: readonly string[]): Places {
  const taken: string[] = [];
  for (const text of texts) {
    if (taken.length > 0) taken.push(NO_WORD);
    taken.push(HEADING_START);
    forEachWord(text, (word) => taken.push(word));
    taken.push(HEADING_END);
  }
  return taken;
}

function places(texts: readonly string[]): Places {
  const taken: string[] = [];
  for (const text of texts) {
    const before = taken.length;
    if (before > 0) taken.push(NO_WORD);
    forEachWord(text, (word) => taken.push(word));
    // A text without words takes no place.
    if (before > 0 && taken.length === before + 1) taken.pop();
  }
  return taken;
}

/** The same with what is beyond the limits left out, from the heading on. */
function withinLimits({ heading, lead, body }: SearchDocument): SearchDocument {
  const allowance = new Allowance();
  return { heading: allowance.of(heading), lead: allowance.of(lead), body: allowance.of(body) };
}

class Allowance {
  private places = MAX_PLACES;
  private characters = MAX_CHARACTERS;
  private readonly counts = new Map<string, number>();

  /** The places that are left for these words; where a word has come too often, its place stays empty. */
  of(words: Places): Places {
    const taken: string[] = [];
    for (const word of words) {
      if (this.places <= 0 || this.characters <= 0) break;
      taken.push(this.take(word));
    }
    return taken;
  }

  private take(word: string): string {
    this.places -= 1;
    if (word === NO_WORD) return NO_WORD;
    this.characters -= word.length;
    const count = (this.counts.get(word) ?? 0) + 1;
    this.counts.set(word, count);
    return count > MAX_PLACES_OF_A_WORD ? NO_WORD : word;
  }
}
