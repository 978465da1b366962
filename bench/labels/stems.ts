/** Texts with each word reduced to its stem, so that a search among them finds every word with the stem that is asked for. */
import { wordsIn } from '../../src/domain/words';
import type { StoryDraft } from '../../src/domain/story-draft';

/** A rule that gives the stem of a word in small letters. */
export type StemRule = (word: string) => string;

export class Stems {
  /** The different words that were met, by their stems. */
  private readonly words = new Map<string, Set<string>>();

  constructor(private readonly rule: StemRule) {}

  /** The text, or the query, with stems for words; what stands between them stays. */
  ofText(text: string): string {
    let place = 0;
    let stemmed = '';
    for (const { word, start, end } of wordsIn(text)) {
      stemmed += text.slice(place, start) + this.rule(word);
      place = end;
    }
    return stemmed + text.slice(place);
  }

  /** The story with stems in its title and sections, which are what a search for stories looks at. */
  ofStory(story: StoryDraft): StoryDraft {
    const sections = story.sections.map((section) => ({
      ...section,
      heading: section.kind === 'OTHER' ? this.met(section.heading) : section.heading,
      blocks: section.blocks.map((block) => ({ ...block, text: this.met(block.text) })),
    }));
    return { ...story, title: this.met(story.title), sections };
  }

  /** How many words of the stories, on average, a word of these queries stands for. */
  wordsAWord(queries: readonly string[]): number {
    const asked = queries.flatMap((query) => wordsIn(query).map(({ word }) => this.words.get(this.rule(word))?.size ?? 0));
    return asked.reduce((sum, size) => sum + size, 0) / asked.length;
  }

  private met(text: string): string {
    for (const { word } of wordsIn(text)) {
      const stem = this.rule(word);
      const words = this.words.get(stem);
      if (words === undefined) this.words.set(stem, new Set([word]));
      else words.add(word);
    }
    return this.ofText(text);
  }
}
