/** Column options that more than one entity needs, so that one kind of value has one form everywhere. */
import type { ColumnOptions } from 'typeorm';

/**
 * SQLite compares text byte by byte; PostgreSQL does so under "C" only. Orders and cursors must not differ.
 * (SQLite's driver reads no collation from an entity, so naming it for both does no harm.)
 */
const collation = 'C';

/**
 * An instant is kept as its ISO 8601 text in UTC (24 characters): it sorts as time does, compares alike on both
 * databases, and never meets a driver's notion of a time zone.
 */
export const instant: ColumnOptions = { type: 'varchar', length: 24, collation };
export const nullableInstant: ColumnOptions = { ...instant, nullable: true };

/** A global id: see `nodeId`. */
export const globalId: ColumnOptions = { type: 'varchar', length: 21, collation };

export const slug: ColumnOptions = { type: 'varchar', length: 240, collation };
export const nullableSlug: ColumnOptions = { ...slug, nullable: true };

export const text: ColumnOptions = { type: 'text', collation };
export const nullableText: ColumnOptions = { ...text, nullable: true };

/** SHA-256 in base64url; see `digest`. */
export const fingerprint: ColumnOptions = { type: 'varchar', length: 43, collation };

/** A short text that some documents do not give: a code, a tag, a foreign id. */
export function nullableCode(length: number): ColumnOptions {
  return { type: 'varchar', length, nullable: true, collation };
}

/** A count that the write that changes it keeps true, in its own transaction. */
export const tally: ColumnOptions = { type: 'integer', default: 0 };

export const flag: ColumnOptions = { type: 'boolean', default: false };

/** JSON in a text column: read back whole, or embedded in a row's JSON as it is. */
export const json: ColumnOptions = { type: 'simple-json', collation };
export const nullableJson: ColumnOptions = { ...json, nullable: true };
