import type { GraphReader } from '../store';
import { Reads } from './reads/reads';

/** What one request needs and no other may see: its loaders, and what it cost. */
export class RequestContext {
  private made: Reads | null = null;

  /** @param controller whose signal, when it is aborted, ends the reads of the request. */
  constructor(
    private readonly reader: GraphReader,
    readonly controller?: Pick<AbortController, 'signal'>,
  ) {}

  /** The loaders of the request. */
  get reads(): Reads {
    return (this.made ??= new Reads(this.controller === undefined ? this.reader : this.reader.until(this.controller.signal)));
  }

  /** How many SQL statements the request has run so far. */
  get statementCount(): number {
    return this.made?.statementCount ?? 0;
  }
}
