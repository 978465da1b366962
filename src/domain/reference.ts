/**
 * When do two documents speak of the same outlet, question or topic?
 *
 * A *reference* is one way in which documents call a node: a given slug, a Wikidata id, a name, aliases.
 * The rule of identity is "by slug, then Wikidata id, then name (then alias, for outlets)". Applied document
 * by document it would depend on the order of imports. So it is applied to all references that touch one
 * another at once, in one canonical order: those with a given slug first, then those with a Wikidata id, then
 * the rest. The outcome is a function of the set alone, and the order of imports cannot show in it.
 */

export interface Reference {
  /** Identifies the reference in the answer; unique in the set. */
  readonly id: string;
  readonly givenSlug: string | null;
  readonly wikidataId: string | null;
  /** The slug that the name makes; equal for names that differ in case, accents or punctuation only. */
  readonly nameSlug: string;
  /** The slugs that the aliases make. Empty for nouns whose aliases never identify (topics, questions). */
  readonly aliasSlugs: readonly string[];
}

interface Node {
  slug: string;
  wikidataIds: Set<string>;
  nameSlugs: Set<string>;
  aliasSlugs: Set<string>;
}

/**
 * Gives each reference the slug of the node it means.
 * The set must be closed: with a reference come all that share a slug, name, alias or Wikidata id with it.
 */
export function resolveReferences(references: readonly Reference[]): Map<string, string> {
  const nodes: Node[] = [];
  const slugById = new Map<string, string>();
  for (const reference of [...references].sort(inCanonicalOrder)) {
    const node = nodeOf(reference, nodes) ?? newNode(reference, nodes);
    if (reference.wikidataId !== null) node.wikidataIds.add(reference.wikidataId);
    node.nameSlugs.add(reference.nameSlug);
    for (const alias of reference.aliasSlugs) node.aliasSlugs.add(alias);
    slugById.set(reference.id, node.slug);
  }
  return slugById;
}

function nodeOf(reference: Reference, nodes: readonly Node[]): Node | undefined {
  const { givenSlug, wikidataId, nameSlug, aliasSlugs } = reference;
  if (givenSlug !== null) return nodes.find((node) => node.slug === givenSlug);
  if (wikidataId !== null) {
    const same = nodes.find((node) => node.wikidataIds.has(wikidataId));
    if (same !== undefined) return same;
  }
  // One name can be borne by things that Wikidata tells apart (Mercury, the planet and the element).
  const compatible = nodes.filter((node) => wikidataId === null || node.wikidataIds.size === 0);
  const bearers = compatible.filter((node) => node.nameSlugs.has(nameSlug) || node.slug === nameSlug);
  if (bearers.length > 0) return bearers.find((node) => node.slug === nameSlug) ?? bearers[0];
  return compatible.find(
    (node) => node.aliasSlugs.has(nameSlug) || aliasSlugs.some((alias) => node.nameSlugs.has(alias)),
  );
}

function newNode(reference: Reference, nodes: Node[]): Node {
  const { givenSlug, wikidataId, nameSlug } = reference;
  const wanted = givenSlug ?? nameSlug;
  const isTaken = nodes.some((node) => node.slug === wanted);
  const slug = isTaken && wikidataId !== null ? `${wanted}-${wikidataId.toLowerCase()}` : wanted;
  const node: Node = { slug, wikidataIds: new Set(), nameSlugs: new Set(), aliasSlugs: new Set() };
  nodes.push(node);
  return node;
}

/** Stronger references first, so that weaker ones find them; ties by content, so that the order is total. */
function inCanonicalOrder(a: Reference, b: Reference): number {
  return compare(strength(a), strength(b)) || compare(sortKey(a), sortKey(b));
}

function strength(reference: Reference): string {
  if (reference.givenSlug !== null) return '0';
  if (reference.wikidataId !== null) return '1';
  return reference.aliasSlugs.length > 0 ? '2' : '3';
}

function sortKey({ givenSlug, wikidataId, nameSlug, aliasSlugs, id }: Reference): string {
  return [givenSlug ?? '', wikidataId ?? '', nameSlug, ...aliasSlugs, id].join('\0');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
