/** The small values that documents and callers give: instants, languages, URLs, slugs. Each check gives null for "no". */
import type { Instant } from '../domain/story-draft';

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d)))?$/;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const WEB_URL = /^https?:\/\/\S+$/i;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG_LENGTH = 200;
const MAX_URL_LENGTH = 4096;
/** What the stores hold; the longest tag of the IANA registry has 16 characters. */
const MAX_LANGUAGE_LENGTH = 35;

/**
 * An RFC 3339 date-time with offset, or a date taken as midnight UTC, as an instant in UTC; null for anything else,
 * days that no month has and leap seconds included. What is finer than a millisecond is cut off.
 */
export function parseInstant(text: string): Instant | null {
  const match = DATE_TIME.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', sign, offsetHour, offsetMinute] = match;
  const local = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  // JavaScript takes the 30th of February for the 1st of March.
  if (Number.isNaN(local.getTime()) || local.getUTCDate() !== Number(day)) return null;
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0));
  const instant = new Date(local.getTime() - offset * 60_000).toISOString();
  // Outside the years 0000 to 9999 the text order would not be the time order.
  return /^\d{4}-/.test(instant) ? instant : null;
}

/** The canonical form of a BCP 47 language tag, or null where it is not one. */
export function canonicalLanguage(tag: string): string | null {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    return canonical !== undefined && canonical.length <= MAX_LANGUAGE_LENGTH ? canonical : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether a text is an absolute http or https URL, of at most 4,096 characters, as it stands. */
export function isWebUrl(text: string): boolean {
  return text.length <= MAX_URL_LENGTH && WEB_URL.test(text) && URL.canParse(text);
}

/** The first characters of a text, by Unicode code points: none is cut in half. */
export function firstCharacters(text: string, count: number): string {
  return Array.from(text.slice(0, 2 * count)).slice(0, count).join('');
}

/** Whether a reader sees anything of a text: a letter, digit or sign, not white space, joiners and marks alone. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** How many Unicode code points a text has, as JSON Schema counts its length. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}

/** Whether a text can be a given slug: `a-z`, `0-9` and single hyphens between, at most 200 characters. */
export function isSlug(text: string): boolean {
  return text.length <= MAX_SLUG_LENGTH && SLUG.test(text);
}
