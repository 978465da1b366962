/**
 * What the index holds of a node: the words of its texts at their places. Both databases index exactly this, so that
 * they find the same.
 */
import { wordsIn } from '../../domain/words';

/** A node's texts, by how much a word in them says about it. Phrases do not reach from one text into the next. */
export interface SearchTexts {
  /** What it is called. */
  readonly heading: readonly string[];
  /** What it is in short. */
  readonly lead: readonly string[];
  readonly body: readonly string[];
}

/** A place holds a word, or none: between two texts, and where a word has come too often. */
export type Places = readonly (string | null)[];

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
  const allowance = new Allowance();
  const headings = heading.map((text) => [HEADING_START, ...plainWords(text), HEADING_END]);
  return {
    heading: places(headings, allowance),
    lead: places(lead.map(plainWords), allowance),
    body: places(body.map(plainWords), allowance),
  };
}

function plainWords(text: string): string[] {
  return wordsIn(text).map(({ word }) => word);
}

class Allowance {
  private places = MAX_PLACES;
  private characters = MAX_CHARACTERS;
  private readonly counts = new Map<string, number>();

  get isUsedUp(): boolean {
    return this.places <= 0 || this.characters <= 0;
  }

  /** The word, or null where it has come too often; either takes a place. */
  take(word: string | null): string | null {
    this.places -= 1;
    if (word === null) return null;
    this.characters -= word.length;
    const count = (this.counts.get(word) ?? 0) + 1;
    this.counts.set(word, count);
    return count > MAX_PLACES_OF_A_WORD ? null : word;
  }
}

function places(texts: readonly (readonly string[])[], allowance: Allowance): Places {
  const taken: (string | null)[] = [];
  for (const words of texts) {
    if (words.length === 0) continue;
    if (taken.length > 0) taken.push(allowance.take(null));
    for (const word of words) {
      if (allowance.isUsedUp) return taken;
      taken.push(allowance.take(word));
    }
  }
  return taken;
}
