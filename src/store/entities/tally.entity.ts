/**
 * How often two nodes meet in one story. Counting at read time would cost hundreds of milliseconds for a topic
 * that is on every second story; these are kept true by the write that changes them, in its own transaction.
 */
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { tally } from './columns';
import { Outlet } from './outlet.entity';
import { Question } from './question.entity';
import { Topic } from './topic.entity';

/** In how many stories of the topic the outlet has a perspective. */
@Entity('topicOutlet', { withoutRowid: true })
@Index('topicOutlet_outlet', ['outletKey'])
export class TopicOutlet {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicOutlet_pk' })
  topicKey!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topicKey', foreignKeyConstraintName: 'topicOutlet_topic_fk' })
  topic!: Relation<Topic>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicOutlet_pk' })
  outletKey!: number;

  @ManyToOne(() => Outlet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'outletKey', foreignKeyConstraintName: 'topicOutlet_outlet_fk' })
  outlet!: Relation<Outlet>;

  @Column(tally)
  storyCount!: number;
}

/** In how many stories two topics stand together; each pair is kept in both directions. */
@Entity('topicTopic', { withoutRowid: true })
@Index('topicTopic_related', ['relatedKey'])
export class TopicTopic {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicTopic_pk' })
  topicKey!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topicKey', foreignKeyConstraintName: 'topicTopic_topic_fk' })
  topic!: Relation<Topic>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'topicTopic_pk' })
  relatedKey!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'relatedKey', foreignKeyConstraintName: 'topicTopic_related_fk' })
  related!: Relation<Topic>;

  @Column(tally)
  storyCount!: number;
}

/** In how many stories of the question the topic stands. */
@Entity('questionTopic', { withoutRowid: true })
@Index('questionTopic_topic', ['topicKey'])
export class QuestionTopic {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'questionTopic_pk' })
  questionKey!: number;

  @ManyToOne(() => Question, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'questionKey', foreignKeyConstraintName: 'questionTopic_question_fk' })
  question!: Relation<Question>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'questionTopic_pk' })
  topicKey!: number;

  @ManyToOne(() => Topic, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'topicKey', foreignKeyConstraintName: 'questionTopic_topic_fk' })
  topic!: Relation<Topic>;

  @Column(tally)
  storyCount!: number;
}

/** On how many stories two outlets both have a perspective; each pair is kept in both directions. */
@Entity('outletOutlet', { withoutRowid: true })
@Index('outletOutlet_other', ['otherKey'])
export class OutletOutlet {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'outletOutlet_pk' })
  outletKey!: number;

  @ManyToOne(() => Outlet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'outletKey', foreignKeyConstraintName: 'outletOutlet_outlet_fk' })
  outlet!: Relation<Outlet>;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'outletOutlet_pk' })
  otherKey!: number;

  @ManyToOne(() => Outlet, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'otherKey', foreignKeyConstraintName: 'outletOutlet_other_fk' })
  other!: Relation<Outlet>;

  @Column(tally)
  storyCount!: number;
}
