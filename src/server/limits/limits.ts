/** How much a request may ask. */
import { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from '../../newsgraph';

/** The limits of a document, and those of all that is around it. */
export interface Limits extends DocumentLimits {
  /** Length of a body, in bytes. */
  bodyBytes: number;
  /** Nodes times page sizes down the tree; see docs/limits.md. */
  cost: number;
  /** Errors in one answer. */
  errors: number;
  /** For a whole operation, in milliseconds. */
  operationMs: number;
}

/** See docs/limits.md for the reason of each. */
export const DEFAULT_LIMITS: Readonly<Limits> = {
  ...DEFAULT_DOCUMENT_LIMITS,
  bodyBytes: 256 * 1024,
  cost: 7500,
  errors: 5,
  operationMs: 10_000,
};
