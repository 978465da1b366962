/** Many made-up stories that share outlets, questions and topics, for tests of imports. */
import type { StoryDraft } from '../../src/domain/story-draft';
import { outletDraft, perspectiveDraft, questionDraft, storyDraft, topicDraft } from './cast';

/** Story number `number`; always the same. */
export function numberedDraft(number: number): StoryDraft {
  return storyDraft({
    title: `Story ${number % 50}`,
    url: `https://briefs.example/${number}`,
    publishedAt: new Date(Date.UTC(2025, 0, 1) + number * 60_000).toISOString(),
    summary: `Summary of story ${number}. ${'It goes on for a while. '.repeat(20)}`,
    perspectives: [
      perspectiveDraft(`First claim of ${number}.`, [outletDraft('The Globe'), outletDraft(`Paper ${number % 7}`)]),
      perspectiveDraft(`Second claim of ${number}.`, [outletDraft(`Paper ${number % 5}`)]),
    ],
    questions: [questionDraft(`Question ${number % 13}?`), questionDraft(`Question of ${number}?`)],
    topics: [topicDraft('Everything'), topicDraft(`Topic ${number % 17}`), topicDraft(`Topic ${number % 23}`)],
  });
}
