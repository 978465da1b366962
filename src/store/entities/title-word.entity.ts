import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { globalId, instant } from './columns';
import { Story } from './story.entity';

const word = { type: 'varchar', length: 48, collation: 'C' } as const;

/** A word of a story's title. It carries the story's instant and id, so that one index gives the stories beside it in time. */
@Entity('storyTitleWord', { withoutRowid: true })
@Index('storyTitleWord_newest', ['word', 'orderedAt', 'storyId'])
export class StoryTitleWord {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'storyTitleWord_pk' })
  storyKey!: number;

  @ManyToOne(() => Story, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'storyKey', foreignKeyConstraintName: 'storyTitleWord_story_fk' })
  story!: Relation<Story>;

  @PrimaryColumn({ ...word, primaryKeyConstraintName: 'storyTitleWord_pk' })
  word!: string;

  @Column(instant)
  orderedAt!: string;

  @Column(globalId)
  storyId!: string;
}
