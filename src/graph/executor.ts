/**
 * Runs operations against the schema. A document is parsed and validated once and compiled to a function by
 * graphql-jit, which gives the answers of graphql-js; tests hold the two against each other.
 */
import { setFlagsFromString } from 'node:v8';
import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLErrorExtensions,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { badRequest } from './bad-request';
import { isCompilable } from './compilable';
import type { RequestContext } from './context';
import { measureDocument } from './limits/measure-document';
import { conditionVariables, operationToCompile, schemaToCompile } from './operation-to-compile';

/** One GraphQL request, as GraphQL over HTTP names its parts. */
export interface GraphRequest {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

/** A request whose document is parsed and valid. */
export interface ParsedRequest {
  document: DocumentNode;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export interface Executor {
  /** Parses, validates and executes; whatever is wrong comes in the result's errors. */
  execute(request: GraphRequest, context: RequestContext): Promise<ExecutionResult>;

  /** Executes a document that is known to be valid for this schema. */
  executeParsed(request: ParsedRequest, context: RequestContext): Promise<ExecutionResult>;

  /** How the compiled operations that are kept serve so far. */
  readonly compiledOperations: CacheUse;
}

/** How much a cache holds, and how often it had what was looked up. */
export interface CacheUse {
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
}

/**
 * V8 keeps the code of everything that was ever compiled from text, in case the same text comes again, and lets go of it
 * too late: who sends ever new operations would fill the memory past all the bounds below (60 kB each, measured). Only
 * code from text is concerned, and that is compiled once here anyway.
 */
setFlagsFromString('--no-compilation-cache');

/** How many texts, and how many compiled operations, are kept at most. */
const MAX_OPERATIONS = 500;
const MAX_TEXT_OF_OPERATIONS = 500_000;

/** What compiled operations take, with their plans and statements, by what they select; see docs/performance.md. */
const BYTES_OF_OPERATION = 20_000;
const BYTES_OF_SELECTION = 7_000;
const MAX_BYTES_OF_OPERATIONS = 96 * 2 ** 20;

/** What is known of a text: the document, or why it is none. */
type Checked = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** What has been found out of a document. */
interface KnownDocument {
  /** Tells documents apart. */
  readonly number: number;
  readonly isCompilable: boolean;
  readonly conditions: readonly string[];
}

interface CompiledOperation {
  /** Null where it could not be compiled. */
  readonly query: CompiledQuery | null;
  /** What it is taken to hold of the memory. */
  readonly bytes: number;
}

export function createExecutor(schema: GraphQLSchema): Executor {
  return new CompilingExecutor(schema);
}

class CompilingExecutor implements Executor {
  private readonly documents = new LRUCache<string, Checked>({
    max: MAX_OPERATIONS,
    maxSize: MAX_TEXT_OF_OPERATIONS,
    sizeCalculation: (_checked, text) => text.length + 1,
  });
  /** One for each operation of a document and each set of values that the variables of its conditions have. */
  private readonly operations = new LRUCache<string, CompiledOperation>({
    max: MAX_OPERATIONS,
    maxSize: MAX_BYTES_OF_OPERATIONS,
    sizeCalculation: ({ bytes }) => bytes,
  });
  /** A text is compiled once for each time it is parsed: whoever caches documents decides. */
  private readonly known = new WeakMap<DocumentNode, KnownDocument>();
  private knownCount = 0;

  private readonly schemaToCompile: GraphQLSchema;
  private hits = 0;
  private misses = 0;

  constructor(private readonly schema: GraphQLSchema) {
    this.schemaToCompile = schemaToCompile(schema);
  }

  get compiledOperations(): CacheUse {
    return { size: this.operations.size, hits: this.hits, misses: this.misses };
  }

  async execute(request: GraphRequest, context: RequestContext): Promise<ExecutionResult> {
    const bad = badRequest(request);
    if (bad !== null) return { errors: [bad] };
    const { query, ...rest } = request;
    let checked = this.documents.get(query);
    if (checked === undefined) this.documents.set(query, (checked = this.check(query)));
    return 'errors' in checked ? checked : this.executeParsed({ document: checked.document, ...rest }, context);
  }

