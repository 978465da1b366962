/** A page of a relation as GraphQL asks for it, over rows as the store gave them. */
import type { ConnectionRows, Row } from '../../store';
import { encodeCursor, type CursorValue } from './cursor';
import { isBackwardPage, pageSize, type PageArguments } from './page-arguments';

/** What an edge carries besides its row, for its cursor to be made when it is asked for. */
export interface EdgeCursor {
  readonly $list?: string;
  readonly $cursor?: readonly CursorValue[];
}

/** Relay's page information. https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo */
export interface PageInfoRow {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

/**
 * Nothing is copied or encoded before it is asked for: most connections of a page are read for their nodes alone.
 */
export class Connection {
  /** @param list names the list and its order, for its cursors. */
  constructor(
    private readonly given: ConnectionRows,
    private readonly page: PageArguments,
    private readonly list: string,
  ) {}

  /** What a `nodes` field wants of each row, which stands under this property. */
  nodes(property: string): readonly unknown[] {
    return this.given.bare === undefined ? this.rows().map((row) => row[property]) : this.inPage(this.given.bare);
  }

  /** What an `edges` field wants of each row, with what its cursor is made of. */
  edges(property: string): readonly unknown[] {
    if (this.given.bare !== undefined) return this.inPage(this.given.bare);
    // The rows were parsed for this request alone, so that they may be added to.
    return this.rows().map((row) => Object.assign(row[property] as object, { $list: this.list, $cursor: row.$cursor }));
  }

  /** What a `facets` field wants. */
  facets(property: string): unknown {
    return this.given.facets?.[property];
  }

  get totalCount(): number | undefined {
    return this.given.total;
  }

  get pageInfo(): PageInfoRow {
    const rows = this.rows();
    const isBackward = isBackwardPage(this.page);
    const hasMore = (this.given.rows ?? this.given.bare ?? []).length > pageSize(this.page);
    const hasOther = (this.given.other ?? 0) > 0;
    const [start, end] = [rows[0], rows.at(-1)];
    return {
      hasNextPage: isBackward ? hasOther : hasMore,
      hasPreviousPage: isBackward ? hasMore : hasOther,
      startCursor: start === undefined ? null : this.cursorOf(start),
      endCursor: end === undefined ? null : this.cursorOf(end),
    };
  }

  private rows(): readonly Row[] {
    return this.inPage(this.given.rows ?? []);
  }

  /** Without the row that was read to learn of others, and in the list's order whichever way it was read. */
  private inPage<Member>(rows: readonly Member[]): readonly Member[] {
    const size = pageSize(this.page);
    const page = rows.length > size ? rows.slice(0, size) : rows;
    return isBackwardPage(this.page) ? [...page].reverse() : page;
  }

  private cursorOf(row: Row): string | null {
    const values = row.$cursor as readonly CursorValue[] | undefined;
    return values === undefined ? null : encodeCursor(this.list, values);
  }
}
