/** A statement with the values of its parameters. */
import type { SqlValue } from '../database/database';

export interface BoundStatement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}
