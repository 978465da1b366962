import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Statement } from '../../domain/story-draft';
import { flag, globalId, instant, json, nullableInstant, nullableText, text } from './columns';
import { Outlet } from './outlet.entity';
import { Story } from './story.entity';

/** What one or more outlets say of a story. */
@Entity('perspective')
@Index('perspective_story', ['storyKey', 'position'], { unique: true })
export class Perspective {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'perspective_pk' })
  key!: number;

  @Column(globalId)
  @Index('perspective_id', { unique: true })
  id!: string;

  @Column({ type: 'integer' })
  storyKey!: number;

  @ManyToOne(() => Story, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'storyKey', foreignKeyConstraintName: 'perspective_story_fk' })
  story!: Relation<Story>;

  /** Its place in the story, from 0. */
  @Column({ type: 'integer' })
  position!: number;

  @Column(nullableText)
  headline!: string | null;

  @Column(text)
  text!: string;

  @Column(json)
  statements!: Statement[];

  @Column(flag)
  isCollective!: boolean;

  @Column(nullableText)
  url!: string | null;

  @Column(nullableInstant)
  publishedAt!: string | null;

  @Column(flag)
  isTruncated!: boolean;
}

/**
 * An outlet that a perspective is of. It carries what an outlet's page orders by, so that the page's newest
 * perspectives are read off one index.
 */
@Entity('perspectiveOutlet', { withoutRowid: true })
@Index('perspectiveOutlet_newest', ['outletKey', 'orderedAt', 'perspectiveId', 'isCollective'])
export class PerspectiveOutlet {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'perspectiveOutlet_pk' })
  perspectiveKey!: number;

  @ManyToOne(() => Perspective, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'perspectiveKey', foreignKeyConstraintName: 'perspectiveOutlet_perspective_fk' })
  perspective!: Relation<Perspective>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'perspectiveOutlet_pk' })
  position!: number;

  @Column({ type: 'integer' })
  outletKey!: number;

  @ManyToOne(() => Outlet)
  @JoinColumn({ name: 'outletKey', foreignKeyConstraintName: 'perspectiveOutlet_outlet_fk' })
  outlet!: Relation<Outlet>;

  /** How the document calls the outlet. */
  @Column({ type: 'integer' })
  referenceKey!: number;

  /** A perspective that calls one outlet by two names counts once: only its first mention is not a repeat. */
  @Column(flag)
  isRepeat!: boolean;

  /** The perspective's own date, else the story's order. */
  @Column(instant)
  orderedAt!: string;

  @Column(globalId)
  perspectiveId!: string;

  @Column(flag)
  isCollective!: boolean;
}
