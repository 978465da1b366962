/** Where a document came from, for reports. */
export interface DocumentOrigin {
  /** The file as it was named or found, `-` for standard input, or what a caller calls it. */
  source: string;
  /** The line of the source on which the document begins, from 1; absent where the document is the whole source. */
  line?: number;
}
