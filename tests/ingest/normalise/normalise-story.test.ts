import type { StoryDraft } from '../../../src/domain/story-draft';
import { normaliseStory } from '../../../src/ingest/normalise';
import { harbourGazette, harbourStrike, islandWire, outletDraft, perspectiveDraft, questionDraft, section, storyDraft, topicDraft } from '../../support/cast';

const idOf = (given: Parameters<typeof storyDraft>[0]) => normaliseStory(storyDraft(given)).id;

describe('the id of a story', () => {
  it('is its given slug, whatever else it says', () => {
    const id = idOf({ slug: 'one', url: 'https://a.example/', summary: 'A.' });
    expect(id).toMatch(/^S[A-Za-z0-9_-]{20}$/);
    expect(idOf({ slug: 'one', url: 'https://b.example/', summary: 'B.' })).toBe(id);
    expect(idOf({ slug: 'two', url: 'https://a.example/', summary: 'A.' })).not.toBe(id);
  });

  it('is its URL where no slug is given', () => {
    const id = idOf({ url: 'https://a.example/', summary: 'A.' });
    expect(idOf({ url: 'https://a.example/', summary: 'B.', title: 'Other' })).toBe(id);
    expect(idOf({ url: 'https://b.example/', summary: 'A.' })).not.toBe(id);
  });

  it('is its summary, as letters and digits, where neither is given', () => {
    const id = idOf({ summary: 'Dockers walked out.' });
    expect(idOf({ summary: '  dockers WALKED out!\n' })).toBe(id);
    expect(idOf({ summary: 'Dockers walked on.' })).not.toBe(id);
  });
});

describe('the ids of perspectives', () => {
  const gazette = perspectiveDraft('The Gazette says no.', [harbourGazette]);
  const wire = perspectiveDraft('Island Wire says yes.', [islandWire]);
  const idsOf = (...perspectives: StoryDraft['perspectives']) =>
    normaliseStory(storyDraft({ url: 'https://a.example/', perspectives })).perspectives.map(({ id }) => id);

  it('do not depend on their places', () => {
    const [first, second] = idsOf(gazette, wire);
    expect(idsOf(wire, gazette)).toEqual([second, first]);
  });

  it('tell the same words of the same outlets apart by their occurrence', () => {
    const ids = idsOf(gazette, gazette);
    expect(new Set(ids).size).toBe(2);
    expect(idsOf(gazette)).toEqual([ids[0]]);
  });

  it('stay when what is known of the outlet grows, and when a piece with a URL is edited', () => {
    expect(idsOf({ ...gazette, outlets: [outletDraft('the harbour gazette')] })).toEqual(idsOf(gazette));
    const piece = { ...gazette, url: 'https://gazette.example/1' };
    expect(idsOf({ ...piece, text: 'Edited.' })).toEqual(idsOf(piece));
  });
});

describe('the fingerprint of a document', () => {
  const story = storyDraft({
    url: 'https://a.example/',
    perspectives: [perspectiveDraft('A claim.', [harbourGazette])],
    questions: [questionDraft('Why?')],
    topics: [topicDraft('Osk')],
  });
  const [perspective] = story.perspectives;
  const [question] = story.questions;
  const [topic] = story.topics;
  const digestOf = (given: Partial<StoryDraft>) => normaliseStory({ ...story, ...given }).contentDigest;

  it('does not change with the instants of the store, nor with the order of keys', () => {
    expect(digestOf({ importedAt: '2025-01-01T00:00:00.000Z', updatedAt: '2025-01-01T00:00:00.000Z' })).toBe(digestOf({}));
    const backwards = Object.fromEntries(Object.entries(story).reverse());
    expect(normaliseStory({ ...story, ...backwards }).contentDigest).toBe(digestOf({}));
  });

  const instant = '2025-01-01T00:00:00.000Z';
  const changes: Record<string, Partial<StoryDraft>> = {
    slug: { slug: 'given' },
    title: { title: 'Other' },
    titleIsDerived: { titleIsDerived: true },
    language: { language: 'en' },
    url: { url: 'https://b.example/' },
    publishedAt: { publishedAt: instant },
    sourceUpdatedAt: { sourceUpdatedAt: instant },
    'section heading': { sections: [section('SUMMARY', 'In short', 'Something happened.')] },
    'section text': { sections: [section('SUMMARY', "What's happened", 'Nothing happened.')] },
    'section truncation': { sections: story.sections.map((each) => ({ ...each, isTruncated: true })) },
    'section order': { sections: [section('OTHER', 'More', 'More.'), ...story.sections] },
    'perspective headline': { perspectives: [{ ...perspective!, headline: 'H' }] },
    'perspective text': { perspectives: [{ ...perspective!, text: 'Other.' }] },
    'perspective statements': { perspectives: [{ ...perspective!, statements: [] }] },
    'perspective url': { perspectives: [{ ...perspective!, url: 'https://p.example/' }] },
    'perspective publishedAt': { perspectives: [{ ...perspective!, publishedAt: instant }] },
    'perspective truncation': { perspectives: [{ ...perspective!, isTruncated: true }] },
    'outlet name': { perspectives: [{ ...perspective!, outlets: [{ ...harbourGazette, name: 'Gazette' }] }] },
    'outlet slug': { perspectives: [{ ...perspective!, outlets: [{ ...harbourGazette, slug: 'g' }] }] },
    'outlet country': { perspectives: [{ ...perspective!, outlets: [{ ...harbourGazette, country: 'AU' }] }] },
    'outlet homepage': { perspectives: [{ ...perspective!, outlets: [{ ...harbourGazette, homepage: 'https://g.example/' }] }] },
    'outlet aliases': { perspectives: [{ ...perspective!, outlets: [{ ...harbourGazette, aliases: [] }] }] },
    'question title': { questions: [{ ...question!, title: 'How?' }] },
    'question slug': { questions: [{ ...question!, slug: 'why' }] },
    'question intro': { questions: [{ ...question!, intro: 'I.' }] },
    'question answer': { questions: [{ ...question!, answer: null }] },
    'question truncation': { questions: [{ ...question!, isTruncated: true }] },
    'topic name': { topics: [{ ...topic!, name: 'OSK' }] },
    'topic nameIsDerived': { topics: [{ ...topic!, nameIsDerived: true }] },
    'topic slug': { topics: [{ ...topic!, slug: 'osk' }] },
    'topic kind': { topics: [{ ...topic!, kind: 'PLACE' }] },
    'topic aliases': { topics: [{ ...topic!, aliases: ['A'] }] },
    'topic description': { topics: [{ ...topic!, description: null }] },
    'topic truncation': { topics: [{ ...topic!, isTruncated: true }] },
    'topic wikidataId': { topics: [{ ...topic!, wikidataId: 'Q1' }] },
  };
  it.each(Object.entries(changes))('changes with %s', (_field, change) => {
    expect(digestOf(change)).not.toBe(digestOf({}));
  });
});

