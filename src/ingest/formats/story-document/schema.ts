/** The JSON Schema at work: is this value a story document? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import type { StoryDocument } from './story-document';

/** The published schema; `src` and `dist` stand equally deep in the package. */
export const STORY_SCHEMA_FILE = join(__dirname, '../../../../schemas/newsgraph-story-1.schema.json');

/** Beyond this many characters only the first problem is looked for: a broken large document could have a million. */
const MAX_LENGTH_FOR_ALL_PROBLEMS = 256 * 1024;

let compiled: { first: ValidateFunction<StoryDocument>; all: ValidateFunction<StoryDocument> } | undefined;

/**
 * What keeps a value from being a story document: nothing, the first fault, or all of them,
 * according to the length of the text that it was read from.
 */
export function schemaErrors(value: unknown, textLength: number): ErrorObject[] {
  const { first, all } = validators();
  if (first(value)) return [];
  if (textLength > MAX_LENGTH_FOR_ALL_PROBLEMS) return first.errors ?? [];
  all(value);
  return all.errors ?? [];
}

/** Whether a value is a story document by the schema. */
export function isStoryDocument(value: unknown): value is StoryDocument {
  return validators().first(value);
}

function validators() {
  compiled ??= compile();
  return compiled;
}

/** Compiled at the first document, not at start: it takes some tens of milliseconds. */
function compile() {
  const schema: unknown = JSON.parse(readFileSync(STORY_SCHEMA_FILE, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new TypeError(`${STORY_SCHEMA_FILE} holds no JSON Schema.`);
  const options = { allowUnionTypes: true, verbose: true };
  return {
    first: new Ajv2020(options).compile<StoryDocument>(schema),
    all: new Ajv2020({ ...options, allErrors: true }).compile<StoryDocument>(schema),
  };
}
