import { assignSlugs, slugsTouchedBy } from '../../../src/store/writing/slug-assignment';

const story = (id: string, slugBase: string, givenSlug: string | null = null) => ({ id, slugBase, givenSlug });

describe('assignSlugs', () => {
  it('gives the plain slug to the smallest id', () => {
    const slugs = assignSlugs([story('Sb', 'news'), story('Sa', 'news'), story('Sc', 'other')]);
    expect(slugs.get('Sa')).toBe('news');
    expect(slugs.get('Sb')).toMatch(/^news-[0-9a-f]{8}$/);
    expect(slugs.get('Sc')).toBe('other');
  });

  it('gives a given slug to its story before all others', () => {
    const slugs = assignSlugs([story('Sa', 'news'), story('Sb', 'title', 'news')]);
    expect(slugs.get('Sb')).toBe('news');
    expect(slugs.get('Sa')).toMatch(/^news-[0-9a-f]{8}$/);
  });

  it('lengthens a suffix that somebody gave', () => {
    const suffixed = assignSlugs([story('Sa', 'news'), story('Sb', 'news')]).get('Sb') ?? '';
    const slugs = assignSlugs([story('Sa', 'news'), story('Sb', 'news'), story('Sc', 'title', suffixed)]);
    expect(slugs.get('Sc')).toBe(suffixed);
    expect(slugs.get('Sb')).toMatch(/^news-[0-9a-f]{16}$/);
    expect(slugsTouchedBy(story('Sc', 'title', suffixed))).toEqual([suffixed, 'news']);
  });
});
