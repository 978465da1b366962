import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { TopicKind } from '../../domain/story-draft';
import { fingerprint, flag, globalId, instant, json, nullableCode, nullableSlug, nullableText, slug, tally, text } from './columns';
import { Story } from './story.entity';

const kind = nullableCode(12);
const wikidataId = nullableCode(20);


/** Someone or something that stories are about. It shows the best of what they say; it goes with the last of them. */
@Entity('topic')
@Index('topic_name', ['sortName', 'slug'])
export class Topic {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'topic_pk' })
  key!: number;

  @Column(globalId)
  @Index('topic_id', { unique: true })
  id!: string;

  @Column(slug)
  @Index('topic_slug', { unique: true })
  slug!: string;

  @Column(text)
  name!: string;

  /** The folded name: what lists order by. */
  @Column(text)
  sortName!: string;

  @Column(flag)
  nameIsDerived!: boolean;

  @Column(json)
  aliases!: string[];

  @Column(kind)
  kind!: TopicKind | null;

  @Column(wikidataId)
  wikidataId!: string | null;

  @Column(nullableText)
  description!: string | null;

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

/** One way in which documents call a topic; see domain/reference.ts. */
@Entity('topicReference')
@Index('topicReference_topic', ['topicKey'])
@Index('topicReference_givenSlug', ['givenSlug'])
@Index('topicReference_nameSlug', ['nameSlug'])
@Index('topicReference_wikidataId', ['wikidataId'])
export class TopicReference {
  @PrimaryGeneratedColumn({ type: 'integer', primaryKeyConstraintName: 'topicReference_pk' })
  key!: number;

  /** Fingerprint of all that the reference says. */
  @Column(fingerprint)
  @Index('topicReference_digest', { unique: true })
  digest!: string;

  @Column({ type: 'integer' })
  topicKey!: number;

  @ManyToOne(() => Topic)
  @JoinColumn({ name: 'topicKey', foreignKeyConstraintName: 'topicReference_topic_fk' })
  topic!: Relation<Topic>;

  @Column(nullableSlug)
  givenSlug!: string | null;

  @Column(wikidataId)
  wikidataId!: string | null;

  /** The slug that the name makes. */
  @Column(slug)
  nameSlug!: string;

  @Column(text)
  name!: string;

  @Column(flag)
  nameIsDerived!: boolean;

  @Column(json)
  aliases!: string[];

  @Column(kind)
  kind!: TopicKind | null;

  /** How many ties have it. */
  @Column(tally)
  tieCount!: number;
}

/** A topic of a story, and what this story says of it. */
@Entity('storyTopic', { withoutRowid: true })
@Index('storyTopic_newest', ['topicKey', 'isRepeat', 'orderedAt', 'storyId', 'completeness'])
export class StoryTopic {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyTopic_pk' })
  storyKey!: number;

  @ManyToOne(() => Story, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'storyKey', foreignKeyConstraintName: 'storyTopic_story_fk' })
  story!: Relation<Story>;

  /** Its place in the story, from 0. */
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyTopic_pk' })
  position!: number;

  @Column({ type: 'integer' })
  topicKey!: number;

  @ManyToOne(() => Topic)
  @JoinColumn({ name: 'topicKey', foreignKeyConstraintName: 'storyTopic_topic_fk' })
  topic!: Relation<Topic>;

  @Column({ type: 'integer' })
  referenceKey!: number;

  /** The story has the same topic at an earlier position too: it counts there. */
  @Column(flag)
  isRepeat!: boolean;

  @Column(nullableText)
  description!: string | null;

  @Column(flag)
  isTruncated!: boolean;

  /** How much this story says: the topic shows the text of the highest, then of the newest story. */
  @Column({ type: 'integer' })
  completeness!: number;

  @Column(instant)
  orderedAt!: string;

  @Column(globalId)
  storyId!: string;
}
