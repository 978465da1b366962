import { Stems } from '../../bench/labels/stems';
import type { StoryDraft } from '../../src/domain/story-draft';

/** As much of a stemmer as a test needs. */
const withoutEnding = (word: string) => word.replace(/(?:s|ed|ing)$/, '');

const STORY: StoryDraft = {
  slug: 'floods', title: 'Floods strand dockers', titleIsDerived: false, language: null, url: null, publishedAt: null,
  sourceUpdatedAt: null, importedAt: null, updatedAt: null, perspectives: [], questions: [], topics: [],
  sections: [
    { kind: 'SUMMARY', heading: "What's happened", blocks: [{ kind: 'PARAGRAPH', text: 'A flood; the flooded docks, flooding.' }], isTruncated: false },
    { kind: 'OTHER', heading: 'Floods before', blocks: [], isTruncated: false },
  ],
};

describe('stems', () => {
  it('stand for the words of a query, and leave its signs', () => {
    expect(new Stems(withoutEnding).ofText('Floods -"striking dockers" crane* l’été 青凪')).toBe('flood -"strik docker" crane* l’ete 青凪');
  });

  it('stand for the words of a title and of sections, but not of the headings that are not searched', () => {
    // When
    const { slug, title, sections } = new Stems(withoutEnding).ofStory(STORY);
    // Then
    expect({ slug, title, sections }).toEqual({
      slug: 'floods',
      title: 'flood strand docker',
      sections: [
        { kind: 'SUMMARY', heading: "What's happened", blocks: [{ kind: 'PARAGRAPH', text: 'a flood; the flood dock, flood.' }], isTruncated: false },
        { kind: 'OTHER', heading: 'flood before', blocks: [], isTruncated: false },
      ],
    });
  });

  it('tell how many words of the stories have them', () => {
    // Given a story with flood, floods, flooded and flooding, with dockers, and without strikes
    const stems = new Stems(withoutEnding);
    stems.ofStory(STORY);
    // When, then
    expect(stems.wordsAWord(['flood', 'docker strikes'])).toBeCloseTo((4 + 1 + 0) / 3, 10);
  });
});
