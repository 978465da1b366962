/** What a document may hold. */
export interface DocumentLimits {
  /** Length of the text, in bytes of UTF-8. */
  documentBytes: number;
  /** Lexical tokens: names, numbers, strings and punctuation. */
  tokens: number;
  /** Brackets of any kind inside one another. */
  nesting: number;
  /** Fields inside one another, what introspection holds aside. */
  depth: number;
  aliases: number;
  /** Fields of the operation itself. */
  rootFields: number;
  /** Fields, spreads and inline fragments. */
  selections: number;
  directives: number;
  /** Items in one list that is given as an argument. */
  listItems: number;
}

/** Generous to pages, see docs/limits.md for the reason of each. */
export const DEFAULT_DOCUMENT_LIMITS: Readonly<DocumentLimits> = {
  documentBytes: 64 * 1024,
  tokens: 2000,
  nesting: 100,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  selections: 400,
  directives: 20,
  listItems: 100,
};
