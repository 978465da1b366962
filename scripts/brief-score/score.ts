/** Holds what the importer takes from a brief against its truth, and counts. */
import type { StoryDraft } from '../../src/domain/story-draft';
import { foldOutletName } from '../../src/ingest/outlets';
import { parseBrief } from '../../src/ingest/formats/brief';
import { KIND_OF_BLOCK, KIND_OF_KEY, type Truth, type TruthCase, type TruthTopic } from './truth';

export const MEASURES = [
  'sections',
  'outlets',
  'explicit',
  'anaphora',
  'collective',
  'questions',
  'topics',
  'truncation',
] as const;
export type Measure = (typeof MEASURES)[number];

/** How many there are in the truth, how many the importer found, and how many of these are right. */
export interface Count {
  expected: number;
  found: number;
  right: number;
}

export interface Score {
  counts: Record<Measure, Count>;
  /** One line for each thing that is missing or too much. */
  faults: string[];
}

/** Scores one brief. */
export function scoreOf({ truth, brief }: TruthCase): Score {
  const { draft, warnings } = parseBrief(brief);
  const faults: string[] = [];
  const compare = (measure: Measure, expected: readonly string[], found: readonly string[]): Count => {
    const { right, missing, wrong } = compareBags(expected, found);
    faults.push(
      ...missing.map((each) => `${measure}: missing ${each}`),
      ...wrong.map((each) => `${measure}: wrong ${each}`),
    );
    return { expected: expected.length, found: found.length, right };
  };
  const statements = (basis: string): [string[], string[]] => [
    truthStatements(truth, basis),
    draftStatements(draft, basis),
  ];
  const counts: Record<Measure, Count> = {
    sections: compare(
      'sections',
      truth.sections.map(truthSection),
      draft.sections.map((section) =>
        JSON.stringify([section.kind, section.heading, section.blocks.map(({ kind, text }) => [kind, text])]),
      ),
    ),
    outlets: compare(
      'outlets',
      truth.outlets.map(({ name }) => foldOutletName(name)),
      outletsOf(draft),
    ),
    explicit: compare('explicit', ...statements('explicit')),
    anaphora: compare('anaphora', ...statements('anaphora')),
    collective: compare('collective', ...statements('collective')),
    questions: compare(
      'questions',
      truth.questions.map((question) => JSON.stringify([question.title, question.intro, question.truncated])),
      draft.questions.map((question) => JSON.stringify([question.title, question.intro, question.isTruncated])),
    ),
    topics: compare(
      'topics',
      truth.topics.map(truthTopic),
      draft.topics.map((topic) =>
        topicKey(topic.description ?? '', topic.isTruncated, acceptedName(topic.name, topic.description, truth.topics)),
      ),
    ),
    truncation: compare(
      'truncation',
      truth.truncated ? ['truncated'] : [],
      warnings.some(({ code }) => code === 'TRUNCATED') ? ['truncated'] : [],
    ),
  };
  return { counts, faults };
}

function compareBags(
  expected: readonly string[],
  found: readonly string[],
): { right: number; missing: string[]; wrong: string[] } {
  const open = new Map<string, number>();
  for (const each of expected) open.set(each, (open.get(each) ?? 0) + 1);
  const wrong: string[] = [];
  for (const each of found) {
    const left = open.get(each) ?? 0;
    if (left > 0) open.set(each, left - 1);
    else wrong.push(each);
  }
  const missing = [...open].flatMap(([each, left]) => Array.from({ length: left }, () => each));
  return { right: found.length - wrong.length, missing, wrong };
}

function truthSection({ key, heading, blocks }: Truth['sections'][number]): string {
  return JSON.stringify([
    KIND_OF_KEY.get(key),
    heading,
    blocks.map(({ kind, text }) => [KIND_OF_BLOCK.get(kind), text]),
  ]);
}

function outletsOf(draft: StoryDraft): string[] {
  return [...new Set(draft.perspectives.flatMap(({ outlets }) => outlets.map(({ name }) => foldOutletName(name))))];
}

function statementKey(text: string, outlets: readonly string[]): string {
  return JSON.stringify([text, outlets.map(foldOutletName).sort()]);
}

function truthStatements({ perspectives }: Truth, basis: string): string[] {
  return perspectives.filter((each) => each.basis === basis).map(({ text, outlets }) => statementKey(text, outlets));
}

function draftStatements({ perspectives }: StoryDraft, basis: string): string[] {
  return perspectives.flatMap(({ statements, outlets }) =>
    statements
      .filter((each) => each.basis.toLowerCase() === basis)
      .map(({ text }) =>
        statementKey(
          text,
          outlets.map(({ name }) => name),
        ),
      ),
  );
}

function topicKey(description: string, truncated: boolean, name: string): string {
  return JSON.stringify([name, description, truncated]);
}

function truthTopic({ name, description, truncated }: TruthTopic): string {
  return topicKey(description, truncated, name);
}

/** The truth's name where the importer's is one of those that it accepts. */
function acceptedName(name: string, description: string | null, topics: readonly TruthTopic[]): string {
  const truth = topics.find((topic) => topic.description === description);
  return truth?.acceptable.includes(name) === true ? truth.name : name;
}

/** The sum of several counts. */
export function sumOf(scores: readonly Score[]): Record<Measure, Count> {
  const add = (measure: Measure): Count =>
    scores.reduce<Count>(
      (sum, { counts }) => ({
        expected: sum.expected + counts[measure].expected,
        found: sum.found + counts[measure].found,
        right: sum.right + counts[measure].right,
      }),
      { expected: 0, found: 0, right: 0 },
    );
  return {
    sections: add('sections'),
    outlets: add('outlets'),
    explicit: add('explicit'),
    anaphora: add('anaphora'),
    collective: add('collective'),
    questions: add('questions'),
    topics: add('topics'),
    truncation: add('truncation'),
  };
}

/** What of the found is right; 1 where nothing was found. */
export function precisionOf({ found, right }: Count): number {
  return found === 0 ? 1 : right / found;
}

/** What of the expected was found; 1 where nothing is expected. */
export function recallOf({ expected, right }: Count): number {
  return expected === 0 ? 1 : right / expected;
}
