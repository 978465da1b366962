/** What can go wrong in the store, told without the engine's own words. */

/** The database cannot be reached, is locked or full: the same call may succeed later. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'SERVICE_UNAVAILABLE';
}

/** The store cannot be opened or is not one of ours; the message is one line that says what to do. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
  readonly code = 'STORE_OPEN_FAILED';
}

/** The store was made by a newer newsgraph. */
export class StoreTooNewError extends Error {
  override readonly name = 'StoreTooNewError';
  readonly code = 'STORE_TOO_NEW';
}
