/** What lists order by: case, accents and a leading article do not count. */

const ARTICLE = /^the /;

/**
 * So many code points of a name count, and no more: they stand in an index, and an entry of PostgreSQL's may have 2,704
 * bytes. With four bytes each and the slug beside them, which orders the names that are alike so far, they fit.
 */
const MAX_CODE_POINTS = 200;

/** A name for ordering: folded, or the name itself where folding leaves nothing, as far as it counts. */
export function sortNameOf(name: string): string {
  return countedOf(foldedOf(name));
}

/** The same for outlets, which stand among their peers without the article: The Guardian under G. */
export function outletSortNameOf(name: string): string {
  const folded = foldedOf(name);
  return countedOf(folded.replace(ARTICLE, '') || folded);
}

function foldedOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return folded === '' ? name : folded;
}

function countedOf(name: string): string {
  return name.length <= MAX_CODE_POINTS ? name : [...name].slice(0, MAX_CODE_POINTS).join('');
}
