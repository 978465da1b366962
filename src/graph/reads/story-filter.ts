/** A filter on stories as GraphQL coerced it → the store's. */
import type { InstantRange, ReferenceSet, StoryFilter } from '../../store';
import { badUserInput } from '../errors';
import { readQuery } from './search-query';

interface GivenRange {
  from?: Date | null;
  to?: Date | null;
}

export interface GivenStoryFilter {
  topics?: ReferenceSet | null;
  outlets?: ReferenceSet | null;
  questions?: ReferenceSet | null;
  publishedAt?: GivenRange | null;
  updatedAt?: GivenRange | null;
  language?: string[] | null;
  minOutlets?: number | null;
  hasQuestions?: boolean | null;
  text?: string | null;
  and?: GivenStoryFilter[] | null;
  or?: GivenStoryFilter[] | null;
  not?: GivenStoryFilter | null;
}

/** How deep filters may stand in one another; the outermost stands in none. */
const MAX_DEPTH = 4;
/** Conditions of a filter with all that stand in it: each becomes a part of one statement. */
const MAX_CONDITIONS = 100;

/** @throws BAD_USER_INPUT that names the place in the filter. */
export function readStoryFilter(given: GivenStoryFilter): StoryFilter {
  return new FilterReader().read(given, '', 0);
}

class FilterReader {
  private conditions = 0;

  /** @param path what stands before the name of a condition of this filter, like `or[1].`. */
  read(given: GivenStoryFilter, path: string, depth: number): StoryFilter {
    this.count(given);
    const { minOutlets } = given;
    if (minOutlets != null && minOutlets < 0) throw badUserInput(`"${path}minOutlets" must be 0 or more.`, `${path}minOutlets`);
    return {
      topics: given.topics,
      outlets: given.outlets,
      questions: given.questions,
      publishedAt: readRange(given.publishedAt, `${path}publishedAt`),
      updatedAt: readRange(given.updatedAt, `${path}updatedAt`),
      language: given.language,
      minOutlets,
      hasQuestions: given.hasQuestions,
      text: given.text == null ? null : readQuery(given.text, `${path}text`),
      and: given.and?.map((each, place) => this.within(each, `${path}and[${place}]`, depth)),
      or: given.or?.map((each, place) => this.within(each, `${path}or[${place}]`, depth)),
      not: given.not == null ? null : this.within(given.not, `${path}not`, depth),
    };
  }

  private within(given: GivenStoryFilter, place: string, depth: number): StoryFilter {
    if (depth < MAX_DEPTH) return this.read(given, `${place}.`, depth + 1);
    throw badUserInput(`"and", "or" and "not" may stand ${MAX_DEPTH} deep in one another; "${place}" is deeper.`, place);
  }

  private count(given: GivenStoryFilter): void {
    this.conditions += Math.max(1, Object.values(given).filter((value) => value != null).length);
    if (this.conditions <= MAX_CONDITIONS) return;
    throw badUserInput(`A filter may have ${MAX_CONDITIONS} conditions with all that stand in it; this one has more.`, 'filter');
  }
}

/** A range of instants as texts of the store. @throws BAD_USER_INPUT for one that ends before it begins */
export function readRange(given: GivenRange | null | undefined, argument: string): InstantRange | null {
  if (given == null) return null;
  const [from, to] = [given.from?.toISOString() ?? null, given.to?.toISOString() ?? null];
  if (from !== null && to !== null && from >= to) throw badUserInput(`"${argument}.from" must be before "${argument}.to".`, argument);
  return { from, to };
}
