/** How the store tells what it does to whoever measures it. Without such a one, nothing is told and nothing is spent. */

/** Is called when a piece of work is over, with the error if it failed. */
export type EndOfWork = (error?: unknown) => void;

/** Is told of the statements that are sent to the database. */
export interface StatementObserver {
  /**
   * A statement is sent. What a client gave as a value stands in its parameters, which are not told; names that a client
   * gave to fields stand in its text.
   */
  statementStarted(text: string): EndOfWork;
}

/** Gives the work as it is, and has its end told. */
export function endingWith<Result>(work: Promise<Result>, end: EndOfWork): Promise<Result> {
  void work.then(() => end(), end);
  return work;
}
