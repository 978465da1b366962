/** The papers section → perspectives: runs of sentences that belong to the same outlets. */
import type { Block, OutletDraft, PerspectiveDraft } from '../../../../domain/story-draft';
import type { OutletDictionary } from '../../../outlets';
import { sentencesOf, type Sentence } from '../sentences';
import { attribute, type AttributedSentence } from './attribution';
import { nameOutlets, type Subject } from './named-outlets';

/** A sentence, and the paragraph it stands in. */
interface PlacedSentence extends AttributedSentence {
  readonly paragraph: number;
}

/**
 * The perspectives of a papers section, in its order. A sentence that belongs to no outlet makes none, and
 * parts those around it. `isTruncated`: the text stops inside the last paragraph.
 */
export function perspectivesOf(
  blocks: readonly Block[],
  isTruncated: boolean,
  dictionary: OutletDictionary,
  subject: Subject,
): PerspectiveDraft[] {
  const paragraphs = blocks.filter(({ kind }) => kind === 'PARAGRAPH').map(({ text }) => text);
  const placed = attributedSentences(paragraphs, dictionary, subject);
  const groups = grouped(placed);
  return groups.map((group) => perspectiveOf(group, paragraphs, isTruncated && group.at(-1) === placed.at(-1)));
}

/** Every sentence of the paragraphs with its attribution, those without outlets too. */
export function attributedSentences(
  paragraphs: readonly string[],
  dictionary: OutletDictionary,
  subject: Subject,
): PlacedSentence[] {
  const sentences: Sentence[] = [];
  const places: number[] = [];
  paragraphs.forEach((text, paragraph) => {
    for (const sentence of sentencesOf(text)) {
      sentences.push(sentence);
      places.push(paragraph);
    }
  });
  return attribute(nameOutlets(sentences, dictionary, subject)).map((sentence, index) => ({
    ...sentence,
    paragraph: places[index] ?? 0,
  }));
}

function grouped(sentences: readonly PlacedSentence[]): PlacedSentence[][] {
  const groups: PlacedSentence[][] = [];
  let previous: PlacedSentence | null = null;
  for (const sentence of sentences) {
    if (sentence.basis !== null) {
      const group = previous !== null && belongTogether(previous, sentence) ? groups.at(-1) : undefined;
      if (group === undefined) groups.push([sentence]);
      else group.push(sentence);
    }
    previous = sentence;
  }
  return groups;
}

function belongTogether(a: PlacedSentence, b: PlacedSentence): boolean {
  if (a.basis === null || (a.basis === 'COLLECTIVE') !== (b.basis === 'COLLECTIVE')) return false;
  return a.outlets === b.outlets || areSame(a.outlets, b.outlets);
}

function areSame(a: readonly OutletDraft[], b: readonly OutletDraft[]): boolean {
  if (a.length !== b.length) return false;
  const names = new Set(a);
  return b.every((outlet) => names.has(outlet));
}

function perspectiveOf(
  group: readonly PlacedSentence[],
  paragraphs: readonly string[],
  isTruncated: boolean,
): PerspectiveDraft {
  return {
    outlets: group[0]?.outlets ?? [],
    headline: null,
    text: textOf(group, paragraphs),
    statements: group.flatMap(({ sentence, basis }) => (basis === null ? [] : [{ text: sentence.text, basis }])),
    url: null,
    publishedAt: null,
    isTruncated,
  };
}

/** The source from the group's first sentence to its last, a blank line for each end of a paragraph. */
function textOf(group: readonly PlacedSentence[], paragraphs: readonly string[]): string {
  const spans: { paragraph: number; start: number; end: number }[] = [];
  for (const { paragraph, sentence } of group) {
    const span = spans.at(-1);
    if (span?.paragraph === paragraph) span.end = sentence.end;
    else spans.push({ paragraph, start: sentence.start, end: sentence.end });
  }
  return spans.map(({ paragraph, start, end }) => (paragraphs[paragraph] ?? '').slice(start, end)).join('\n\n');
}
