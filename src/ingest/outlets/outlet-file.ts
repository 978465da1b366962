/** A user's own outlets, read from a JSON file. */
import { readFileSync } from 'node:fs';
import { DocumentError } from '../document';
import { foldOutletName, type OutletDictionary, type OutletRecord } from './outlet-dictionary';
import { shippedOutlets } from './shipped-outlets';

const FORM = 'a list of { "name", "aliases"?, "country"?, "homepage"? }';

/**
 * The shipped dictionary with the outlets of a file: a JSON list of `{ name, aliases, country, homepage }`, of
 * which only the name is required. An outlet of the file takes the place of a shipped one with its name.
 * Throws one `DocumentError` with the code `OUTLET_FILE_INVALID` that names the first thing that is wrong.
 */
export function readOutletFile(path: string): OutletDictionary {
  const list = parse(path);
  if (!Array.isArray(list)) throw invalid(path, '$', `is ${kindOf(list)}; ${FORM} is expected`);
  const records = list.map((entry: unknown, index) => recordOf(entry, path, `$[${index}]`));
  refuseSharedNames(records, path);
  return shippedOutlets().extendedWith(records);
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new DocumentError('OUTLET_FILE_INVALID', `${path}: cannot be read: ${messageOf(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new DocumentError('OUTLET_FILE_INVALID', `${path}: is not JSON: ${messageOf(error)}`);
  }
}

function recordOf(entry: unknown, file: string, path: string): OutletRecord {
  if (!isObject(entry)) throw invalid(file, path, `is ${kindOf(entry)}; ${FORM} is expected`);
  const unknown = Object.keys(entry).find((key) => !['name', 'aliases', 'country', 'homepage'].includes(key));
  if (unknown !== undefined)
    throw invalid(file, `${path}.${unknown}`, 'is no field of an outlet: name, aliases, country, homepage');
  const { name, aliases = [], country = null, homepage = null } = entry;
  if (!isName(name)) throw invalid(file, `${path}.name`, 'must be a text that is not empty');
  if (!Array.isArray(aliases) || !aliases.every(isName))
    throw invalid(file, `${path}.aliases`, 'must be a list of texts that are not empty');
  if (country !== null && !isCountry(country))
    throw invalid(file, `${path}.country`, 'must be two capital letters of ISO 3166-1, or null');
  if (homepage !== null && !isHttpUrl(homepage))
    throw invalid(file, `${path}.homepage`, 'must be an http or https address, or null');
  return { name, aliases, country, homepage };
}

function refuseSharedNames(records: readonly OutletRecord[], file: string): void {
  const owners = new Map<string, number>();
  records.forEach(({ name, aliases }, index) => {
    for (const each of [name, ...aliases]) {
      const owner = owners.get(foldOutletName(each));
      if (owner !== undefined && owner !== index) {
        throw invalid(file, `$[${index}]`, `claims the name "${each}", which $[${owner}] has already`);
      }
      owners.set(foldOutletName(each), index);
    }
  });
}

function invalid(file: string, path: string, message: string): DocumentError {
  return new DocumentError('OUTLET_FILE_INVALID', `${file}: ${path} ${message}`, { line: null, column: null, path });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && foldOutletName(value) !== '';
}

function isCountry(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function messageOf(error: unknown): string {
  // The property, not the class: the error may come from another realm.
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
