/** Folders of `.graphql` files → documents of one operation each. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  concatAST,
  GraphQLError,
  Kind,
  parse,
  print,
  separateOperations,
  Source,
  type DefinitionNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { TrustedDocumentsError } from './errors';
import type { NamedDocument } from './manifest';
import { sha256Of } from './trusted-documents';

const EXTENSIONS = /\.(?:graphql|gql)$/;

/**
 * Reads every `.graphql` and `.gql` file of a folder and those in it. Fragments may stand in other files than the
 * operations that spread them. A document is an operation with the fragments that it needs, as graphql-js prints it,
 * which is what clients built on graphql-js send.
 * @throws TrustedDocumentsError for what is no folder, a file that cannot be parsed, and operations without a name of their own.
 */
export function documentsOfFolder(folder: string): NamedDocument[] {
  const place = statSync(folder, { throwIfNoEntry: false });
  if (place === undefined) throw new TrustedDocumentsError(`there is no folder ${folder}`);
  if (!place.isDirectory()) throw new TrustedDocumentsError(whyOneFileIsNone(folder) ?? `${folder} is a file, not a folder of .graphql files`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => EXTENSIONS.test(file)).sort();
  const parsed = files.map((file) => ({ file: join(folder, file), document: parseFile(join(folder, file)) }));
  requireNames(parsed);
  const whole = concatAST(parsed.map(({ document }) => document));
  return Object.values(separateOperations(whole)).flatMap((document) => {
    const operation = document.definitions.find(isOperation);
    if (operation?.name === undefined) return [];
    const text = print(document);
    return [{ id: sha256Of(text), text, name: operation.name.value, type: operation.operation }];
  });
}

/** Why a file of such a folder is not taken alone; null for a file of any other kind. */
export function whyOneFileIsNone(path: string): string | null {
  if (!EXTENSIONS.test(path)) return null;
  return `${path} is one file of documents, whose fragments may stand in others; give the folder that it is in`;
}

function parseFile(path: string): DocumentNode {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  try {
    return parse(new Source(text, path));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [location] = error.locations ?? [];
    throw new TrustedDocumentsError(`${path}:${location?.line ?? 1}: ${error.message}`, { cause: error });
  }
}

/** Names tell the documents apart, and fragments of one name would be taken for one another. */
function requireNames(files: readonly { readonly file: string; readonly document: DocumentNode }[]): void {
  const places = new Map<string, string>();
  for (const { file, definition } of files.flatMap(({ file, document }) => document.definitions.map((definition) => ({ file, definition })))) {
    const place = `${file}:${definition.loc?.startToken.line ?? 1}`;
    if (definition.kind !== Kind.FRAGMENT_DEFINITION && !isOperation(definition)) {
      throw new TrustedDocumentsError(`${place}: a ${definition.kind} is not executed`);
    }
    const name = definition.name?.value;
    if (name === undefined) throw new TrustedDocumentsError(`${place}: an operation without a name`);
    const key = `${definition.kind} ${name}`;
    const before = places.get(key);
    if (before !== undefined) throw new TrustedDocumentsError(`${place}: a second definition of ${name}, which ${before} has`);
    places.set(key, place);
  }
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}
