/** What ties a story to shared nodes, by keys: as the store has it, or as it will. */

export interface OutletTie {
  /** Tells the story's perspectives apart. */
  readonly perspective: number;
  readonly isCollective: boolean;
  readonly nodeKey: number;
  readonly referenceKey: number;
}

export interface NodeTie {
  readonly nodeKey: number;
  readonly referenceKey: number;
}

/** The ties of one story, repeats included, in the order of their positions. */
export interface StoryTies {
  readonly outlets: readonly OutletTie[];
  readonly questions: readonly NodeTie[];
  readonly topics: readonly NodeTie[];
}

/** The nodes of ties, each once, in the order of first mention. */
export function distinctNodes(ties: readonly { readonly nodeKey: number }[]): Set<number> {
  return new Set(ties.map(({ nodeKey }) => nodeKey));
}
