/** What a draft calls outlets, questions and topics, with the slugs and fingerprints that tell them apart. */
import { digest } from '../../domain/identity';
import type { OutletMention, QuestionMention, TopicMention } from '../../domain/normalised-story';
import type { OutletDraft, QuestionDraft, TopicDraft } from '../../domain/story-draft';
import { memoised } from './memo';
import { slugOf } from './slug';

const nameSlugOf = memoised(slugOf);
const fingerprint = memoised(digest);

/** How the draft calls the outlet. */
export function outletMention({ name, slug, country, homepage, aliases }: OutletDraft): OutletMention {
  const nameSlug = nameSlugOf(name);
  return {
    digest: fingerprint(JSON.stringify(['outlet', slug, name, aliases, country, homepage])),
    givenSlug: slug,
    nameSlug,
    name,
    aliases,
    aliasSlugs: [...aliases.map(nameSlugOf), articleVariant(nameSlug)],
    country,
    homepage,
  };
}

/** Papers are called with and without their article: Harbour Courier, The Harbour Courier. */
function articleVariant(nameSlug: string): string {
  return nameSlug.startsWith('the-') ? nameSlug.slice('the-'.length) : `the-${nameSlug}`;
}

/** How the draft calls the question. */
export function questionMention({ title, slug }: QuestionDraft): QuestionMention {
  return { digest: fingerprint(JSON.stringify(['question', slug, title])), givenSlug: slug, nameSlug: nameSlugOf(title), title };
}

/** How the draft calls the topic. */
export function topicMention({ name, nameIsDerived, slug, kind, aliases, wikidataId }: TopicDraft): TopicMention {
  return {
    digest: fingerprint(JSON.stringify(['topic', slug, wikidataId, name, nameIsDerived, aliases, kind])),
    givenSlug: slug,
    nameSlug: nameSlugOf(name),
    name,
    nameIsDerived,
    aliases,
    kind,
    wikidataId,
  };
}

