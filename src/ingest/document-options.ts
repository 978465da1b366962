/** What a caller says of a document wins over what its text says. */
import type { StoryDraft } from '../domain/story-draft';
import { DocumentError, type DocumentOptions } from './document';
import { canonicalLanguage, characterCount, isSlug, isVisible, isWebUrl, parseInstant } from './values';

type Option = keyof DocumentOptions;

const MAX_TITLE_LENGTH = 1000;

/** How each option is read (null for "cannot be that") and what would be right. */
export const OPTION_READERS: Readonly<Record<Option, { read: (text: string) => string | null; expected: string }>> = {
  title: { read: only(isTitle), expected: 'a text that is not blank, of at most 1,000 characters' },
  slug: { read: only(isSlug), expected: 'lower-case letters a-z and digits in words joined by single hyphens, at most 200 characters' },
  url: { read: only(isWebUrl), expected: 'an absolute URL that starts with http:// or https://' },
  language: { read: canonicalLanguage, expected: 'a BCP 47 language tag such as "en"' },
  publishedAt: { read: parseInstant, expected: 'an RFC 3339 date-time with offset such as "2026-01-31T09:30:00Z", or a date' },
};

/**
 * The draft with the caller's options in place of its own values.
 * Throws `DocumentError` `OPTION_INVALID` for one that cannot be what it is given as.
 */
export function applyDocumentOptions(draft: StoryDraft, options: DocumentOptions): StoryDraft {
  const choose = <T>(option: Option, own: T): string | T => {
    const given = options[option];
    return given === undefined ? own : readOption(option, given);
  };
  return {
    ...draft,
    title: choose('title', draft.title),
    titleIsDerived: options.title === undefined && draft.titleIsDerived,
    slug: choose('slug', draft.slug),
    url: choose('url', draft.url),
    language: choose('language', draft.language),
    publishedAt: choose('publishedAt', draft.publishedAt),
  };
}

function readOption(option: Option, given: string): string {
  const { read, expected } = OPTION_READERS[option];
  const value = read(given);
  if (value !== null) return value;
  throw new DocumentError('OPTION_INVALID', `option ${option}: expected ${expected}, found ${JSON.stringify(given)}`);
}

function isTitle(text: string): boolean {
  return isVisible(text) && characterCount(text) <= MAX_TITLE_LENGTH;
}

function only(isRight: (text: string) => boolean): (text: string) => string | null {
  return (text) => (isRight(text) ? text : null);
}
