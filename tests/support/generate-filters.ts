/** Arbitraries of story filters: every condition, right and empty, nested in every way. */
import fc from 'fast-check';
import { searchText } from './generate-queries';
import type { Filter, Named, Ref, RefSet, Span } from './story-predicate';

/** What references may call. A reference beyond these calls what is not there. */
export interface KnownNodes {
  topics: readonly Named[];
  outlets: readonly Named[];
  questions: readonly Named[];
}

/** A filter whose references are still to be chosen among the nodes of a store. */
export type FilterSketch = (known: KnownNodes) => Filter;

const INSTANTS = ['2025-01-01T00:00:00.000Z', '2025-01-02T00:00:00.000Z', '2025-01-03T12:00:00.000Z', '2025-06-01T00:00:00.000Z', '2025-06-02T00:00:00.000Z'];
const EMPTY: FilterSketch = () => ({});

const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>, freq = 2): fc.Arbitrary<Value | null | undefined> =>
  fc.oneof({ weight: 1, arbitrary }, { weight: freq, arbitrary: fc.constantFrom(null, undefined) });

const references = fc.array(fc.record({ place: fc.nat(6), isById: fc.boolean() }), { maxLength: 3 });
const set = fc.record({ any: sometimes(references), all: sometimes(references, 4), none: sometimes(references, 4) });

const span: fc.Arbitrary<Span> = fc
  .tuple(sometimes(fc.constantFrom(...INSTANTS), 1), sometimes(fc.constantFrom(...INSTANTS), 1))
  .map(([one, other]) => {
    if (one == null || other == null) return { from: one, to: other };
    // A span that does not begin before it ends is refused.
    return one < other ? { from: one, to: other } : { from: null, to: one };
  });

function chosen(nodes: readonly Named[], places: readonly { place: number; isById: boolean }[] | null | undefined): Ref[] | null | undefined {
  return places?.map(({ place, isById }) => {
    const node = nodes[place] ?? { id: 'nowhere', slug: 'no-such-slug' };
    return isById ? { id: node.id } : { slug: node.slug };
  });
}

const sets = fc.record({ topics: sometimes(set, 1), outlets: sometimes(set, 3), questions: sometimes(set, 3) });
const plain = fc.record({
  publishedAt: sometimes(span, 3),
  updatedAt: sometimes(span, 5),
  language: sometimes(fc.subarray(['en', 'fr', 'mi']), 3),
  minOutlets: sometimes(fc.nat(3), 4),
  hasQuestions: sometimes(fc.boolean(), 3),
  text: sometimes(searchText, 3),
});

const conditions: fc.Arbitrary<FilterSketch> = fc.tuple(sets, plain).map(([given, rest]) => (known) => {
  const filter: Filter = { ...rest };
  for (const noun of ['topics', 'outlets', 'questions'] as const) {
    const wanted = given[noun];
    const nodes = known[noun];
    const refSet: RefSet | null | undefined =
      wanted == null ? wanted : { any: chosen(nodes, wanted.any), all: chosen(nodes, wanted.all), none: chosen(nodes, wanted.none) };
    filter[noun] = refSet;
  }
  return filter;
});

/** A filter with more conditions is refused. */
const MAX_CONDITIONS = 100;
const NO_NODES: KnownNodes = { topics: [], outlets: [], questions: [] };

/** Any filter that is not refused, its parts up to `depth` deep in one another. */
export function filterSketch(depth = 3): fc.Arbitrary<FilterSketch> {
  return nested(depth).filter((sketch) => conditionsOf(sketch(NO_NODES)) <= MAX_CONDITIONS);
}

function nested(depth: number): fc.Arbitrary<FilterSketch> {
  if (depth === 0) return conditions;
  const within = nested(depth - 1);
  const list = fc.array(within, { maxLength: 3 });
  return fc
    .tuple(fc.oneof(conditions, fc.constant(EMPTY)), sometimes(list, 3), sometimes(list, 2), sometimes(within, 2))
    .map(([own, and, or, not]) => (known) => ({
      ...own(known),
      and: and?.map((each) => each(known)) ?? null,
      or: or?.map((each) => each(known)) ?? null,
      not: not?.(known) ?? null,
    }));
}

/** An empty filter counts as one. */
function conditionsOf(filter: Filter): number {
  const within = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not == null ? [] : [filter.not])];
  const own = Object.values(filter).filter((value) => value != null).length;
  return Math.max(1, own) + within.reduce((sum, each) => sum + conditionsOf(each), 0);
}
