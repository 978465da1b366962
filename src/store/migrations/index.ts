import { Initial1780000000000 } from './1780000000000-initial';
import { LighterWrites1780000001000 } from './1780000001000-lighter-writes';
import { SearchIndex1780000002000 } from './1780000002000-search-index';
import { LeadingOn1780000004000 } from './1780000004000-leading-on';
import { StoryTallies1780000005000 } from './1780000005000-story-tallies';
import { QuestionTitleWords1780000006000 } from './1780000006000-question-title-words';
import { BatchedIndex1780000007000 } from './1780000007000-batched-index';
import { ShortBeginnings1780000008000 } from './1780000008000-short-beginnings';
import { BoundedSortNames1780000009000 } from './1780000009000-bounded-sort-names';

/** Every migration, oldest first; the list is append-only. */
export const migrations = [
  Initial1780000000000,
  LighterWrites1780000001000,
  SearchIndex1780000002000,
  LeadingOn1780000004000,
  StoryTallies1780000005000,
  QuestionTitleWords1780000006000,
  BatchedIndex1780000007000,
  ShortBeginnings1780000008000,
  BoundedSortNames1780000009000,
];
