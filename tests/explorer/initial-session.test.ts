import { initialSession } from '../../explorer/src/initial-session';

const STORY = { query: 'query Story { story }', variables: '{ "slug": "a" }' };
const TOPIC = { query: 'query Topic { topic }', variables: null };
const SHARED = { query: 'query Shared { outlet }', variables: '{ "slug": "s" }', operationName: null };

function stored(activeTabIndex: number): string {
  return JSON.stringify({ activeTabIndex, tabs: [TOPIC, { query: 'query Mine { a }', variables: '{ "b": 1 }' }] });
}

describe('what the explorer opens with', () => {
  it('is the first example with its variables, on a first visit', () => {
    expect(initialSession(null, null, [STORY, TOPIC])).toEqual({
      initialQuery: STORY.query,
      initialVariables: STORY.variables,
      defaultTabs: [STORY, TOPIC],
    });
  });

  it('is the tab that a returning visitor left open', () => {
    expect(initialSession(null, stored(1), [STORY])).toMatchObject({
      initialQuery: 'query Mine { a }',
      initialVariables: '{ "b": 1 }',
    });
  });

  it('is the first stored tab when the open one is not there', () => {
    expect(initialSession(null, stored(7), [STORY])).toMatchObject({ initialQuery: TOPIC.query, initialVariables: '' });
  });

  it('is what the link shares, before the visitor’s own tab', () => {
    expect(initialSession(SHARED, stored(1), [STORY])).toEqual({
      initialQuery: SHARED.query,
      initialVariables: SHARED.variables,
      defaultTabs: [SHARED, STORY],
    });
  });

  it.each(['', '{', '[]', '{"tabs":1,"activeTabIndex":0}', '{"tabs":[],"activeTabIndex":0}', '{"tabs":["x"],"activeTabIndex":0}'])(
    'is the first example when %p is stored',
    (storedTabs) => {
      expect(initialSession(null, storedTabs, [STORY])).toMatchObject({ initialQuery: STORY.query });
    },
  );
});
