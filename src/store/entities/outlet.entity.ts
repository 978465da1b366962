import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { fingerprint, globalId, instant, json, nullableCode, nullableSlug, nullableText, slug, tally, text } from './columns';
import { Story } from './story.entity';

/** A newspaper, broadcaster, agency or site. It stays when no story has it any more. */
@Entity('outlet')
@Index('outlet_name', ['sortName', 'slug'])
export class Outlet {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'outlet_pk' })
  key!: number;

  @Column(globalId)
  @Index('outlet_id', { unique: true })
  id!: string;

  @Column(slug)
  @Index('outlet_slug', { unique: true })
  slug!: string;

  @Column(text)
  name!: string;

  /** The folded name without its article: what lists order by. */
  @Column(text)
  sortName!: string;

  @Column(json)
  aliases!: string[];

  @Column(nullableCode(2))
  country!: string | null;

  @Column(nullableText)
  homepage!: string | null;

  @Column(tally)
  storyCount!: number;

  @Column(tally)
  perspectiveCount!: number;

  @Column(tally)
  collectiveCount!: number;

  /** Fingerprint of the texts that the index of words holds of it; null before it is indexed. */
  @Column({ ...fingerprint, nullable: true })
  searchDigest!: string | null;
}

/** One way in which documents call an outlet; see domain/reference.ts. References of outlets are kept for good. */
@Entity('outletReference')
@Index('outletReference_outlet', ['outletKey'])
export class OutletReference {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'outletReference_pk' })
  key!: number;

  /** Fingerprint of all that the reference says. */
  @Column(fingerprint)
  @Index('outletReference_digest', { unique: true })
  digest!: string;

  @Column({ type: 'integer' })
  outletKey!: number;

  @ManyToOne(() => Outlet)
  @JoinColumn({ name: 'outletKey', foreignKeyConstraintName: 'outletReference_outlet_fk' })
  outlet!: Relation<Outlet>;

  @Column(nullableSlug)
  givenSlug!: string | null;

  @Column(slug)
  nameSlug!: string;

  @Column(text)
  name!: string;

  @Column(json)
  aliases!: string[];

  @Column(json)
  aliasSlugs!: string[];

  @Column(nullableCode(2))
  country!: string | null;

  @Column(nullableText)
  homepage!: string | null;

  /** How many ties have it. */
  @Column(tally)
  tieCount!: number;
}

/** An outlet that has a perspective on a story, in the order of first mention. */
@Entity('storyOutlet', { withoutRowid: true })
@Index('storyOutlet_newest', ['outletKey', 'orderedAt', 'storyId'])
export class StoryOutlet {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyOutlet_pk' })
  storyKey!: number;

  @ManyToOne(() => Story, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'storyKey', foreignKeyConstraintName: 'storyOutlet_story_fk' })
  story!: Relation<Story>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyOutlet_pk' })
  outletKey!: number;

  @ManyToOne(() => Outlet)
  @JoinColumn({ name: 'outletKey', foreignKeyConstraintName: 'storyOutlet_outlet_fk' })
  outlet!: Relation<Outlet>;

  @Column({ type: 'integer' })
  position!: number;

  @Column(instant)
  orderedAt!: string;

  @Column(globalId)
  storyId!: string;
}
