/**
 * What a write changes in the tallies: the ties of stories are taken out as they were and put in as they are.
 * Both in one place, so that an update which leaves the ties alone changes nothing.
 */
import { distinctNodes, type StoryTies } from './story-ties';

/** Counts that belong to two keys. */
export type PairCount = { readonly first: number; readonly second: number; readonly change: number };

interface OutletCounts {
  stories: number;
  perspectives: number;
  collectives: number;
}

class PairCounter {
  private readonly counts = new Map<number, Map<number, number>>();

  add(first: number, second: number, change: number): void {
    let row = this.counts.get(first);
    if (row === undefined) this.counts.set(first, (row = new Map<number, number>()));
    row.set(second, (row.get(second) ?? 0) + change);
  }

  /** In the order of the keys, as the table has them: neighbours in the index are written together. */
  changes(): PairCount[] {
    const changes: PairCount[] = [];
    for (const [first, row] of this.counts) {
      for (const [second, change] of row) if (change !== 0) changes.push({ first, second, change });
    }
    return changes.sort((a, b) => a.first - b.first || a.second - b.second);
  }
}

export class TallyChange {
  /** Every outlet, question and topic that a story had or has, whether its count changes or not. */
  readonly outlets = new Map<number, OutletCounts>();
  readonly questions = new Map<number, number>();
  readonly topics = new Map<number, number>();
  private readonly topicOutlets = new PairCounter();
  private readonly topicTopics = new PairCounter();
  private readonly questionTopics = new PairCounter();
  private readonly outletOutlets = new PairCounter();

  /** Puts a story's ties in (+1) or takes them out (-1). */
  count(ties: StoryTies, sign: 1 | -1): void {
    const outlets = distinctNodes(ties.outlets);
    const questions = distinctNodes(ties.questions);
    const topics = distinctNodes(ties.topics);
    this.countOutlets(ties, outlets, sign);
    for (const question of questions) {
      this.questions.set(question, (this.questions.get(question) ?? 0) + sign);
      for (const topic of topics) this.questionTopics.add(question, topic, sign);
    }
    for (const topic of topics) {
      this.topics.set(topic, (this.topics.get(topic) ?? 0) + sign);
      for (const outlet of outlets) this.topicOutlets.add(topic, outlet, sign);
      for (const related of topics) if (related !== topic) this.topicTopics.add(topic, related, sign);
    }
  }

  /** The rows of the tables of pairs that change. */
  pairs(): Readonly<Record<'topicOutlet' | 'topicTopic' | 'questionTopic' | 'outletOutlet', PairCount[]>> {
    return {
      topicOutlet: this.topicOutlets.changes(),
      topicTopic: this.topicTopics.changes(),
      questionTopic: this.questionTopics.changes(),
      outletOutlet: this.outletOutlets.changes(),
    };
  }

  private countOutlets(ties: StoryTies, outlets: ReadonlySet<number>, sign: 1 | -1): void {
    for (const outlet of outlets) {
      this.countsOf(outlet).stories += sign;
      for (const other of outlets) if (other !== outlet) this.outletOutlets.add(outlet, other, sign);
    }
    const seen = new Set<string>();
    for (const { nodeKey, perspective, isCollective } of ties.outlets) {
      // One outlet called by two names in one perspective counts once.
      const mention = `${perspective} ${nodeKey}`;
      if (seen.has(mention)) continue;
      seen.add(mention);
      const counts = this.countsOf(nodeKey);
      if (isCollective) counts.collectives += sign;
      else counts.perspectives += sign;
    }
  }

  private countsOf(outlet: number): OutletCounts {
    let counts = this.outlets.get(outlet);
    if (counts === undefined) this.outlets.set(outlet, (counts = { stories: 0, perspectives: 0, collectives: 0 }));
    return counts;
  }
}
