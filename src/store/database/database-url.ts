import { StoreOpenError } from '../errors';

/** Where a store is. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite-file'; readonly path: string }
  /** A private file of this store alone, deleted on close. */
  | { readonly kind: 'sqlite-temporary' }
  | { readonly kind: 'postgres'; readonly url: string; readonly label: string };

export const FORMS = 'sqlite:<path>, sqlite::memory: or postgres://user:password@host:port/database';

/**
 * Reads a database URL: `sqlite:<path>`, `sqlite::memory:`, `postgres://…` or `postgresql://…`.
 * @throws StoreOpenError when it is none of these; a password is never part of the message.
 */
export function parseDatabaseUrl(url: string): DatabaseLocation {
  if (url === 'sqlite::memory:') return { kind: 'sqlite-temporary' };
  if (url.startsWith('sqlite:')) {
    // `sqlite:///absolute/path` is how URLs write it, `sqlite:/absolute/path` how people do.
    const path = url.slice('sqlite:'.length).replace(/^\/\/(?=.)/, '');
    if (path === '' || path.includes('\0')) throw new StoreOpenError(`The database URL names no file. Wanted: ${FORMS}.`);
    return { kind: 'sqlite-file', path };
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    if (!URL.canParse(url)) throw new StoreOpenError(`The database URL cannot be read. Wanted: ${FORMS}.`);
    const { hostname, port, pathname } = new URL(url);
    return { kind: 'postgres', url, label: `${hostname || 'localhost'}:${port || '5432'}${pathname}` };
  }
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? 'none';
  throw new StoreOpenError(`The database URL has an unknown scheme (${scheme}). Wanted: ${FORMS}.`);
}
