/** Real graphs over real stores, and short ways to ask them. */
import { createNewsgraph, type Newsgraph } from '../../src/newsgraph';

/** An answer, loosely typed: tests say what they expect of it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Data = any;

export interface Answer {
  data: Data;
  errors: { message: string; path: readonly (string | number)[] | undefined; extensions: Record<string, unknown> }[];
  /** How many SQL statements it took. */
  statements: number;
}

export interface TestGraph {
  newsgraph: Newsgraph;
  /** Answers a query that must succeed. */
  ask(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** Answers any query. */
  answer(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Imports documents, none of which may fail. */
  add(...documents: object[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens a graph with these documents in it. */
export async function openGraph(databaseUrl: string, documents: readonly object[] = []): Promise<TestGraph> {
  const newsgraph = await createNewsgraph({ databaseUrl });
  const answer = async (query: string, variables?: Record<string, unknown>): Promise<Answer> => {
    const context = newsgraph.createContext();
    const { data, errors = [] } = await newsgraph.execute({ query, variables }, context);
    return {
      // Answers have no prototypes; expectations are plain objects.
      data: JSON.parse(JSON.stringify(data ?? null)),
      errors: errors.map(({ message, path, extensions }) => ({ message, path, extensions: { ...extensions } })),
      statements: context.statementCount,
    };
  };
  const graph: TestGraph = {
    newsgraph,
    answer,
    ask: async (query, variables) => {
      const { data, errors } = await answer(query, variables);
      if (errors.length > 0) throw new Error(`the query failed: ${JSON.stringify(errors)}`);
      return data;
    },
    add: async (...added) => {
      for await (const { status, error } of newsgraph.importDocuments(added)) {
        if (status === 'failed') throw new Error(`a document failed: ${error?.message}`);
      }
    },
    close: () => newsgraph.close(),
  };
  await graph.add(...documents);
  return graph;
}
