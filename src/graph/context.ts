import type { GraphReader } from '../store';
import { Reads } from './reads/reads';

/** What one request needs and no other may see: its loaders, and what it cost. */
export class RequestContext {
  readonly reads: Reads;

  constructor(reader: GraphReader) {
    this.reads = new Reads(reader);
  }

  /** How many SQL statements the request has run so far. */
  get statementCount(): number {
    return this.reads.statementCount;
  }
}
