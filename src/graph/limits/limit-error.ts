/** What is said of a document or operation that is over a limit. */
import { GraphQLError } from 'graphql';

/** The codes of the limits that are checked before anything is executed. */
export type LimitCode =
  | 'DOCUMENT_TOO_LARGE'
  | 'TOO_MANY_TOKENS'
  | 'NESTING_TOO_DEEP'
  | 'DEPTH_LIMIT_EXCEEDED'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_MANY_SELECTIONS'
  | 'TOO_MANY_DIRECTIVES'
  | 'INPUT_LIST_TOO_LONG'
  | 'COST_LIMIT_EXCEEDED';

/** A limit that was exceeded; `extensions` hold its code and its maximum. */
export class LimitError extends GraphQLError {
  override readonly name = 'LimitError';

  /** The message is for the caller and names what is allowed. */
  constructor(
    readonly code: LimitCode,
    readonly maximum: number,
    message: string,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { extensions: { code, maximum, ...more, http: { status: 400 } } });
  }
}
