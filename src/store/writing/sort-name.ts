/** What lists order by: case, accents and a leading article do not count. */

const ARTICLE = /^the /;

/** A name for ordering: folded, or the name itself where folding leaves nothing. */
export function sortNameOf(name: string): string {
  const folded = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
  return folded === '' ? name : folded;
}

/** The same for outlets, which stand among their peers without the article: The Guardian under G. */
export function outletSortNameOf(name: string): string {
  const folded = sortNameOf(name);
  return folded.replace(ARTICLE, '') || folded;
}
