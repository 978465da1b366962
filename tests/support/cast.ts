/**
 * A small named cast of stories. All outlets, people and events in it are made up.
 *
 * - `harbourStrike` and `harbourDeal`: two stories of one affair; they share topics, a question and outlets.
 * - `riverFlood`: stands apart but for one outlet.
 */
import type { OutletDraft, PerspectiveDraft, QuestionDraft, StoryDraft, TopicDraft } from '../../src/domain/story-draft';

/** A story that says the least, with what the test cares about. */
export function storyDraft(given: Partial<StoryDraft> & { summary?: string } = {}): StoryDraft {
  const { summary = 'Something happened.', ...rest } = given;
  return {
    slug: null,
    title: 'Something happened',
    titleIsDerived: false,
    language: null,
    url: null,
    publishedAt: null,
    sourceUpdatedAt: null,
    importedAt: null,
    updatedAt: null,
    sections: [section('SUMMARY', "What's happened", summary)],
    perspectives: [],
    questions: [],
    topics: [],
    ...rest,
  };
}

/** A section of one paragraph. */
export function section(kind: StoryDraft['sections'][number]['kind'], heading: string, text: string): StoryDraft['sections'][number] {
  return { kind, heading, blocks: [{ kind: 'PARAGRAPH', text }], isTruncated: false };
}

/** An outlet that is known by its name alone, with what the test cares about. */
export function outletDraft(name: string, given: Partial<OutletDraft> = {}): OutletDraft {
  return { name, slug: null, country: null, homepage: null, aliases: [], ...given };
}

/** One explicit sentence of these outlets. */
export function perspectiveDraft(text: string, outlets: OutletDraft[], given: Partial<PerspectiveDraft> = {}): PerspectiveDraft {
  return {
    outlets,
    headline: null,
    text,
    statements: [{ text, basis: 'EXPLICIT' }],
    url: null,
    publishedAt: null,
    isTruncated: false,
    ...given,
  };
}

/** A question with a whole answer, unless the test says otherwise. */
export function questionDraft(title: string, given: Partial<QuestionDraft> = {}): QuestionDraft {
  return {
    title,
    slug: null,
    intro: null,
    answer: { blocks: [{ kind: 'PARAGRAPH', text: `About: ${title}` }], isTruncated: false },
    isTruncated: false,
    ...given,
  };
}

/** A topic with a whole description, unless the test says otherwise. */
export function topicDraft(name: string, given: Partial<TopicDraft> = {}): TopicDraft {
  return {
    name,
    nameIsDerived: false,
    slug: null,
    kind: null,
    aliases: [],
    description: `${name} is a topic.`,
    isTruncated: false,
    wikidataId: null,
    ...given,
  };
}

export const harbourGazette = outletDraft('The Harbour Gazette', { country: 'NZ', aliases: ['Gazette'] });
export const islandWire = outletDraft('Island Wire');
export const northCourier = outletDraft('North Courier', { country: 'CA' });

export const harbourStrike = storyDraft({
  title: 'Dockers at Port Maren walk out',
  url: 'https://briefs.example/harbour-strike',
  language: 'en',
  publishedAt: '2025-03-01T08:00:00.000Z',
  summary: 'Dockers at Port Maren walked out over night shifts.',
  perspectives: [
    perspectiveDraft('The Gazette says the shifts were too long.', [harbourGazette]),
    perspectiveDraft('Island Wire and North Courier expect a short strike.', [islandWire, northCourier]),
    perspectiveDraft('Both agree on the date.', [harbourGazette, islandWire], {
      statements: [{ text: 'Both agree on the date.', basis: 'COLLECTIVE' }],
    }),
  ],
  questions: [questionDraft('What do the dockers want?'), questionDraft('How long will it last?')],
  topics: [
    topicDraft('Port Maren', { kind: 'PLACE' }),
    topicDraft("Dockers' Union of Maren", { kind: 'ORGANISATION', aliases: ['DUM'] }),
    topicDraft('Strike'),
  ],
});

export const harbourDeal = storyDraft({
  title: 'Port Maren and its dockers agree',
  url: 'https://briefs.example/harbour-deal',
  language: 'en',
  publishedAt: '2025-03-09T17:30:00.000Z',
  summary: 'The strike at Port Maren ended with a new rota.',
  perspectives: [
    perspectiveDraft('The Harbour Gazette calls it a draw.', [harbourGazette]),
    perspectiveDraft('North Courier says the union won.', [northCourier]),
  ],
  questions: [questionDraft('What do the dockers want?', { answer: null, intro: 'It began with night shifts.' })],
  topics: [topicDraft('Port Maren', { kind: 'PLACE', description: 'A port.' }), topicDraft('Strike', { description: null })],
});

export const riverFlood = storyDraft({
  title: 'The Osk leaves its banks',
  url: 'https://briefs.example/river-flood',
  language: 'fr',
  publishedAt: '2025-04-20T05:15:00.000Z',
  summary: 'The river Osk flooded two villages.',
  perspectives: [perspectiveDraft('Island Wire counts forty houses.', [islandWire])],
  questions: [],
  topics: [topicDraft('Osk', { kind: 'PLACE' })],
});

export const cast: readonly StoryDraft[] = [harbourStrike, harbourDeal, riverFlood];
