/** The room's face: drafts become normalised stories. */
export { normaliseStory } from './normalise-story';
export { fold } from './fold';
export { slugOf, titleSlugOf } from './slug';