describe('what no store can keep', () => {
  const topics = (given: Parameters<typeof topicDraft>[1]) => ({ topics: [topicDraft('Osk', given)] });

  it.each<[string, string, Partial<StoryDraft>]>([
    ['NUL_CHARACTER', '$.title', { title: 'A\0B' }],
    ['LONE_SURROGATE', '$.topics[0].description', topics({ description: 'half \ud83d of a pair' })],
    ['SLUG_INVALID', '$.slug', { slug: 'Not A Slug' }],
    ['SLUG_INVALID', '$.topics[0].slug', topics({ slug: 'two--hyphens' })],
    ['WIKIDATA_ID_INVALID', '$.topics[0].wikidataId', topics({ wikidataId: '42' })],
    ['LANGUAGE_INVALID', '$.language', { language: 'English (British)' }],
    ['INSTANT_INVALID', '$.publishedAt', { publishedAt: '2025-01-01' }],
    ['INSTANT_INVALID', '$.publishedAt', { publishedAt: '2025-13-01T00:00:00.000Z' }],
    ['COUNTRY_INVALID', '$.perspectives[0].outlets[0].country', { perspectives: [perspectiveDraft('x', [outletDraft('O', { country: 'uk' })])] }],
    ['OUTLETS_MISSING', '$.perspectives[0].outlets', { perspectives: [perspectiveDraft('x', [])] }],
    ['NAME_EMPTY', '$.topics[0].name', { topics: [topicDraft('  ')] }],
    ['NAME_EMPTY', '$.questions[0].title', { questions: [questionDraft('')] }],
    ['NAME_EMPTY', '$.title', { title: '' }],
    ['NAME_EMPTY', '$.title', { title: '\u200b\u0301\u2060' }],
    ['NAME_EMPTY', '$.topics[0].name', { topics: [topicDraft('\u200b')] }],
    ['NAME_EMPTY', '$.topics[0].aliases[1]', topics({ aliases: ['A', '\u00ad'] })],
    ['NAME_EMPTY', '$.perspectives[0].outlets[0].aliases[0]', { perspectives: [perspectiveDraft('x', [outletDraft('O', { aliases: ['\u200d'] })])] }],
    ['SUMMARY_MISSING', '$.sections', { sections: [section('SUMMARY', 'S', '\u200b')] }],
    ['SUMMARY_MISSING', '$.sections', { sections: [section('ANALYSIS', 'A', 'A.')] }],
    ['SUMMARY_MISSING', '$.sections', { sections: [section('SUMMARY', 'S', ' ')] }],
    ['SECTION_REPEATED', '$.sections', { sections: [section('SUMMARY', 'S', 'S.'), section('SUMMARY', 'S', 'S.')] }],
  ])('is refused with %s at %s', (code, path, given) => {
    expect(() => normaliseStory(storyDraft(given))).toThrow(expect.objectContaining({ code, position: { line: null, column: null, path } }));
  });

  it('is not emoji, nor any other whole character', () => {
    expect(() => normaliseStory(storyDraft({ title: '🎉 北京 👩‍👩‍👧' }))).not.toThrow();
  });

  it('is none of the cast', () => {
    expect(normaliseStory(harbourStrike).perspectives).toHaveLength(3);
  });
});
