/** A topic's description → name, aliases and kind, read off its lead sentence. */
import type { TopicDraft } from '../../../domain/story-draft';
import { readLead } from './topic-lead';
import { kindOf } from './topic-kind';

/** The topic that some lines describe. The description is verbatim, its lines joined by LF. */
export function topicOf(lines: readonly string[], isTruncated: boolean): TopicDraft {
  const description = lines.join('\n');
  const { name, aliases, predicate } = readLead(lines[0] ?? '');
  return {
    name,
    nameIsDerived: true,
    slug: null,
    kind: predicate === null ? null : kindOf(predicate),
    aliases,
    description,
    isTruncated,
    wikidataId: null,
  };
}
