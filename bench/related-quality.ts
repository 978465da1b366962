/**
 * How often the related stories of a headline come from its own group: `npx tsx bench/related-quality.ts`.
 *
 * The headlines are those of `uci-news-aggregator-sample.csv` in the shared material, 2,761 in 44 groups, each taken for
 * a story with its publisher as the only outlet and the label of its category (business, technology, entertainment,
 * health) as the only topic: all that the file says besides the group. Instants are dealt out anew among the headlines:
 * the file was gathered group by group, so that the nearest in time would be of the own group nearly always. Where the file
 * is absent, nothing is measured.
 */
import { createNewsgraph } from '../src/newsgraph';
import { type Headline, HEADLINES_FILE, readHeadlines } from './labels/headlines';
import { below, randomFrom } from './data/random';

const FIRST = 5;
const CATEGORIES: Readonly<Record<string, string>> = { b: 'Business', t: 'Technology', e: 'Entertainment', m: 'Health' };

/** The same headlines with their instants dealt out anew; the same in every run. */
function shuffled(headlines: readonly Headline[]): Headline[] {
  const instants = headlines.map(({ instant }) => instant);
  const random = randomFrom(1);
  return headlines.map((headline) => ({ ...headline, instant: instants.splice(below(instants.length, random), 1)[0] ?? 0 }));
}

function documentOf({ slug, title, publisher, category, instant }: Headline): object {
  return {
    format: 'newsgraph-story/1',
    slug,
    title,
    summary: `${title} (${slug})`,
    publishedAt: new Date(instant).toISOString(),
    perspectives: publisher === '' ? [] : [{ outlets: [publisher], text: title }],
    topics: [CATEGORIES[category] ?? category],
  };
}

/** Of the first five of each list, the part that is of the headline's own group; missing ones count as wrong. */
function precision(headlines: readonly Headline[], related: (headline: Headline) => readonly string[]): number {
  const groups = new Map(headlines.map(({ slug, group }) => [slug, group]));
  const hits = headlines.map((headline) => related(headline).slice(0, FIRST).filter((slug) => groups.get(slug) === headline.group).length);
  return hits.reduce((sum, count) => sum + count, 0) / (FIRST * headlines.length);
}

/** What drawing any other headline would give. */
function chance(headlines: readonly Headline[]): number {
  const sizes = new Map<string, number>();
  for (const { group } of headlines) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const expected = headlines.map(({ group }) => ((sizes.get(group) ?? 1) - 1) / (headlines.length - 1));
  return expected.reduce((sum, value) => sum + value, 0) / headlines.length;
}

/** By the shared topic, the nearest in time first: what remains where topics are all that is known. */
function byTopic(headlines: readonly Headline[]): (headline: Headline) => string[] {
  return ({ slug, category, instant }) =>
    headlines
      .filter((other) => other.category === category && other.slug !== slug)
      .sort((a, b) => Math.abs(a.instant - instant) - Math.abs(b.instant - instant))
      .slice(0, FIRST)
      .map((other) => other.slug);
}

async function relatedBySlug(headlines: readonly Headline[]): Promise<Map<string, string[]>> {
  const newsgraph = await createNewsgraph({ databaseUrl: 'sqlite::memory:' });
  const related = new Map<string, string[]>();
  try {
    for await (const { status, error } of newsgraph.importDocuments(headlines.map(documentOf))) if (status === 'failed') throw new Error(error?.message);
    for (const { slug } of headlines) {
      const query = `query ($slug: String!) { story(by: { slug: $slug }) { related(first: ${FIRST}) { nodes { slug } } } }`;
      const { data } = await newsgraph.execute({ query, variables: { slug } });
      const { story } = data as { story: { related: { nodes: { slug: string }[] } } };
      related.set(slug, story.related.nodes.map((node) => node.slug));
    }
    return related;
  } finally {
    await newsgraph.close();
  }
}

async function main(): Promise<void> {
  const labelled = readHeadlines();
  if (labelled === null) {
    console.log(`Skipped: there is no ${HEADLINES_FILE}.`);
    return;
  }
  const headlines = shuffled(labelled);
  const related = await relatedBySlug(headlines);
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  console.log(`${headlines.length} headlines, ${new Set(headlines.map(({ group }) => group)).size} groups`);
  console.log(`by chance: ${percent(chance(headlines))}`);
  console.log(`by topic and time: ${percent(precision(headlines, byTopic(headlines)))}`);
  console.log(`related: ${percent(precision(headlines, ({ slug }) => related.get(slug) ?? []))}`);
}

void main();
