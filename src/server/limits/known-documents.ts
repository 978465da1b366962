/** Checks documents against the limits, and each text once. */
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkDocument, LimitError, type DocumentLimits } from '../../newsgraph';

/** Characters of query text that are remembered: more than Apollo keeps parsed, since a text alone takes little. */
const REMEMBERED_CHARACTERS = 2_000_000;

/** Texts that are within the limits; those that are not are told so anew each time, and hold no room. */
export class KnownDocuments {
  private readonly texts = new LRUCache<string, true>({
    maxSize: REMEMBERED_CHARACTERS,
    sizeCalculation: (_value, text) => text.length + 1,
  });

  constructor(private readonly limits: DocumentLimits) {}

  /**
   * Lets a text pass that is within the limits, or is no document: what is wrong with it then is Apollo's to tell.
   * @throws LimitError
   */
  check(text: string): void {
    if (this.texts.get(text) === true) return;
    try {
      checkDocument(text, this.limits);
    } catch (error) {
      if (error instanceof LimitError || !(error instanceof GraphQLError)) throw error;
      // graphql-js finds the same again where the answer is made.
      return;
    }
    this.texts.set(text, true);
  }
}
