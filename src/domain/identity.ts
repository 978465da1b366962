/**
 * Which words make a node the one it is. Every id is derived from the node's stable key, so the same
 * document gives the same ids in every store, whatever was imported before it.
 */
import { hash } from 'node:crypto';

export const NOUNS = ['Story', 'Perspective', 'Outlet', 'Question', 'Topic'] as const;
/** The five kinds of node. */
export type Noun = (typeof NOUNS)[number];

const LETTER: Readonly<Record<Noun, string>> = { Story: 'S', Perspective: 'P', Outlet: 'O', Question: 'Q', Topic: 'T' };

/**
 * 120 bits of the digest make collisions a matter of 10^18 nodes, and 20 characters of base64url.
 * The letter before them lets `node(id:)` know the table without asking each.
 */
const ID_PATTERN = /^[SPOQT][A-Za-z0-9_-]{20}$/;

/** The global id of the node of this kind with this stable key: 21 URL-safe characters. */
export function nodeId(noun: Noun, key: string): string {
  return LETTER[noun] + digest(`${noun}\0${key}`).slice(0, 20);
}

/** The kind of node that an id is of, or null where it is not one of ours. */
export function nounOfId(id: string): Noun | null {
  if (!ID_PATTERN.test(id)) return null;
  return NOUNS.find((noun) => id.startsWith(LETTER[noun])) ?? null;
}

/** SHA-256 in base64url, for fingerprints of content. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** A summary's letters and digits, lower case, without accents: what two printings of one summary share. */
export function normaliseSummary(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What makes a story the one it is: its given slug, else its URL, else the fingerprint of its summary. */
export function storyKey(story: { slug: string | null; url: string | null; summary: string }): string {
  if (story.slug !== null) return `slug:${story.slug}`;
  if (story.url !== null) return `url:${story.url}`;
  // A summary of signs alone has no letters to compare: then its signs are what tells it from others.
  return `summary:${digest(normaliseSummary(story.summary) || story.summary)}`;
}
