/** Sentence → the outlets it belongs to, and on what basis. */
import type { AttributionBasis, OutletDraft } from '../../../../domain/story-draft';
import type { Sentence } from '../sentences';
import type { NamingSentence } from './named-outlets';
import type { Word } from './words';
import { anaphoricReference, type AnaphoricReference } from './anaphoric-reference';
import { collectiveReference, type CollectiveReference } from './collective-reference';
import { subjectStarts } from './sentence-subject';

/** A sentence with its outlets. Without any outlet its basis is null. */
export interface AttributedSentence {
  readonly sentence: Sentence;
  /** One and the same list wherever the same outlets are meant again: many sentences may mean many outlets. */
  readonly outlets: OutletDraft[];
  readonly basis: AttributionBasis | null;
}

/** Attributes the sentences of a papers section, which come in their order. */
export function attribute(sentences: readonly NamingSentence[]): AttributedSentence[] {
  const all = [...new Set(sentences.flatMap(({ outlets }) => outlets))];
  const memory = new Memory(all);
  return sentences.map((sentence) => {
    const attributed = attributionOf(sentence, memory);
    memory.add(sentence, attributed);
    return { sentence: sentence.sentence, ...attributed };
  });
}

type Attribution = Pick<AttributedSentence, 'outlets' | 'basis'>;

const NOBODY: Attribution = { outlets: [], basis: null };

function attributionOf({ words, outlets }: NamingSentence, memory: Memory): Attribution {
  const starts = subjectStarts(words);
  const collective = collectiveReference(words, starts, memory.latest.length === 0 && outlets.length === 0);
  if (collective !== null && !(collective.isWeak && isSomeOf(outlets, memory.all))) {
    return collectiveAttribution(collective, outlets, memory);
  }
  if (outlets.length > 0) return { outlets, basis: 'EXPLICIT' };
  const reference = anaphoricReference(words, starts, memory.hasReport);
  const meant = reference === null ? null : memory.resolve(reference);
  return meant === null ? NOBODY : { outlets: meant, basis: 'ANAPHORA' };
}

function isSomeOf(outlets: readonly OutletDraft[], all: readonly OutletDraft[]): boolean {
  return outlets.length > 0 && outlets.length < all.length;
}

/** "Both", where the section has more than two outlets, are the two that were named last. */
function collectiveAttribution({ count }: CollectiveReference, named: OutletDraft[], memory: Memory): Attribution {
  if (memory.all.length === 0) return NOBODY;
  if (count === null || count >= memory.all.length) return { outlets: memory.all, basis: 'COLLECTIVE' };
  if (named.length >= count) return { outlets: named, basis: 'EXPLICIT' };
  const latest = memory.lastNamed(count);
  return latest.length === count
    ? { outlets: latest, basis: 'ANAPHORA' }
    : { outlets: memory.all, basis: 'COLLECTIVE' };
}

const RECENT = 10;

/** What the sentences so far have spoken of. */
class Memory {
  latest: OutletDraft[] = [];
  hasReport = false;
  private latestIsCollective = false;
  /** The outlets that were named last, the latest at the end. No count reaches further back. */
  private named: OutletDraft[] = [];

  constructor(readonly all: OutletDraft[]) {}

  add({ words, outlets: named }: NamingSentence, { outlets, basis }: Attribution): void {
    if (named.length > 0) {
      this.named = [...this.named.filter((outlet) => !named.includes(outlet)), ...named].slice(-RECENT);
    }
    this.hasReport = (this.hasReport && basis !== 'EXPLICIT') || speaksOfReport(words);
    if (outlets.length === 0) return;
    this.latest = outlets;
    this.latestIsCollective = basis === 'COLLECTIVE';
  }

  lastNamed(count: number): OutletDraft[] {
    return this.named.slice(-count);
  }

  resolve(reference: AnaphoricReference): OutletDraft[] | null {
    if (this.latest.length === 0) return null;
    if (reference === 'SAME') return this.latest;
    if (reference === 'ONE') {
      if (this.latest.length === 1) return this.latest;
      return this.latestIsCollective ? null : this.latest.slice(-1);
    }
    const pair = this.lastNamed(2);
    if (pair.length < 2) return null;
    if (reference === 'PAIR') return pair;
    return reference === 'FORMER' ? pair.slice(0, 1) : pair.slice(1);
  }
}

/** "A report of the ministry", "a new UN report": what "the report" means from here on. */
function speaksOfReport(words: readonly Word[]): boolean {
  return words.some(
    ({ folded }, index) =>
      folded === 'report' && words.slice(Math.max(0, index - 4), index).some((word) => /^an?$/.test(word.folded)),
  );
}
