/** What a search finds, by a plain reading of the texts as the graph shows them. What is held against it is an index. */
import { parseSearchQuery, type SearchTerm } from '../../src/domain/search-query';
import { wordsIn } from '../../src/domain/words';

/** What is looked for in sections; in GraphQL's words, `SECTIONS`. */
export interface ShownSection {
  kind: string;
  heading: string;
  blocks: { text: string }[];
}
export const SECTIONS = 'sections { kind heading blocks { text } }';

/** Whether these texts have each term of a query and none that it excludes. A phrase stands within one text. */
export function isFoundIn(texts: readonly (string | null)[], query: string): boolean {
  const { terms, excluded } = parseSearchQuery(query);
  const lines = texts.map((each) => ` ${wordsIn(each ?? '').map(({ word }) => word).join(' ')} `);
  const has = ({ words, isPrefix }: SearchTerm): boolean =>
    lines.some((line) => line.includes(` ${words.join(' ')}${isPrefix ? '' : ' '}`));
  return terms.length > 0 && terms.every(has) && !excluded.some(has);
}

/** The texts by which a story is found. The headings of the known sections are no texts of its own. */
export function textsOfStory({ title, sections }: { title: string; sections: readonly ShownSection[] }): string[] {
  return [title, ...sections.flatMap(({ kind, heading, blocks }) => [...(kind === 'OTHER' ? [heading] : []), ...blocks.map(({ text }) => text)])];
}
