/** The skeleton of a brief: which lines belong to which section, question and topic. */
import type { SectionKind } from '../../../domain/story-draft';
import { isUpperCase } from './casing';
import { PARTS_IN_ORDER, partOf, partsBegunBy, type Part } from './heading';
import type { Line } from './line';
import { roleOf, type HeadingStyle } from './line-role';
import { endsComplete } from './truncation';

/** A line of a section, and whether it is a sub-heading in it. */
export interface SectionLine {
  readonly line: Line;
  readonly isSubheading: boolean;
}

/** A section as it stands, before its kind is settled: kinds may repeat here. */
export interface OutlineSection {
  readonly type: 'section';
  readonly kind: SectionKind;
  /** Verbatim, without marks; empty for the text before the first heading. */
  readonly heading: string;
  readonly lineNumber: number;
  readonly lines: SectionLine[];
}

/** A question or topic as it stands. */
export interface OutlineItem {
  readonly type: 'item';
  readonly lineNumber: number;
  readonly lines: string[];
}

export interface Outline {
  /** The lines before the first known heading. */
  readonly preamble: Line[];
  readonly sections: OutlineSection[];
  readonly questions: OutlineItem[];
  readonly topics: OutlineItem[];
  /** The known parts in the order in which their headings stand, repeated ones once. */
  readonly parts: ReadonlySet<Part>;
  /** What the last line belongs to; null when that is a heading of a list, a bullet, or nothing at all. */
  readonly last: OutlineSection | OutlineItem | null;
  /** The text stops inside a heading, or before what a heading or bullet announces. */
  readonly stopsAtHeading: boolean;
}

/** Reads the outline off the lines. `mayBeCut`: no line end follows the last line, so a heading may be cut there. */
export function outlineOf(lines: readonly Line[], mayBeCut: boolean): Outline {
  const reader = new OutlineReader();
  lines.forEach((line, index) => {
    const next = lines[index + 1] ?? null;
    reader.read(line, next, mayBeCut);
  });
  return reader.outline();
}

/** A list whose heading is missing is told apart item by item: questions end in a question mark. */
type List = 'QUESTIONS' | 'TOPICS' | 'UNKNOWN';

class OutlineReader {
  private readonly preamble: Line[] = [];
  private readonly sections: OutlineSection[] = [];
  private readonly items: { readonly list: List; readonly item: OutlineItem }[] = [];
  private readonly parts = new Set<Part>();
  private style: HeadingStyle | null = null;
  private section: OutlineSection | null = null;
  private list: List | null = null;
  private listHasBullets = false;
  private item: OutlineItem | null = null;
  private goDeeper: Line | null = null;
  private stopsAtHeading = false;

  read(line: Line, next: Line | null, mayBeCut: boolean): void {
    this.stopsAtHeading = false;
    const part = partOf(line.heading);
    if (part !== null && !this.isQuestionTitle(line)) this.openPart(part, line);
    else if (next === null && mayBeCut && this.readCutHeading(line)) return;
    else if (this.list !== null) this.readItemLine(line, this.list);
    else if (line.bullet !== null && line.item === '' && this.style !== null) this.openList('UNKNOWN', line);
    else if (this.goDeeper !== null) this.readAfterGoDeeper(line, this.goDeeper);
    else if (this.section !== null) this.readSectionLine(line, this.section, next);
    else this.preamble.push(line);
  }

  outline(): Outline {
    const isQuestion = ({ list, item }: { list: List; item: OutlineItem }): boolean =>
      list === 'QUESTIONS' || (list === 'UNKNOWN' && (item.lines[0] ?? '').endsWith('?'));
    const filled = this.items.filter(({ item }) => item.lines.length > 0);
    return {
      preamble: this.preamble,
      sections: this.sections,
      questions: filled.filter((entry) => isQuestion(entry)).map(({ item }) => item),
      topics: filled.filter((entry) => !isQuestion(entry)).map(({ item }) => item),
      parts: this.parts,
      last: this.item !== null && this.item.lines.length === 0 ? null : (this.item ?? this.section),
      stopsAtHeading: this.stopsAtHeading,
    };
  }

  /** In the place of a question's title the words of a heading are a title, when they ask. */
  private isQuestionTitle(line: Line): boolean {
    const opensItem = line.bullet !== null || this.item?.lines.length === 0;
    return this.list !== null && opensItem && line.heading.endsWith('?');
  }

  private openPart(part: Part, line: Line): void {
    this.parts.add(part);
    this.style ??= { level: line.level, isUpperCase: isUpperCase(line.heading) };
    this.close();
    this.stopsAtHeading = true;
    if (part === 'GO_DEEPER') this.goDeeper = line;
    else if (part === 'QUESTIONS' || part === 'TOPICS') this.list = part;
    else this.openSection(part, line);
  }

  private close(): void {
    this.section = null;
    this.list = null;
    this.listHasBullets = false;
    this.item = null;
    this.goDeeper = null;
  }

  private openSection(kind: SectionKind, line: Line): void {
    this.close();
    this.section = { type: 'section', kind, heading: line.heading, lineNumber: line.number, lines: [] };
    this.sections.push(this.section);
  }

  private openList(list: List, line: Line): void {
    this.close();
    this.list = list;
    this.readItemLine(line, list);
  }

  private readItemLine(line: Line, list: List): void {
    if (line.bullet !== null) {
      this.listHasBullets = true;
      this.openItem(line, list);
      if (line.item === '') this.stopsAtHeading = true;
      else this.item?.lines.push(line.item);
      return;
    }
    const startsItem = this.item === null || (!this.listHasBullets && (list === 'TOPICS' || line.raw.endsWith('?')));
    if (startsItem) this.openItem(line, list);
    this.item?.lines.push(line.raw);
  }

  private openItem(line: Line, list: List): void {
    this.item = { type: 'item', lineNumber: line.number, lines: [] };
    this.items.push({ list, item: this.item });
  }

  /** The form has no text of its own under "Go deeper"; where one stands, it is a section. */
  private readAfterGoDeeper(line: Line, heading: Line): void {
    this.openSection('OTHER', heading);
    this.section?.lines.push({ line, isSubheading: false });
  }

  private readSectionLine(line: Line, section: OutlineSection, next: Line | null): void {
    const style = this.style ?? { level: 0, isUpperCase: false };
    const role = roleOf(line, { kind: section.kind, style, opensSection: section.lines.length === 0, next });
    if (role === 'SECTION') this.openSection('OTHER', line);
    else section.lines.push({ line, isSubheading: role === 'SUBHEADING' });
  }

  /** Whether the last line is the beginning of a heading that is still to come; if so, it is read as one. */
  private readCutHeading(line: Line): boolean {
    const before = this.item?.lines.at(-1) ?? this.section?.lines.at(-1)?.line.raw;
    if (before === undefined || !endsComplete(before) || line.bullet !== null) return false;
    const latest = Math.max(...[...this.parts].map((part) => PARTS_IN_ORDER.indexOf(part)));
    const begun = partsBegunBy(line.heading, PARTS_IN_ORDER.slice(latest + 1));
    const [only, ...others] = begun;
    if (only === undefined) return false;
    const kinds = begun.filter((part) => part !== 'GO_DEEPER' && part !== 'QUESTIONS' && part !== 'TOPICS');
    if (kinds.length === 0) this.close();
    else this.openSection(others.length === 0 ? (kinds[0] ?? 'OTHER') : 'OTHER', line);
    this.stopsAtHeading = true;
    return true;
  }
}
