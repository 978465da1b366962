/** A query that is worth a tab, with the text of its variables. */
export interface Example {
  readonly query: string;
  /** JSON as it should stand in the variables editor; null when the query takes none. */
  readonly variables: string | null;
}
