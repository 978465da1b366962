/** Which statements are prepared on PostgreSQL's connections, by the names that they have there. */
import { createHash } from 'node:crypto';
import { CONNECTION_LIFETIME_S } from './data-source';

/**
 * A prepared statement lives as long as its connection. So only so many texts become one while the connections of a
 * time live, and none has more than twice as many.
 */
const MAX_NAMED_TEXTS = 500;
/** In UTF-16 code units, of all of them together. */
const MAX_NAMED_LENGTH = 2 * 2 ** 20;
const WORTH_A_NAME = 3;

/** What a statement has that looks for words by their values; others hide them from the planner. */
const SEARCH = /@@ \$\d+::tsquery/;

/** Texts that come again get a name, under which each connection keeps them parsed. */
export class StatementNames {
  private readonly uses = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private namedLength = 0;
  /** When the names began to be given that there are. */
  private since: number;

  /** @param now gives milliseconds that never go back. */
  constructor(private readonly now: () => number = () => performance.now()) {
    this.since = now();
  }

  /** The name of this text; undefined where it is not to be prepared. */
  nameOf(sql: string): string | undefined {
    const name = this.names.get(sql);
    if (name !== undefined || !this.hasRoom()) return name;
    // Such a one is planned by how frequent its words are, which a plan that is kept does not know: a tenth of the work.
    if (SEARCH.test(sql)) return undefined;
    const uses = (this.uses.get(sql) ?? 0) + 1;
    if (uses < WORTH_A_NAME) {
      if (this.uses.size >= MAX_NAMED_TEXTS) this.uses.clear();
      this.uses.set(sql, uses);
      return undefined;
    }
    this.uses.delete(sql);
    const fresh = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    this.names.set(sql, fresh);
    this.namedLength += sql.length;
    return fresh;
  }

  /** Names of texts that are asked for no more make room once the connections that have them are gone. */
  private hasRoom(): boolean {
    if (this.names.size < MAX_NAMED_TEXTS && this.namedLength < MAX_NAMED_LENGTH) return true;
    if (this.now() - this.since < CONNECTION_LIFETIME_S * 1_000) return false;
    this.names.clear();
    this.namedLength = 0;
    this.since = this.now();
    return true;
  }
}
