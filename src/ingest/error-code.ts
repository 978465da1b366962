/**
 * The code by which Node.js tells its own errors apart (`ENOENT`, `ERR_…`), or null for any other error.
 * It asks for the code, not the class: errors may come from another realm.
 */
export function errorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
