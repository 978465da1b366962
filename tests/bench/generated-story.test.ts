import { generatedStories, generatedStory } from '../../bench/data/generated-story';
import { randomFrom, zipf } from '../../bench/data/random';
import { requestsOf, QUERIES } from '../../bench/queries';

interface Document {
  summary: string;
  analysis: string;
  background: string;
  perspectives: { outlets: { slug: string }[]; statements: { text: string }[] }[];
  questions: { title: string; answer: string }[];
  topics: { slug: string }[];
}

describe('generated stories', () => {
  const stories = [...generatedStories(1_000)] as Document[];

  it('are the same in every run and in stores of every size', () => {
    expect(generatedStory(7)).toEqual(stories[7]);
    expect([...generatedStories(8)].at(-1)).toEqual(stories[7]);
    expect(generatedStory(8)).not.toEqual(stories[7]);
  });

  it('have texts as long as real ones', () => {
    const mean = (length: (story: Document) => number): number => stories.reduce((sum, story) => sum + length(story), 0) / stories.length;
    expect(mean(({ summary }) => summary.length)).toBeCloseTo(402, -1);
    expect(mean(({ analysis }) => analysis.length)).toBeCloseTo(1_510, -1.5);
    expect(mean(({ background }) => background.length)).toBeCloseTo(502, -1);
    expect(mean(({ perspectives }) => perspectives[0]?.statements[0]?.text.length ?? 0)).toBeCloseTo(302, -1);
    expect(mean(({ questions }) => questions[0]?.answer.length ?? 0)).toBeCloseTo(402, -1);
  });

  it('have six perspectives, six different topics and three different questions each', () => {
    for (const { perspectives, questions, topics } of stories) {
      expect(perspectives).toHaveLength(6);
      expect(new Set(topics.map(({ slug }) => slug)).size).toBe(6);
      expect(new Set(questions.map(({ title }) => title)).size).toBe(3);
    }
  });

  it('have the hottest topic on two of five', () => {
    const hot = stories.filter(({ topics }) => topics.some(({ slug }) => slug === 'subject-0')).length;
    expect(hot / stories.length).toBeGreaterThan(0.37);
    expect(hot / stories.length).toBeLessThan(0.45);
  });

  it('are by all of sixty outlets, and share questions', () => {
    const outlets = new Set(stories.flatMap(({ perspectives }) => perspectives.flatMap((each) => each.outlets.map(({ slug }) => slug))));
    const questions = new Set(stories.flatMap((story) => story.questions.map(({ title }) => title)));
    expect(outlets.size).toBe(60);
    // Each is asked by four on average; one of the 750 is asked by none.
    expect(questions.size).toBe(749);
  });
});

describe('zipf', () => {
  it('draws ranks in proportion to their law', () => {
    const draw = zipf(4, 1);
    const random = randomFrom(1);
    const counts = [0, 0, 0, 0];
    for (let draws = 0; draws < 25_000; draws += 1) counts[draw(random)]! += 1;
    // 1 : 1/2 : 1/3 : 1/4 of 25/12.
    expect(counts.map((count) => Math.round(count / 1_000))).toEqual([12, 6, 4, 3]);
  });
});

describe('requestsOf', () => {
  const [storyPage] = QUERIES;

  it('draws the same requests in every run, and many different ones', () => {
    const draw = { size: 1_000, cursors: [] };
    const requests = requestsOf(storyPage!, draw, 100);
    expect(requestsOf(storyPage!, draw, 100)).toEqual(requests);
    expect(new Set(requests.map(({ variables }) => variables['slug'])).size).toBeGreaterThan(80);
  });
});
