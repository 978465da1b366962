/** What facets mean, in plain TypeScript over stories as the graph shows them. */
import { meets, type Filter, type Named, type ShownStory } from './story-predicate';

export interface Facets {
  topics: { slug: string; count: number }[];
  outlets: { slug: string; count: number }[];
  kinds: { value: string; count: number }[];
  languages: { value: string; count: number }[];
  months: { value: string; count: number }[];
}

/**
 * The facets of the stories that meet a filter.
 * @param topics all of them in the order of their names, like the outlets.
 */
export function facetsOf(stories: readonly ShownStory[], filter: Filter, topics: readonly Named[], outlets: readonly Named[]): Facets {
  const but = (own: keyof Filter | null) => stories.filter((story) => meets(story, own === null ? filter : { ...filter, [own]: null }));
  const ranks = (nodes: readonly Named[]) => nodes.map(({ slug }) => slug);
  const named = (counts: Map<string, number>, order: readonly string[]) =>
    sorted(counts, (slug) => order.indexOf(slug)).map(([slug, count]) => ({ slug, count }));
  const valued = (counts: Map<string, number>) => {
    const order = [...counts.keys()].sort();
    return sorted(counts, (value) => order.indexOf(value)).map(([value, count]) => ({ value, count }));
  };
  return {
    topics: named(countOf(but('topics'), (story) => ranks(story.topics)), ranks(topics)),
    outlets: named(countOf(but('outlets'), (story) => ranks(story.outlets)), ranks(outlets)),
    kinds: valued(countOf(but(null), (story) => story.topics.map(({ kind }) => kind))),
    languages: valued(countOf(but('language'), ({ language }) => [language])),
    months: valued(countOf(but('publishedAt'), ({ publishedAt }) => [publishedAt?.slice(0, 7) ?? null])),
  };
}

function countOf(stories: readonly ShownStory[], valuesOf: (story: ShownStory) => readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const story of stories) {
    for (const value of new Set(valuesOf(story))) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function sorted(counts: Map<string, number>, rank: (name: string) => number): [string, number][] {
  return [...counts].sort(([one, first], [other, second]) => second - first || rank(one) - rank(other));
}
