import { Outlet, OutletReference, StoryOutlet } from './outlet.entity';
import { Perspective, PerspectiveOutlet } from './perspective.entity';
import { Question, QuestionReference, StoryQuestion } from './question.entity';
import { Story } from './story.entity';
import { OutletOutlet, QuestionTopic, StoryTally, TopicOutlet, TopicTopic } from './tally.entity';
import { StoryTitleWord } from './title-word.entity';
import { StoryTopic, Topic, TopicReference } from './topic.entity';

/** All tables of the store. */
export const entities = [
  Story,
  Perspective,
  PerspectiveOutlet,
  Outlet,
  OutletReference,
  StoryOutlet,
  Question,
  QuestionReference,
  StoryQuestion,
  Topic,
  TopicReference,
  StoryTopic,
  StoryTitleWord,
  TopicOutlet,
  TopicTopic,
  QuestionTopic,
  OutletOutlet,
  StoryTally,
];
