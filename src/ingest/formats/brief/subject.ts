/** What a brief is about: the names in it outside the papers section, and its topics. */
import type { QuestionDraft, Section, TopicDraft } from '../../../domain/story-draft';
import type { Subject } from './papers/named-outlets';
import { foldWord } from './papers/words';

/** From a capital (or any letter beyond ASCII: told apart below) to the end of the word. */
const CAPITALISED = /[A-Z\u0080-\uffff][^\s,;:!?"()“”«»…'’]*/g;

/** The subject of the story that these parts tell. */
export function subjectOf(
  sections: readonly Section[],
  topics: readonly TopicDraft[],
  questions: readonly QuestionDraft[],
): Subject {
  const words = new Set<string>();
  const learn = (text: string | null): void => {
    for (const word of text?.match(CAPITALISED) ?? []) if (isUpper(word)) words.add(foldWord(withoutStop(word)));
  };
  for (const { kind, blocks } of sections) if (kind !== 'COVERAGE') for (const { text } of blocks) learn(text);
  for (const { title, intro } of questions) [title, intro].forEach(learn);
  for (const { description } of topics) learn(description);
  const names = new Set(
    topics.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => foldWord(name).replace(/^the /, '')),
  );
  return { isTopical: (folded) => words.has(folded), isTopic: (name) => names.has(name) };
}

function isUpper(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function withoutStop(word: string): string {
  return /[.-]$/.test(word) ? word.slice(0, -1) : word;
}
