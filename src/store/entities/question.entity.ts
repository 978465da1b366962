import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Passage } from '../../domain/story-draft';
import { fingerprint, flag, globalId, instant, nullableJson, nullableSlug, nullableText, slug, tally, text } from './columns';
import { Story } from './story.entity';

/** A question that readers ask. It shows the best of what its stories say; it goes with the last of them. */
@Entity('question')
@Index('question_title', ['sortTitle', 'slug'])
export class Question {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'question_pk' })
  key!: number;

  @Column(globalId)
  @Index('question_id', { unique: true })
  id!: string;

  @Column(slug)
  @Index('question_slug', { unique: true })
  slug!: string;

  @Column(text)
  title!: string;

  /** The folded title: what lists order by. */
  @Column(text)
  sortTitle!: string;

  /** JSON: the words by which titles are compared; see domain/title-words.ts. */
  @Column({ type: 'text', default: '[]' })
  titleWords!: string;

  @Column(nullableText)
  intro!: string | null;

  @Column(nullableJson)
  answer!: Passage | null;

  @Column(flag)
  isTruncated!: boolean;

  @Column(tally)
  storyCount!: number;

  /** The rank of the tie whose words it shows. */
  @Column({ type: 'integer', default: -1 })
  shownCompleteness!: number;

  @Column({ ...instant, default: '' })
  shownOrderedAt!: string;

  @Column({ ...globalId, default: '' })
  shownStoryId!: string;

  /** Fingerprint of the texts that the index of words holds of it; null before it is indexed. */
  @Column({ ...fingerprint, nullable: true })
  searchDigest!: string | null;
}

/** One way in which documents call a question; see domain/reference.ts. */
@Entity('questionReference')
@Index('questionReference_question', ['questionKey'])
@Index('questionReference_givenSlug', ['givenSlug'])
@Index('questionReference_nameSlug', ['nameSlug'])
export class QuestionReference {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'questionReference_pk' })
  key!: number;

  /** Fingerprint of all that the reference says. */
  @Column(fingerprint)
  @Index('questionReference_digest', { unique: true })
  digest!: string;

  @Column({ type: 'integer' })
  questionKey!: number;

  @ManyToOne(() => Question)
  @JoinColumn({ name: 'questionKey', foreignKeyConstraintName: 'questionReference_question_fk' })
  question!: Relation<Question>;

  @Column(nullableSlug)
  givenSlug!: string | null;

  /** The slug that the title makes. */
  @Column(slug)
  nameSlug!: string;

  @Column(text)
  title!: string;

  /** How many ties have it. */
  @Column(tally)
  tieCount!: number;
}

/** A question of a story, and what this story says of it. */
@Entity('storyQuestion', { withoutRowid: true })
@Index('storyQuestion_newest', ['questionKey', 'isRepeat', 'orderedAt', 'storyId', 'completeness'])
export class StoryQuestion {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyQuestion_pk' })
  storyKey!: number;

  @ManyToOne(() => Story, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'storyKey', foreignKeyConstraintName: 'storyQuestion_story_fk' })
  story!: Relation<Story>;

  /** Its place in the story, from 0. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyQuestion_pk' })
  position!: number;

  @Column({ type: 'integer' })
  questionKey!: number;

  @ManyToOne(() => Question)
  @JoinColumn({ name: 'questionKey', foreignKeyConstraintName: 'storyQuestion_question_fk' })
  question!: Relation<Question>;

  @Column({ type: 'integer' })
  referenceKey!: number;

  /** The story asks the same question at an earlier position too: it counts there. */
  @Column(flag)
  isRepeat!: boolean;

  @Column(nullableText)
  intro!: string | null;

  @Column(nullableJson)
  answer!: Passage | null;

  @Column(flag)
  isTruncated!: boolean;

  /** How much this story says: the question shows the text of the highest, then of the newest story. */
  @Column({ type: 'integer' })
  completeness!: number;

  @Column(instant)
  orderedAt!: string;

  @Column(globalId)
  storyId!: string;
}
