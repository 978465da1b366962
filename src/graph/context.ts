import type { GraphReader } from '../store';
import { Reads } from './reads/reads';

/** What one request needs and no other may see: its loaders, and what it cost. */
export class RequestContext {
  readonly reads: Reads;

  /**
   * @param signal ends the reads of the request when it is aborted.
   * @param now the instant of the request.
   */
  constructor(
    reader: GraphReader,
    readonly signal?: AbortSignal,
    readonly now = new Date(),
  ) {
    this.reads = new Reads(signal === undefined ? reader : reader.until(signal));
  }

  /** How many SQL statements the request has run so far. */
  get statementCount(): number {
    return this.reads.statementCount;
  }
}
