/** What is counted and measured, for Prometheus. docs/operations.md lists it. */
import type * as Prometheus from 'prom-client';
import type { EndOfWork, Newsgraph } from '../../newsgraph';
import { GRAPHQL_PATH } from '../graphql-route';
import type { Observer, RequestOutcome } from './observer';
import { OperationNames } from './operation-names';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 50, 100, 250, 500, 1000, 2500, 5000, 7500, 10_000];
const STATEMENTS = [0, 1, 2, 3, 5, 10, 20, 50];
const BATCH_SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 1000];
const MS_A_SECOND = 1000;

export class Metrics implements Observer {
  readonly registry: Prometheus.Registry = new this.prometheus.Registry();
  private readonly requests = this.counter('newsgraph_http_requests_total', 'HTTP requests, by the path served and the status answered (aborted: the client was gone)', 'route', 'status');
  private readonly operations = this.counter('newsgraph_operations_total', 'GraphQL operations, by the code of their first error', 'operation', 'code');
  private readonly durations = this.histogram('newsgraph_operation_duration_seconds', 'From the head of the request to the end of its answer', SECONDS, 'operation');
  private readonly costs = this.histogram('newsgraph_operation_cost', 'What operations cost, as the limit of costs has it', COSTS, 'operation');
  private readonly statements = this.histogram('newsgraph_operation_statements', 'SQL statements of an operation', STATEMENTS, 'operation');
  private readonly batches = this.histogram('newsgraph_batch_keys', 'Keys that one statement reads for', BATCH_SIZES, 'field');
  private readonly statementDurations = this.histogram('newsgraph_statement_duration_seconds', 'From the call of the driver to its answer, by what is read', SECONDS, 'field');
  private readonly failedStatements = this.counter('newsgraph_statements_failed_total', 'SQL statements that failed or were stopped', 'field');

  /**
   * @param prometheus the library, which is loaded only where it is wanted.
   * @param names which operations are told apart.
   */
  constructor(
    private readonly prometheus: typeof Prometheus,
    newsgraph: Pick<Newsgraph, 'vitals'>,
    private readonly names = new OperationNames(),
  ) {
    prometheus.collectDefaultMetrics({ register: this.registry });
    this.addVitals(newsgraph);
  }

  requestStarted({ route }: { route: string | null }): ReturnType<Observer['requestStarted']> {
    return {
      operationStarted: () => nothing,
      batchStarted: ({ field, size }) => {
        this.batches.observe({ field }, size);
        return { ended: nothing, statementStarted: () => this.timeStatement(field) };
      },
      ended: (outcome) => this.count(route, outcome),
    };
  }

  private timeStatement(field: string): EndOfWork {
    const begin = performance.now();
    return (error) => {
      this.statementDurations.observe({ field }, (performance.now() - begin) / MS_A_SECOND);
      if (error !== undefined) this.failedStatements.inc({ field });
    };
  }

  private count(route: string | null, { status, milliseconds, operation, refusal }: RequestOutcome): void {
    this.requests.inc({ route: route ?? 'none', status: status ?? 'aborted' });
    if (operation === null) {
      if (refusal !== null && route === GRAPHQL_PATH) this.operations.inc({ operation: 'none', code: refusal });
      return;
    }
    const label = this.names.labelOf(operation.name);
    this.operations.inc({ operation: label, code: operation.errorCodes[0] ?? 'OK' });
    this.durations.observe({ operation: label }, milliseconds / MS_A_SECOND);
    this.statements.observe({ operation: label }, operation.statements);
    if (operation.cost !== null) this.costs.observe({ operation: label }, operation.cost);
  }

  /** Read when they are asked for. */
  private addVitals(newsgraph: Pick<Newsgraph, 'vitals'>): void {
    const { Counter, Gauge } = this.prometheus;
    const registers = [this.registry];
    new Gauge({
      name: 'newsgraph_compiled_operations',
      help: 'Compiled operations that are kept',
      registers,
      collect() {
        this.set(newsgraph.vitals().compiledOperations.size);
      },
    });
    new Counter({
      name: 'newsgraph_compiled_operation_lookups_total',
      help: 'Whether an operation had been compiled before (hit) or had to be (miss)',
      labelNames: ['result'],
      registers,
      collect() {
        const { hits, misses } = newsgraph.vitals().compiledOperations;
        this.reset();
        this.inc({ result: 'hit' }, hits);
        this.inc({ result: 'miss' }, misses);
      },
    });
    new Gauge({
      name: 'newsgraph_database_connections',
      help: 'Connections to PostgreSQL: used, idle; and who waits for one',
      labelNames: ['state'],
      registers,
      collect() {
        const { connections } = newsgraph.vitals();
        if (connections === null) return;
        const { open, idle, waiting } = connections;
        this.set({ state: 'used' }, open - idle);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  }

  private counter<Label extends string>(name: string, help: string, ...labelNames: Label[]): Prometheus.Counter<Label> {
    return new this.prometheus.Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, buckets: number[], ...labelNames: Label[]): Prometheus.Histogram<Label> {
    return new this.prometheus.Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }
}

const nothing = (): void => undefined;
