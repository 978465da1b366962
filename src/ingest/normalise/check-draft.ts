/** What a store can keep: checked before anything is written, so that a fault names its place in the document. */
import { SECTION_KINDS, sectionOf, type StoryDraft, textOf } from '../../domain/story-draft';
import { DocumentError } from '../document';
import { isVisible } from '../values';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MAX_SLUG_LENGTH = 200;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const WIKIDATA_ID = /^Q[1-9]\d{0,15}$/;
const LANGUAGE = /^[A-Za-z0-9-]{1,35}$/;
const COUNTRY = /^[A-Z]{2}$/;

interface Rule {
  readonly code: string;
  readonly holds: (value: string) => boolean;
  readonly wanted: string;
}

const isInstant: Rule = {
  code: 'INSTANT_INVALID',
  holds: (value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  wanted: 'an instant in UTC with milliseconds, like 2026-01-01T00:00:00.000Z',
};
const isSlug: Rule = {
  code: 'SLUG_INVALID',
  holds: (value) => value.length <= MAX_SLUG_LENGTH && SLUG.test(value),
  wanted: `lower-case letters and digits in words joined by single hyphens, at most ${MAX_SLUG_LENGTH} characters`,
};

/** Rules of fields, by the field's name wherever it stands. */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ['slug', isSlug],
  ['publishedAt', isInstant],
  ['sourceUpdatedAt', isInstant],
  ['importedAt', isInstant],
  ['updatedAt', isInstant],
  ['wikidataId', rule('WIKIDATA_ID_INVALID', WIKIDATA_ID, 'Q and digits, like Q42')],
  ['language', rule('LANGUAGE_INVALID', LANGUAGE, 'a BCP 47 tag, like en or pt-BR')],
  ['country', rule('COUNTRY_INVALID', COUNTRY, 'two capital letters, like GB')],
]);

function rule(code: string, pattern: RegExp, wanted: string): Rule {
  return { code, holds: (value) => pattern.test(value), wanted };
}

/**
 * Refuses a draft that no store can keep as it is.
 * @throws DocumentError that names the field: `NUL_CHARACTER`, `LONE_SURROGATE`, `SLUG_INVALID`, `INSTANT_INVALID`,
 * `LANGUAGE_INVALID`, `COUNTRY_INVALID`, `WIKIDATA_ID_INVALID`, `SUMMARY_MISSING`, `SECTION_REPEATED`,
 * `NAME_EMPTY` or `OUTLETS_MISSING`.
 */
export function checkDraft(draft: StoryDraft): void {
  const fault = faultOf(draft, '');
  if (fault !== null) throw problem(fault.code, fault.message, `$${fault.path}`);
  checkSections(draft);
  draft.perspectives.forEach((perspective, place) => {
    const path = `$.perspectives[${place}].outlets`;
    if (perspective.outlets.length === 0) {
      throw problem('OUTLETS_MISSING', 'a perspective is of at least one outlet', path);
    }
    perspective.outlets.forEach((outlet, at) => checkNames(outlet, `${path}[${at}]`));
  });
  draft.questions.forEach(({ title }, place) => checkName(title, `$.questions[${place}].title`));
  draft.topics.forEach((topic, place) => checkNames(topic, `$.topics[${place}]`));
  checkName(draft.title, '$.title');
}

function checkSections(draft: StoryDraft): void {
  const summary = sectionOf(draft, 'SUMMARY');
  if (summary === null || !isVisible(textOf(summary))) {
    throw problem('SUMMARY_MISSING', 'a story has a summary', '$.sections');
  }
  for (const kind of SECTION_KINDS) {
    const count = draft.sections.filter((section) => section.kind === kind).length;
    if (kind !== 'OTHER' && count > 1) throw problem('SECTION_REPEATED', `a story has one ${kind} at most`, '$.sections');
  }
}

function checkNames({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }, path: string): void {
  checkName(name, `${path}.name`);
  aliases.forEach((alias, at) => checkName(alias, `${path}.aliases[${at}]`));
}

function checkName(name: string, path: string): void {
  if (!isVisible(name)) throw problem('NAME_EMPTY', 'a name or title has at least one visible character', path);
}

interface Fault {
  readonly code: string;
  readonly message: string;
  readonly path: string;
}

/** The first text that cannot be kept. Its path is put together on the way back, for most drafts have no fault. */
function faultOf(value: unknown, field: string): Fault | null {
  if (typeof value === 'string') return faultOfText(value, field);
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (let place = 0; place < value.length; place += 1) {
      const fault = faultOf(value[place], '');
      if (fault !== null) return { ...fault, path: `[${place}]${fault.path}` };
    }
    return null;
  }
  for (const [name, element] of Object.entries(value)) {
    const fault = faultOf(element, name);
    if (fault !== null) return { ...fault, path: `.${name}${fault.path}` };
  }
  return null;
}

function faultOfText(text: string, field: string): Fault | null {
  if (text.includes('\0')) {
    return { code: 'NUL_CHARACTER', message: 'the text holds a NUL character, which no store can keep', path: '' };
  }
  if (!text.isWellFormed()) {
    return { code: 'LONE_SURROGATE', message: 'the text holds half of a UTF-16 pair, which is no character', path: '' };
  }
  const broken = RULES.get(field);
  if (broken === undefined || broken.holds(text)) return null;
  return { code: broken.code, message: `${JSON.stringify(text.slice(0, 60))} should be ${broken.wanted}`, path: '' };
}

function problem(code: string, message: string, path: string): DocumentError {
  return new DocumentError(code, `${path}: ${message}`, { line: null, column: null, path });
}
