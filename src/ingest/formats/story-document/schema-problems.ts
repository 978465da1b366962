/** ajv's errors → what is wrong, what was found and what would be right, in words. */
import type { ErrorObject } from 'ajv/dist/2020';
import { mostSimilar } from '../../most-similar';
import { pathOfPointer } from './json-path';
import { describeValue, type Problem } from './problem';

/** The problem that an error of the validator stands for. `root` is the value that was validated. */
export function problemOf(error: ErrorObject, root: unknown): Problem {
  const path = pathOfPointer(error.instancePath, root);
  switch (error.keyword) {
    case 'required':
      return missingProperty(error, path);
    case 'additionalProperties':
      return unknownProperty(error, path);
    case 'enum':
      return { path, message: enumMessage(error) };
    case 'const':
      return { path, message: `expected ${JSON.stringify(error.params['allowedValue'])}, found ${describeValue(error.data)}` };
    case 'maxLength':
      return { path, message: `too long: at most ${count(error)} characters` };
    case 'maxItems':
      return { path, message: `too many: at most ${count(error)}, found ${describeValue(error.data)}` };
    case 'minItems':
      return { path, message: `too few: at least ${count(error)}, found ${describeValue(error.data)}` };
    default:
      return { path, message: `expected ${expectation(error)}, found ${describeValue(error.data)}` };
  }
}

function missingProperty(error: ErrorObject, path: Problem['path']): Problem {
  const name = String(error.params['missingProperty']);
  const isSummary = path.length === 0 && name === 'summary';
  return {
    path,
    message: `"${name}" is missing; expected ${expectation(error)}`,
    ...(isSummary ? { code: 'SUMMARY_MISSING' } : {}),
  };
}

function unknownProperty(error: ErrorObject, path: Problem['path']): Problem {
  const name = String(error.params['additionalProperty']);
  const similar = mostSimilar(name, Object.keys(propertiesOf(error.parentSchema)));
  const hint = similar === null ? 'properties of your own start with "x-"' : `did you mean "${similar}"?`;
  return { path: [...path, name], message: `unknown property ${describeValue(name)}; ${hint}`, isAboutKey: true };
}

function enumMessage(error: ErrorObject): string {
  const allowed: unknown[] = Array.isArray(error.schema) ? error.schema : [];
  const words = allowed.filter((value) => typeof value === 'string');
  const similar = typeof error.data === 'string' ? mostSimilar(error.data, words) : null;
  const hint = similar === null ? '' : `; did you mean "${similar}"?`;
  return `expected ${allowed.includes(null) ? 'null or ' : ''}one of ${words.join(', ')}, found ${describeValue(error.data)}${hint}`;
}

/** The schema's title of a thing says what it should be. */
function expectation(error: ErrorObject): string {
  const title: unknown = error.parentSchema?.['title'];
  return typeof title === 'string' ? title : (error.message ?? error.keyword);
}

function propertiesOf(schema: ErrorObject['parentSchema']): object {
  const properties: unknown = schema?.['properties'];
  return typeof properties === 'object' && properties !== null ? properties : {};
}

function count(error: ErrorObject): string {
  return Number(error.params['limit']).toLocaleString('en-GB');
}
