/**
 * How often two nodes meet in one story, and how many stories have a value. Counting at read time would cost hundreds of milliseconds for a topic
 * that is on every second story; these are kept true by the write that changes them, in its own transaction.
 * They have no foreign keys: a row that reaches zero is deleted by the same write, and so none outlives its nodes.
 */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { tally } from './columns';

/** In how many stories of the topic the outlet has a perspective. */
@Entity('topicOutlet', { withoutRowid: true })
@Index('topicOutlet_outlet', ['outletKey'])
export class TopicOutlet {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicOutlet_pk' })
  topicKey!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicOutlet_pk' })
  outletKey!: number;

  @Column(tally)
  storyCount!: number;
}

/** In how many stories two topics stand together; each pair is kept in both directions. */
@Entity('topicTopic', { withoutRowid: true })
export class TopicTopic {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicTopic_pk' })
  topicKey!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicTopic_pk' })
  relatedKey!: number;

  @Column(tally)
  storyCount!: number;
}

/** In how many stories of the question the topic stands. */
@Entity('questionTopic', { withoutRowid: true })
@Index('questionTopic_topic', ['topicKey'])
export class QuestionTopic {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'questionTopic_pk' })
  questionKey!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'questionTopic_pk' })
  topicKey!: number;

  @Column(tally)
  storyCount!: number;
}

/** On how many stories two outlets both have a perspective; each pair is kept in both directions. */
@Entity('outletOutlet', { withoutRowid: true })
export class OutletOutlet {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'outletOutlet_pk' })
  outletKey!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'outletOutlet_pk' })
  otherKey!: number;

  @Column(tally)
  storyCount!: number;
}

const code = { type: 'varchar', collation: 'C', primaryKeyConstraintName: 'storyTally_pk' } as const;

/** How many stories of the store have a value that facets show: a kind of topic, a language, a month. */
@Entity('storyTally', { withoutRowid: true })
export class StoryTally {
  /** The name of the facet: kinds, languages or months. */
  @PrimaryColumn({ ...code, length: 16 })
  facet!: string;

  @PrimaryColumn({ ...code, length: 35 })
  value!: string;

  @Column(tally)
  storyCount!: number;
}
