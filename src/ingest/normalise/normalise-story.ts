/** Draft → normalised story: the step in which identity is settled, by the draft alone. */
import { nodeId, storyKey } from '../../domain/identity';
import type { NormalisedPerspective, NormalisedStory, OutletMention } from '../../domain/normalised-story';
import { isCollective, type PerspectiveDraft, sectionOf, type StoryDraft, textOf } from '../../domain/story-draft';
import { checkDraft } from './check-draft';
import { contentDigest } from './content-digest';
import { outletMention, questionMention, topicMention } from './mentions';
import { titleSlugOf } from './slug';

/**
 * Settles a draft's ids, slugs and fingerprints.
 * @throws DocumentError where the draft holds what no store can keep; see `checkDraft`.
 */
export function normaliseStory(draft: StoryDraft): NormalisedStory {
  checkDraft(draft);
  const summary = sectionOf(draft, 'SUMMARY');
  const id = nodeId(
    'Story',
    storyKey({ slug: draft.slug, url: draft.url, summary: summary === null ? '' : textOf(summary) }),
  );
  const { title, titleIsDerived, language, url, publishedAt, sourceUpdatedAt, importedAt, updatedAt, sections } = draft;
  return {
    id,
    givenSlug: draft.slug,
    slugBase: titleSlugOf(title),
    title,
    titleIsDerived,
    language,
    url,
    publishedAt,
    sourceUpdatedAt,
    importedAt,
    updatedAt,
    sections,
    perspectives: normalisePerspectives(id, draft.perspectives),
    questions: draft.questions.map((question) => ({
      mention: questionMention(question),
      intro: question.intro,
      answer: question.answer,
      isTruncated: question.isTruncated,
    })),
    topics: draft.topics.map((topic) => ({
      mention: topicMention(topic),
      description: topic.description,
      isTruncated: topic.isTruncated,
    })),
    contentDigest: contentDigest(draft),
  };
}

function normalisePerspectives(storyId: string, drafts: readonly PerspectiveDraft[]): NormalisedPerspective[] {
  const occurrences = new Map<string, number>();
  return drafts.map((draft) => {
    const outlets = draft.outlets.map(outletMention);
    const key = perspectiveKey(storyId, draft, outlets);
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    return {
      id: nodeId('Perspective', `${key}\0${occurrence}`),
      outlets,
      headline: draft.headline,
      text: draft.text,
      statements: draft.statements,
      isCollective: isCollective(draft),
      url: draft.url,
      publishedAt: draft.publishedAt,
      isTruncated: draft.isTruncated,
    };
  });
}

/** A perspective is the one of these outlets with this URL, else with these words; its position does not count. */
function perspectiveKey(storyId: string, draft: PerspectiveDraft, outlets: readonly OutletMention[]): string {
  const names = outlets.map(({ givenSlug, nameSlug }) => givenSlug ?? nameSlug);
  const content = draft.url === null ? `text:${draft.text}` : `url:${draft.url}`;
  return [storyId, names.join(' '), content].join('\0');
}
