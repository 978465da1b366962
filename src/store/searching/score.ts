/**
 * How well a node answers a query, in whole points, so that both databases and every cursor agree. Each rule is a query
 * of its own in one part of the documents; a document that meets it gets its points.
 */
import type { SearchQuery, SearchTerm } from '../../domain/search-query';
import { HEADING_END, HEADING_START } from './search-document';
import type { SearchPart } from './match-expression';

export interface ScoreRule {
  readonly part: SearchPart;
  readonly query: SearchQuery;
  readonly points: number;
}

/** What each match has, so that 0 is left to what is not ranked. */
export const BASE_POINTS = 1;

const IS_HEADING = 200;
const HEADING_BEGINS = 40;
const PHRASE_IN_HEADING = 120;
/** Shared among the terms of the query, by how many of them the heading has. */
const TERMS_IN_HEADING = 240;
const PHRASE_IN_LEAD = 40;
const TERMS_IN_LEAD = 40;
/** More than scattered words of the lead have: words that stand as they were asked are above them in any text. */
const PHRASE_ANYWHERE = 50;

/** A longer query is ranked by its first terms. */
const MAX_RANKED_TERMS = 8;

/** The rules for this query. */
export function scoreRules({ terms }: SearchQuery): ScoreRule[] {
  const ranked = terms.slice(0, MAX_RANKED_TERMS);
  if (ranked.length === 0) return [];
  const whole: SearchTerm = { words: ranked.flatMap(({ words }) => words), isPrefix: ranked.at(-1)?.isPrefix ?? false };
  // A beginning is no whole heading, but what begins so is as close as there can be.
  const wholeHeading = { words: [HEADING_START, ...whole.words, ...(whole.isPrefix ? [] : [HEADING_END])], isPrefix: whole.isPrefix };
  return eachAskedOnce([
    rule('heading', IS_HEADING, wholeHeading),
    rule('heading', HEADING_BEGINS, { ...whole, words: [HEADING_START, ...whole.words] }),
    ...ranked.map((term) => rule('heading', Math.round(TERMS_IN_HEADING / ranked.length), term)),
    ...(whole.words.length === 1 ? [] : [rule('heading', PHRASE_IN_HEADING, whole)]),
    ...textRules(ranked, whole),
  ]);
}

/** Rules that ask the same, as those for the words and for their order do of one phrase, are one rule. */
function eachAskedOnce(rules: readonly ScoreRule[]): ScoreRule[] {
  const byQuestion = new Map<string, ScoreRule>();
  for (const each of rules) {
    const question = JSON.stringify([each.part, each.query]);
    byQuestion.set(question, { ...each, points: each.points + (byQuestion.get(question)?.points ?? 0) });
  }
  return [...byQuestion.values()];
}

/** The words of all texts that begin in some way are gathered anew for each rule: for prefixes, headings must do. */
function textRules(ranked: readonly SearchTerm[], whole: SearchTerm): ScoreRule[] {
  if (ranked.some(({ isPrefix }) => isPrefix)) return [];
  const inLead = rule('lead', TERMS_IN_LEAD, ...ranked);
  // One word, or one phrase: where it is found it stands as it was asked.
  if (ranked.length === 1) return [inLead];
  return [inLead, rule('lead', PHRASE_IN_LEAD, whole), rule('words', PHRASE_ANYWHERE, whole)];
}

function rule(part: SearchPart, points: number, ...terms: SearchTerm[]): ScoreRule {
  return { part, points, query: { terms, excluded: [] } };
}