  async executeParsed(request: ParsedRequest, context: RequestContext): Promise<ExecutionResult> {
    if (context.observer === undefined) return this.run(request, context);
    const operation = getOperationAST(request.document, request.operationName);
    const end = context.observer.operationStarted({ name: operation?.name?.value ?? null, type: operation?.operation ?? 'query' });
    const execution = this.run(request, context);
    void execution.then(({ errors }) => end(errors?.[0]), end);
    return execution;
  }

  private async run({ document, variables, operationName }: ParsedRequest, context: RequestContext): Promise<ExecutionResult> {
    const operation = getOperationAST(document, operationName);
    if (operation != null && this.schema.getRootType(operation.operation) == null) return { errors: [noSuchOperations(operation)] };
    // The compiled code would report wrong variables in words and codes of its own.
    const { errors, coerced } = getVariableValues(this.schema, operation?.variableDefinitions ?? [], variables ?? {}, { maxErrors: 50 });
    if (errors !== undefined) return { errors };
    const compiled = operation == null ? null : this.compiled(document, operation, coerced);
    if (compiled === null) {
      return rebuilt(await execute({ schema: this.schema, document, variableValues: variables, operationName, contextValue: context }));
    }
    return rebuilt(await compiled.query(undefined, context, coerced));
  }

  private check(query: string): Checked {
    try {
      const document = parse(query);
      const errors = validate(this.schema, document);
      return errors.length === 0 ? { document } : { errors };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  /** Null for what is left to graphql-js: documents that are not to be compiled, and conditions that ask what is no boolean. */
  private compiled(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): CompiledQuery | null {
    const known = this.knownDocument(document);
    const conditions = known.conditions.filter((name) => operation.variableDefinitions?.some(({ variable }) => variable.name.value === name));
    if (!known.isCompilable || conditions.some((name) => typeof variables[name] !== 'boolean')) return null;
    const key = `${known.number} ${conditions.map((name) => (variables[name] === true ? '1' : '0')).join('')} ${operation.name?.value ?? ''}`;
    let compiled = this.operations.get(key);
    if (compiled !== undefined) this.hits += 1;
    else {
      this.misses += 1;
      this.operations.set(key, (compiled = this.compile(operationToCompile(document, operation, variables))));
    }
    return compiled.query;
  }

  private knownDocument(document: DocumentNode): KnownDocument {
    let known = this.known.get(document);
    if (known === undefined) {
      known = { number: (this.knownCount += 1), isCompilable: isCompilable(document), conditions: conditionVariables(document) };
      this.known.set(document, known);
    }
    return known;
  }

  private compile(document: DocumentNode): CompiledOperation {
    const compiled = compileQuery(this.schemaToCompile, document, '');
    const bytes = BYTES_OF_OPERATION + BYTES_OF_SELECTION * measureDocument(document).selections;
    return { query: isCompiledQuery(compiled) ? compiled : null, bytes };
  }
}

/**
 * graphql-js 16 lets mutations and subscriptions be valid that the schema has none of.
 * https://spec.graphql.org/draft/#sec-Operation-Type-Existence
 */
function noSuchOperations(operation: OperationDefinitionNode): GraphQLError {
  return new GraphQLError(`There are no operations of type ${operation.operation} here.`, {
    nodes: operation,
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
}

/**
 * Errors as the rest of the program expects them. The compiled code makes them of a class of its own, without the
 * extensions that every GraphQLError has. And neither way of executing gives a code to the one mistake of a client that
 * shows as late as here: a variable whose null meets an argument that allows none.
 */
function rebuilt(result: ExecutionResult): ExecutionResult {
  return result.errors === undefined ? result : { ...result, errors: result.errors.map(rebuiltError) };
}

/** The compiled code names a field that several nodes ask for once for each of them. */
const FIELD_NAMED_TWICE = /^(Cannot return null for non-nullable field \w+\.)\((\w+)(?:,\2)*\)\.$/;

function rebuiltError(given: Pick<GraphQLError, 'message' | 'locations' | 'path' | 'originalError'> & { extensions?: GraphQLErrorExtensions }): GraphQLError {
  const { message, locations, path, originalError } = given;
  const isOfArgument = originalError === undefined && message.startsWith('Argument "');
  const extensions = isOfArgument ? { code: 'BAD_USER_INPUT' } : given.extensions;
  const error = new GraphQLError(message.replace(FIELD_NAMED_TWICE, '$1$2.'), { path, originalError, extensions });
  // They were made of places in a text that is at hand no more.
  return Object.assign(error, { locations });
}
