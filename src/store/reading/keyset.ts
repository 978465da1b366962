/** The one way in which pages are cut: at a row's own values in the page's order, never at a count of rows. */
import type { OrderShape } from './shape';

export interface Direction {
  readonly orderBy: string;
  /** Compares the rows' order with a row of parameters: true for rows that lie beyond it, in page direction. */
  readonly beyond: (parameters: readonly string[]) => string;
  /** True for that row itself and the rows before it. */
  readonly upTo: (parameters: readonly string[]) => string;
}

/**
 * The SQL of one order, read forwards or backwards.
 * @param expression of each column, where it is compared (`n."title"`) or already named (`x."$0"`).
 */
export function direction(order: OrderShape, isBackward: boolean, expressions: readonly string[]): Direction {
  const isDescending = order.isDescending !== isBackward;
  const row = (values: readonly string[]) => (values.length === 1 ? values[0] : `(${values.join(', ')})`);
  const columns = row(expressions);
  return {
    orderBy: expressions.map((expression) => (isDescending ? `${expression} DESC` : expression)).join(', '),
    beyond: (parameters) => `${columns} ${isDescending ? '<' : '>'} ${row(parameters)}`,
    upTo: (parameters) => `${columns} ${isDescending ? '>=' : '<='} ${row(parameters)}`,
  };
}
