import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Section } from '../../domain/story-draft';
import { fingerprint, flag, globalId, instant, json, nullableCode, nullableInstant, nullableJson, nullableText, slug, tally, text } from './columns';

/** A section as the story's row holds it: whole, so that a read gives it on as it is. */
export interface StoredSection extends Section {
  /** Its place among all the story's sections, from 0. */
  position: number;
}

/** One happening. Its sections are columns, because nobody asks for a section without its story. */
@Entity('story')
@Index('story_newest', ['orderedAt', 'id'])
@Index('story_updated', ['updatedAt', 'id'])
export class Story {
  /** The store's own; never shown, because it depends on the order of imports. */
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'story_pk' })
  key!: number;

  @Column(globalId)
  @Index('story_id', { unique: true })
  id!: string;

  @Column(slug)
  @Index('story_slug', { unique: true })
  slug!: string;

  /** The slug that the title makes; stories that share it are told apart by a suffix. */
  @Column(slug)
  @Index('story_slugBase', { where: '"slugIsGiven" = false' })
  slugBase!: string;

  @Column(flag)
  slugIsGiven!: boolean;

  @Column(text)
  title!: string;

  @Column(flag)
  titleIsDerived!: boolean;

  @Column(nullableCode(35))
  language!: string | null;

  @Column(nullableText)
  url!: string | null;

  @Column(nullableInstant)
  publishedAt!: string | null;

  @Column(nullableInstant)
  sourceUpdatedAt!: string | null;

  @Column(instant)
  importedAt!: string;

  @Column(instant)
  updatedAt!: string;

  /** What "newest" orders by: `publishedAt`, else `importedAt`. */
  @Column(instant)
  orderedAt!: string;

  @Column(json)
  summary!: StoredSection;

  @Column(nullableJson)
  analysis!: StoredSection | null;

  @Column(nullableJson)
  coverage!: StoredSection | null;

  @Column(nullableJson)
  background!: StoredSection | null;

  @Column(json)
  otherSections!: StoredSection[];

  @Column(tally)
  perspectiveCount!: number;

  @Column(tally)
  outletCount!: number;

  @Column(tally)
  questionCount!: number;

  @Column(tally)
  topicCount!: number;

  /** Fingerprint of all that the document said: equal means unchanged. */
  @Column(fingerprint)
  contentDigest!: string;
}
