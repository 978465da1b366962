import { nodeId, nounOfId, storyKey } from '../../src/domain/identity';

describe('the key of a story', () => {
  const key = (summary: string) => storyKey({ slug: null, url: null, summary });

  it('is the given slug, else the URL, else the summary', () => {
    expect(storyKey({ slug: 'a', url: 'https://x.example/', summary: 's' })).toBe('slug:a');
    expect(storyKey({ slug: null, url: 'https://x.example/', summary: 's' })).toBe('url:https://x.example/');
    expect(key('s')).toMatch(/^summary:/);
  });

  it('does not heed case, accents and punctuation of a summary', () => {
    expect(key('Détente, at last!')).toBe(key('detente at last'));
  });

  it('tells summaries of signs alone apart', () => {
    expect(key('!!!')).not.toBe(key('???'));
    expect(key('😀')).not.toBe(key('😢'));
  });
});

describe('a global id', () => {
  it('tells its noun', () => {
    expect(nounOfId(nodeId('Topic', 'china'))).toBe('Topic');
    expect(nounOfId('nonsense')).toBeNull();
  });
});
