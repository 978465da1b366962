/** A row broke a key or a check of the schema: the statement's transaction cannot be kept. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
  readonly code = 'CONSTRAINT_BROKEN';
}
