import type { GraphReader } from '../store';
import type { RequestObserver } from './observer';
import { Reads } from './reads/reads';

/** What one request needs and no other may see: its loaders, and what it cost. */
export class RequestContext {
  readonly reads: Reads;

  /**
   * @param signal ends the reads of the request when it is aborted.
   * @param observer is told of what is done for the request.
   */
  constructor(
    reader: GraphReader,
    readonly signal?: AbortSignal,
    readonly observer?: RequestObserver,
  ) {
    this.reads = new Reads(signal === undefined ? reader : reader.until(signal), observer);
  }

  /** How many SQL statements the request has run so far. */
  get statementCount(): number {
    return this.reads.statementCount;
  }
}
