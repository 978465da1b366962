/**
 * Hands operations that Apollo has parsed and validated to the graph's own, compiled execution. Apollo's seam for that
 * is the one for gateways over other graphs, of which this is none.
 */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphContext, Newsgraph } from '../newsgraph';
import { OperationTime } from './limits/operation-time';

type Gateway = ApolloServerOptionsWithGateway<GraphContext>['gateway'];
type SchemaListener = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;

/** Apollo's `gateway` option for a newsgraph. */
export function compiledExecution(newsgraph: Newsgraph): Gateway {
  let announce: SchemaListener | null = null;
  const executor: Executor = async ({ document, request: { variables, operationName }, context }) => {
    const graphContext = graphContextOf(context);
    const execution = newsgraph.executeParsed({ document, variables, operationName }, graphContext);
    return graphContext.controller instanceof OperationTime ? graphContext.controller.within(execution) : execution;
  };
  return {
    onSchemaLoadOrUpdate(listener) {
      announce = listener;
      return () => {
        announce = null;
      };
    },
    async load() {
      announce?.({ apiSchema: newsgraph.schema, coreSupergraphSdl: '' });
      return { executor };
    },
    async stop() {},
  };
}

/** Apollo's gateways take any record for a context; ours gave it what `createContext` made. */
function graphContextOf(context: Record<string, unknown>): GraphContext {
  if (isGraphContext(context)) return context;
  throw new TypeError('The context of the request is not the graph\'s.');
}

function isGraphContext(context: object): context is GraphContext {
  return 'statementCount' in context && typeof context.statementCount === 'number';
}
