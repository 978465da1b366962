/** Whether documents would be executed here: valid for the schema, and within the limits. */
import {
  getOperationAST,
  GraphQLError,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { checkDocument, LimitError, operationCost } from '../../newsgraph';
import type { Limits } from '../limits/limits';
import { parseText } from './parse-text';
import type { TrustedDocument } from './trusted-documents';

/** What is wrong with one document. */
export interface DocumentProblem {
  id: string;
  /** The name of its operation, where it has one. */
  name: string | null;
  message: string;
}

/**
 * Checks each document; the list is empty when all are well. Pages whose size is a variable count as what the variable
 * is when it is left out: how large a client asks for them is known only when it does.
 */
export function checkDocuments(schema: GraphQLSchema, documents: readonly TrustedDocument[], limits: Limits): DocumentProblem[] {
  return documents.flatMap(({ id, text }) => {
    const document = parseText(text);
    if (document instanceof GraphQLError) return [{ id, name: null, message: document.message }];
    const operation = getOperationAST(document);
    const name = operation?.name?.value ?? null;
    return problemsOf(schema, text, document, limits).map((message) => ({ id, name, message }));
  });
}

function problemsOf(schema: GraphQLSchema, text: string, document: DocumentNode, limits: Limits): string[] {
  try {
    checkDocument(text, limits);
  } catch (error) {
    if (error instanceof LimitError) return [error.message];
    throw error;
  }
  const problems = validate(schema, document).map(({ message }) => message);
  if (problems.length > 0) return problems;
  const operation = getOperationAST(document);
  if (operation == null) return ['A document holds one operation.'];
  const cost = operationCost(schema, document, operation);
  return cost > limits.cost ? [`An operation may cost ${limits.cost}, not ${cost}.`] : [];
}
