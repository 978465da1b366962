import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Kind, parse } from 'graphql';

import type { Example } from '../src/example';

const QUERY_ENDING = '.graphql';

/**
 * Reads the example queries that the explorer opens as tabs, in the order of their file names.
 * `NN-name.graphql` holds one query; its variables, if it has any, stand beside it in `NN-name.variables.json`.
 *
 * @param folder where the `.graphql` files are
 * @throws when the folder holds no query, a query is unnamed or not GraphQL, or variables are not a JSON object
 */
export async function readExamples(folder: string): Promise<Example[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const queries = names.filter((name) => name.endsWith(QUERY_ENDING)).sort();
  if (queries.length === 0) {
    throw new Error(`The explorer's tabs are the ${QUERY_ENDING} files in ${folder}: there are none.`);
  }
  return Promise.all(queries.map((name) => readExample(folder, name)));
}

async function readExample(folder: string, name: string): Promise<Example> {
  const query = (await readFile(join(folder, name), 'utf8')).trimEnd();
  assertNamedOperation(query, name);
  return { query, variables: await readVariables(folder, name) };
}

/** The tab's title is the operation's name, so an example without one would open as "<untitled>". */
function assertNamedOperation(query: string, name: string): void {
  const operation = parse(query).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation?.name === undefined) {
    throw new Error(`${name}: an example query needs a name, as in "query StoryPage { … }".`);
  }
}

async function readVariables(folder: string, queryName: string): Promise<string | null> {
  const name = `${queryName.slice(0, -QUERY_ENDING.length)}.variables.json`;
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const variables = (await readFile(path, 'utf8')).trimEnd();
  const parsed: unknown = JSON.parse(variables);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Error(`${name}: variables are a JSON object.`);
  }
  return variables;
}
