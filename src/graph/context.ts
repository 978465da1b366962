import type { GraphReader } from '../store';
import type { RequestObserver } from './observer';
import { Reads } from './reads/reads';

/** What one request needs and no other may see: its loaders, and what it cost. */
export class RequestContext {
  private made: Reads | null = null;
  private instant: Date | null = null;

  /**
   * @param controller whose signal, when it is aborted, ends the reads of the request.
   * @param observer is told of what is done for the request.
   * @param clock tells the present.
   */
  constructor(
    private readonly reader: GraphReader,
    readonly controller?: Pick<AbortController, 'signal'>,
    readonly observer?: RequestObserver,
    private readonly clock: () => Date = () => new Date(),
  ) {}

  /** The loaders of the request. */
  get reads(): Reads {
    return (this.made ??= this.makeReads());
  }

  /** The present: one instant for all fields of the request. */
  get now(): Date {
    return (this.instant ??= this.clock());
  }

  /** How many SQL statements the request has run so far. */
  get statementCount(): number {
    return this.made?.statementCount ?? 0;
  }

  private makeReads(): Reads {
    return new Reads(this.controller === undefined ? this.reader : this.reader.until(this.controller.signal), this.observer);
  }
}
