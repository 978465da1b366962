/** What the shipped examples promise: invented throughout, well formed, and sharing enough to be worth walking. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import type { OutletDraft, StoryDraft } from '../../src/domain/story-draft';
import { sectionOf, textOf } from '../../src/domain/story-draft';
import { parseStoryDocument } from '../../src/ingest/formats/story-document';

const ROOT = resolve(__dirname, '../..');
const STORIES = join(ROOT, 'examples/stories');
const QUERIES = join(ROOT, 'examples/queries');
const SEED = 'us-china-tiktok.brief.txt';
const LATEST = '2026-10-31T23:59:59.999Z';

/** None of these exists. A name goes in here only after somebody has made sure of that. */
const INVENTED_OUTLETS = [
  'Channel Aster',
  'Circuit Dispatch',
  'La Veleta Diaria',
  'Le Fanal du Matin',
  'Nagisaki Shimbun',
  'Nordufer Tageblatt',
  'Parallax Weekly',
  'Proscenium Review',
  'Pulse & Ward',
  'Radio Estuary',
  'Sundwire',
  'The Common Bench',
  'The Harbour Courier',
  'The Ledger & Exchange',
  'The Long Whistle',
  'The Morning Gazetteer',
  'The Rain Gauge',
  'Tillage and Tide',
];

const stories = readStories();

describe('the example stories', () => {
  it('are 60 to 90 with the seed, and at least a dozen stand in files of their own', () => {
    expect(stories.length + 1).toBeGreaterThanOrEqual(60);
    expect(stories.length + 1).toBeLessThanOrEqual(90);
    expect(readdirSync(STORIES).filter((name) => name.endsWith('.story.json')).length).toBeGreaterThanOrEqual(12);
  });

  it('hold the seed byte for byte', () => {
    const seed = readFileSync(join(STORIES, SEED));
    expect(seed.equals(readFileSync(join(ROOT, 'tests/fixtures/seed-brief.txt')))).toBe(true);
  });

  it('have slugs and summaries of their own', () => {
    expect(repeated(stories.map(({ slug }) => slug))).toEqual([]);
    expect(repeated(stories.map((story) => summaryOf(story)))).toEqual([]);
  });

  it.each(stories.map((story) => [story.slug, story] as const))('%s is complete', (slug, story) => {
    expect(slug).not.toBeNull();
    expect(story.titleIsDerived).toBe(false);
    expect(story.language).toMatch(/^(?:en|de|fr|es|ja)$/);
    expect(summaryOf(story).length).toBeGreaterThan(80);
    expect(story.perspectives.length).toBeGreaterThanOrEqual(3);
    expect(story.perspectives.length).toBeLessThanOrEqual(6);
    expect(story.questions.length).toBeGreaterThanOrEqual(1);
    expect(story.questions.length).toBeLessThanOrEqual(3);
    expect(story.topics.length).toBeGreaterThanOrEqual(3);
    expect(story.topics.length).toBeLessThanOrEqual(7);
  });

  it('are none of them dated after October 2026', () => {
    const dates = stories.flatMap((story) => [
      story.publishedAt,
      story.sourceUpdatedAt,
      ...story.perspectives.map(({ publishedAt }) => publishedAt),
    ]);
    const given = dates.filter((date) => date !== null);
    expect(given.length).toBeGreaterThan(100);
    expect(given.filter((date) => Number.isNaN(Date.parse(date)) || date > LATEST)).toEqual([]);
  });

  it('appear after the pieces that they report', () => {
    const tooEarly = stories.filter(({ publishedAt, perspectives }) =>
      perspectives.some((piece) => piece.publishedAt !== null && publishedAt !== null && piece.publishedAt > publishedAt),
    );
    expect(tooEarly.map(({ slug }) => slug)).toEqual([]);
  });

  it('quote their coverage verbatim in the perspectives', () => {
    const astray = stories.flatMap((story) => {
      const coverage = sectionOf(story, 'COVERAGE');
      if (coverage === null) return [];
      return story.perspectives.map(({ text }) => text).filter((text) => !textOf(coverage).includes(text));
    });
    expect(astray).toEqual([]);
  });

  it('use every basis of attribution, and perspectives of one outlet, of two and of all', () => {
    const perspectives = stories.flatMap((story) => story.perspectives);
    const bases = new Set(perspectives.flatMap(({ statements }) => statements.map(({ basis }) => basis)));
    const sizes = new Set(perspectives.map(({ outlets }) => outlets.length));
    expect([...bases].sort()).toEqual(['ANAPHORA', 'COLLECTIVE', 'EXPLICIT']);
    expect([1, 2, 4].every((size) => sizes.has(size))).toBe(true);
  });
});

