/** Finds the names of outlets among the words of a sentence. */
import { foldWord, isAdjacent, wordsOf, type Word } from './words';

/** One way to write an outlet's name. */
interface Writing<T> {
  readonly words: readonly Word[];
  /** `The Sun` is never just "Sun"; `The Guardian` may be just "Guardian". */
  readonly needsArticle: boolean;
  readonly owner: T;
}

/** A name found: from the word `first` up to the word before `behind`, its article included. */
export interface Mention<T> {
  readonly first: number;
  readonly behind: number;
  readonly owner: T;
}

/** All names and aliases of some outlets, for finding the longest that stands at a place. */
export class OutletNames<T> {
  private readonly byFirstWord = new Map<string, Writing<T>[]>();

  constructor(outlets: Iterable<readonly [owner: T, names: readonly string[]]>) {
    for (const [owner, names] of outlets) this.add(owner, names);
    for (const writings of this.byFirstWord.values()) writings.sort((a, b) => b.words.length - a.words.length);
  }

  /** The longest name that begins at this word (articles are not where a name begins), or null. */
  at(words: readonly Word[], index: number): Mention<T> | null {
    const word = words[index];
    if (word === undefined) return null;
    const hasArticle = isArticle(words[index - 1]) && isAdjacent(word);
    for (const writing of this.byFirstWord.get(word.folded) ?? []) {
      if (writing.needsArticle && !hasArticle) continue;
      if (!isWrittenAt(writing.words, words, index)) continue;
      return { first: hasArticle ? index - 1 : index, behind: index + writing.words.length, owner: writing.owner };
    }
    return null;
  }

  private add(owner: T, names: readonly string[]): void {
    const bare = new Set(names.filter((name) => !ARTICLE.test(name)).map(foldWord));
    for (const name of names) {
      const unarticled = name.replace(ARTICLE, '');
      const words = wordsOf(unarticled);
      const first = words[0];
      if (first === undefined) continue;
      const writings = this.byFirstWord.get(first.folded) ?? [];
      writings.push({ words, needsArticle: !bare.has(foldWord(unarticled)), owner });
      this.byFirstWord.set(first.folded, writings);
    }
  }
}

const ARTICLE = /^the\s+(?=\S)/i;

/** "The" or "the". */
export function isArticle(word: Word | undefined): boolean {
  return word?.folded === 'the';
}

function isWrittenAt(name: readonly Word[], words: readonly Word[], index: number): boolean {
  return name.every((part, offset) => {
    const word = words[index + offset];
    if (word?.folded !== part.folded || !isCasedLike(word.text, part.text)) return false;
    if (word.isPossessive && offset < name.length - 1) return false;
    return offset === 0 || word.gap.trim() === part.gap.trim();
  });
}

/** The same case, or capitals throughout; an acronym only as it is (`AP`, never "Ap"). */
function isCasedLike(text: string, model: string): boolean {
  if (text === model || text === text.toUpperCase()) return true;
  if (model.length > 1 && model === model.toUpperCase()) return false;
  return /^\p{Ll}/u.test(text) === /^\p{Ll}/u.test(model);
}
