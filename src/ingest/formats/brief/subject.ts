/** What a brief is about: the names in it outside the papers section, and its topics. */
import type { QuestionDraft, Section, TopicDraft } from '../../../domain/story-draft';
import type { Subject } from './papers/named-outlets';
import { foldWord } from './papers/words';

const CAPITALISED = /\p{Lu}[\p{L}\p{N}\p{M}.&-]*/gu;

/** The subject of the story that these parts tell. */
export function subjectOf(
  sections: readonly Section[],
  topics: readonly TopicDraft[],
  questions: readonly QuestionDraft[],
): Subject {
  const words = new Set<string>();
  const learn = (text: string | null): void => {
    for (const word of text?.match(CAPITALISED) ?? [])
      words.add(foldWord(/[.-]$/.test(word) ? word.replace(/[.-]{1,3}$/, '') : word));
  };
  for (const { kind, blocks } of sections) if (kind !== 'COVERAGE') for (const { text } of blocks) learn(text);
  for (const { title, intro } of questions) [title, intro].forEach(learn);
  for (const { description } of topics) learn(description);
  const names = new Set(
    topics.flatMap(({ name, aliases }) => [name, ...aliases]).map((name) => foldWord(name).replace(/^the /, '')),
  );
  return { isTopical: (folded) => words.has(folded), isTopic: (name) => names.has(name) };
}