describe('the outlets of the example stories', () => {
  const outlets = stories.flatMap(({ perspectives }) => perspectives.flatMap((perspective) => perspective.outlets));

  it('are the invented ones, all of them', () => {
    expect([...new Set(outlets.map(({ name }) => name))].sort()).toEqual(INVENTED_OUTLETS);
  });

  it('are described alike wherever they are, with a country and a homepage that leads nowhere', () => {
    for (const name of INVENTED_OUTLETS) {
      const described = outlets.filter((outlet) => outlet.name === name && isDescribed(outlet));
      expect(new Set(described.map((outlet) => JSON.stringify(outlet))).size).toBe(1);
      expect(described[0]?.country).toMatch(/^[A-Z]{2}$/);
    }
  });

  it('have no address outside the example domains', () => {
    const pages = stories.flatMap((story) => [story.url, ...story.perspectives.map(({ url }) => url)]);
    const addresses = [...pages, ...outlets.map(({ homepage }) => homepage)].filter((url) => url !== null);
    expect(addresses.length).toBeGreaterThan(100);
    expect(addresses.filter((url) => !new URL(url).hostname.endsWith('.example'))).toEqual([]);
  });
});

describe('what the example stories share', () => {
  it('is at least three in five of the ties to topics', () => {
    const names = stories.flatMap(({ topics }) => topics.map(({ name }) => name));
    const shared = new Set(repeated(names));
    expect(names.filter((name) => shared.has(name)).length / names.length).toBeGreaterThanOrEqual(0.6);
  });

  it('is at least fifteen questions, to which the stories give introductions of their own', () => {
    const questions = stories.flatMap((story) => story.questions);
    expect(repeated(questions.map(({ title }) => title)).length).toBeGreaterThanOrEqual(15);
    expect(repeated(questions.map(({ intro }) => intro))).toEqual([]);
  });
});

describe('the example queries', () => {
  const files = readdirSync(QUERIES).filter((name) => name.endsWith('.graphql'));

  it('are numbered, each once, in the order of their tabs', () => {
    const numbers = files.map((name) => Number(name.slice(0, 2)));
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    expect(numbers.length).toBeGreaterThanOrEqual(9);
  });

  it.each(files)('%s is one named query under a comment, with variables that it declares', (name) => {
    const text = readFileSync(join(QUERIES, name), 'utf8');
    const operation = onlyOperation(text);
    expect(text).toMatch(/^(?:# \S.*\n){1,3}query /);
    expect(operation.name?.value).toMatch(/^[A-Z][A-Za-z]+$/);

    const variables: unknown = JSON.parse(readFileSync(join(QUERIES, name.replace('.graphql', '.variables.json')), 'utf8'));
    const given = keysOf(variables);
    const declared = operation.variableDefinitions ?? [];
    const required = declared.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
    expect(declared.map(({ variable }) => variable.name.value)).toEqual(expect.arrayContaining(given));
    expect(given).toEqual(expect.arrayContaining(required.map(({ variable }) => variable.name.value)));
  });
});

function readStories(): StoryDraft[] {
  return readdirSync(STORIES).flatMap((name) => {
    const text = readFileSync(join(STORIES, name), 'utf8');
    if (name.endsWith('.story.json')) return [parseStoryDocument(text, { source: name }).draft];
    if (!name.endsWith('.stories.jsonl')) return [];
    const lines = text.trimEnd().split('\n');
    return lines.map((line, index) => parseStoryDocument(line, { source: name, line: index + 1 }).draft);
  });
}

function summaryOf(story: StoryDraft): string {
  const summary = sectionOf(story, 'SUMMARY');
  return summary === null ? '' : textOf(summary);
}

function isDescribed({ homepage }: OutletDraft): boolean {
  return homepage !== null;
}

function onlyOperation(text: string): OperationDefinitionNode {
  const [definition, ...more] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) throw new Error('not exactly one operation');
  return definition;
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return Object.keys(value);
}

/** The values that occur more than once, each once. */
function repeated<T>(values: readonly T[]): T[] {
  const seen = new Set<T>();
  return [...new Set(values.filter((value) => seen.has(value) || !seen.add(value)))];
}
