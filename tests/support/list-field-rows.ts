/**
 * Every list field of the schema, with a query that reaches it through a list of parents, and how many SQL statements
 * that takes: in all, and for the field alone.
 */

/**
 * - `field`: its coordinate;
 * - `around`: what leads to its parents, of which there are as many as `$n` allows, with `…` where it stands;
 * - `selection`: itself, with what is asked of its members;
 * - `statements`: what the query takes;
 * - `further`: how many of these it takes more than without the field. None is taken where the parent's statement
 *   brings the list along, whether it is read from other tables or from a column of the parent.
 */
export type ListFieldRow = readonly [field: string, around: string, selection: string, statements: number, further: number];

const STORIES = 'stories(first: $n) { nodes { … } }';
const OUTLETS = 'outlets(first: $n) { nodes { … } }';
const QUESTIONS = 'questions(first: $n) { nodes { … } }';
const TOPICS = 'topics(first: $n) { nodes { … } }';
const PERSPECTIVES = within(STORIES, 'perspectives { nodes { … } }');
const FOUND = 'search(query: "happened", first: $n) { … }';
const COMPARED = 'compareOutlets(outlets: $outlets) { … }';
const SPAN = 'from: "2025-12-01T00:00:00Z", to: "2026-02-01T00:00:00Z"';

/** Shared nodes in a list of lists come again and again: one loader reads a field of theirs, once a node. */
const TOPICS_OF_STORIES = within(STORIES, 'topics { nodes { … } }');
const QUESTIONS_OF_STORIES = within(STORIES, 'questions { nodes { … } }');
const OUTLETS_OF_PERSPECTIVES = within(PERSPECTIVES, 'outlets { … }');

export const LIST_FIELD_ROWS: readonly ListFieldRow[] = [
  ['Query.nodes', '…', 'nodes(ids: $ids) { id ... on Story { topics { nodes { slug } } } }', 1, 1],
  ['Query.outlets', '…', 'outlets(first: $n) { totalCount nodes { name } }', 1, 1],
  ['Query.questions', '…', 'questions(first: $n) { totalCount nodes { title } }', 1, 1],
  ['Query.stories', '…', 'stories(first: $n) { totalCount nodes { title } }', 1, 1],
  ['Query.topics', '…', 'topics(first: $n) { totalCount nodes { name } }', 1, 1],
  ['Query.search', '…', 'search(query: "happened", first: $n) { totalCount edges { cursor score } pageInfo { hasNextPage } }', 1, 1],
  ['Query.suggest', '…', 'suggest(prefix: "top", first: $n) { text }', 1, 1],
  ['Query.suggest', '…', 'suggest(prefix: "top", first: $n) { node { id ... on Topic { stories(first: 1) { nodes { slug } } } } }', 2, 2],
  ['Query.trendingTopics', '…', 'trendingTopics(window: DAY, asOf: "2026-01-03T02:00:00Z", first: $n) { topic { name } }', 2, 2],

  ['Story.sections', STORIES, 'sections { text }', 1, 0],
  ['Section.blocks', within(STORIES, 'sections { … }'), 'blocks { text }', 1, 0],
  ['Story.perspectives', STORIES, 'perspectives { totalCount nodes { text story { slug } } }', 1, 0],
  ['Story.outlets', STORIES, 'outlets { name }', 1, 0],
  ['Story.questions', STORIES, 'questions { totalCount edges { cursor intro node { title } } }', 1, 0],
  ['Story.topics', STORIES, 'topics { totalCount edges { description node { name } } }', 1, 0],
  ['Story.related', STORIES, 'related(first: 3) { totalCount edges { score { total } node { slug } } }', 1, 0],
  ['RelatedStoryEdge.sharedTopics', within(STORIES, 'related(first: 3) { edges { … } }'), 'sharedTopics { name }', 1, 0],
  ['RelatedStoryEdge.sharedOutlets', within(STORIES, 'related(first: 3) { edges { … } }'), 'sharedOutlets { name }', 1, 0],
  ['RelatedStoryEdge.sharedTitleWords', within(STORIES, 'related(first: 3) { edges { … } }'), 'sharedTitleWords', 1, 0],
  ['StoryComparison.rows', within(STORIES, 'comparison { … }'), 'rows { outlet { name } }', 1, 0],
  ['StoryComparisonRow.perspectives', within(STORIES, 'comparison { rows { … } }'), 'perspectives { text }', 1, 0],
  ['StoryComparison.collective', within(STORIES, 'comparison { … }'), 'collective { text }', 1, 0],
  ['StoryComparison.silent', within(STORIES, 'comparison { … }'), 'silent(first: 3) { totalCount edges { ofStories node { name } } }', 1, 0],

  ['Perspective.statements', PERSPECTIVES, 'statements { text }', 1, 0],
  ['Perspective.outlets', PERSPECTIVES, 'outlets { name }', 1, 0],

  ['Outlet.aliases', OUTLETS, 'aliases', 1, 0],
  ['Outlet.perspectives', OUTLETS, 'perspectives(first: 3) { totalCount nodes { text } pageInfo { hasNextPage } }', 1, 0],
  ['Outlet.stories', OUTLETS, 'stories(first: 3) { totalCount nodes { slug } }', 1, 0],
  ['Outlet.topics', OUTLETS, 'topics(first: 3) { totalCount edges { storyCount node { name } } }', 1, 0],
  ['Outlet.overlap', OUTLETS, 'overlap(first: 3) { totalCount edges { sharedStories node { name } } }', 1, 0],
  ['Outlet.aliases', OUTLETS_OF_PERSPECTIVES, 'aliases', 1, 0],
  ['Outlet.perspectives', OUTLETS_OF_PERSPECTIVES, 'perspectives(first: 3) { totalCount nodes { text } }', 2, 1],
  ['Outlet.stories', OUTLETS_OF_PERSPECTIVES, 'stories(first: 3) { totalCount nodes { slug } }', 2, 1],
  ['Outlet.topics', OUTLETS_OF_PERSPECTIVES, 'topics(first: 3) { totalCount edges { storyCount node { name } } }', 2, 1],
  ['Outlet.overlap', OUTLETS_OF_PERSPECTIVES, 'overlap(first: 3) { totalCount edges { sharedStories node { name } } }', 2, 1],

  ['Passage.blocks', within(QUESTIONS, 'answer { … }'), 'blocks { text }', 1, 0],
  ['Passage.blocks', within(STORIES, 'questions { edges { answer { … } } }'), 'blocks { text }', 1, 0],
  ['Question.stories', QUESTIONS, 'stories(first: 3) { totalCount nodes { slug } }', 1, 0],
  ['Question.topics', QUESTIONS, 'topics(first: 3) { totalCount nodes { name } }', 1, 0],
  ['Question.related', QUESTIONS, 'related(first: 3) { totalCount edges { score { total } sharedStories node { slug } } }', 1, 0],
  ['RelatedQuestionEdge.sharedTopics', within(QUESTIONS, 'related(first: 3) { edges { … } }'), 'sharedTopics { name }', 1, 0],
  ['RelatedQuestionEdge.sharedTitleWords', within(QUESTIONS, 'related(first: 3) { edges { … } }'), 'sharedTitleWords', 1, 0],
  ['Question.stories', QUESTIONS_OF_STORIES, 'stories(first: 3) { totalCount nodes { slug } }', 2, 1],
  ['Question.topics', QUESTIONS_OF_STORIES, 'topics(first: 3) { totalCount nodes { name } }', 2, 1],
  ['Question.related', QUESTIONS_OF_STORIES, 'related(first: 3) { totalCount edges { sharedTopics { name } node { slug } } }', 2, 1],

  ['Topic.aliases', TOPICS, 'aliases', 1, 0],
  ['Topic.stories', TOPICS, 'stories(first: 3) { totalCount nodes { slug } }', 1, 0],
  ['Topic.questions', TOPICS, 'questions(first: 3) { totalCount nodes { title } }', 1, 0],
  ['Topic.outlets', TOPICS, 'outlets(first: 3) { totalCount edges { storyCount node { name } } }', 1, 0],
  ['Topic.related', TOPICS, 'related(first: 3) { totalCount edges { sharedStories node { name } } }', 1, 0],
  // Figures are computed for all topics together.
  ['Topic.volume', TOPICS, `volume(interval: WEEK, ${SPAN}) { storyCount }`, 2, 1],
  ['Topic.timeline', TOPICS, `timeline(interval: DAY, ${SPAN}) { storyCount }`, 2, 1],
  ['TopicPeriod.stories', within(TOPICS, `timeline(interval: DAY, ${SPAN}) { … }`), 'stories(first: 2) { totalCount nodes { slug } }', 3, 1],
  ['Topic.aliases', TOPICS_OF_STORIES, 'aliases', 1, 0],
  ['Topic.stories', TOPICS_OF_STORIES, 'stories(first: 3) { totalCount nodes { slug } }', 2, 1],
  ['Topic.questions', TOPICS_OF_STORIES, 'questions(first: 3) { totalCount nodes { title } }', 2, 1],
  ['Topic.outlets', TOPICS_OF_STORIES, 'outlets(first: 3) { totalCount edges { storyCount node { name } } }', 2, 1],
  ['Topic.related', TOPICS_OF_STORIES, 'related(first: 3) { totalCount edges { sharedStories node { name } } }', 2, 1],
  ['Topic.volume', TOPICS_OF_STORIES, `volume(interval: WEEK, ${SPAN}) { storyCount }`, 2, 1],
  ['Topic.timeline', TOPICS_OF_STORIES, `timeline(interval: DAY, ${SPAN}) { storyCount }`, 2, 1],
  ['TopicPeriod.stories', within(TOPICS_OF_STORIES, `timeline(interval: DAY, ${SPAN}) { … }`), 'stories(first: 2) { nodes { slug } }', 3, 1],

  ...facets(within(OUTLETS, 'stories { … }'), 1),
  ...facets(within(QUESTIONS, 'stories(filter: { minOutlets: 1 }) { … }'), 1),
  ...facets(within(TOPICS, 'stories(first: 3) { nodes { slug } … }'), 1),
  // Facets of one list that grow with how many are asked for.
  ['StoryFacets.topics', 'stories(first: 1) { facets(first: $n) { … } }', 'topics { count node { name } }', 1, 0],
  ['StoryFacets.topics', 'stories(first: 1) { facets(first: $n) { … } }', 'topics { node { stories(first: 1) { nodes { slug } } } }', 2, 1],
  ['StoryFacets.outlets', within(FOUND, 'facets(first: $n) { … }'), 'outlets { count node { name } }', 1, 0],

  ['OutletComparison.outlets', COMPARED, 'outlets { outlet { name } }', 2, 1],
  ['OutletComparison.shared', COMPARED, 'shared(first: $n) { totalCount nodes { slug } }', 2, 1],
  ['ComparedOutlet.exclusive', within(COMPARED, 'outlets { … }'), 'exclusive(first: 2) { totalCount nodes { slug } }', 2, 1],

  // A search reads nothing before something is asked of it, and nodes for each type that was found.
  ['SearchConnection.edges', FOUND, 'edges { cursor score }', 1, 1],
  ['SearchConnection.edges', FOUND, 'edges { node { id ... on Story { title topics { nodes { name } } } } }', 2, 2],
  ['SearchConnection.nodes', FOUND, 'nodes { id ... on Story { title } }', 2, 2],
  ['SearchEdge.highlights', within(FOUND, 'edges { … }'), 'highlights { field }', 2, 1],
  ['SearchEdge.matchedWords', within(FOUND, 'edges { … }'), 'matchedWords', 2, 1],
  ['SearchHighlight.fragments', within(FOUND, 'edges { highlights { … } }'), 'fragments { text }', 2, 0],
  ['SearchFragment.ranges', within(FOUND, 'edges { highlights { fragments { … } } }'), 'ranges { start end }', 2, 0],
  ['Suggestion.ranges', 'suggest(prefix: "top", first: $n) { … }', 'ranges { start end }', 1, 0],

  ...members('StoryConnection', within(TOPICS, 'stories(first: 2) { … }'), 'slug'),
  ...members('PerspectiveConnection', within(STORIES, 'perspectives { … }'), 'text'),
  ...members('StoryQuestionConnection', within(STORIES, 'questions { … }'), 'title'),
  ...members('StoryTopicConnection', within(STORIES, 'topics { … }'), 'name'),
  ...members('RelatedStoryConnection', within(STORIES, 'related(first: 2) { … }'), 'slug'),
  ...members('SilentOutletConnection', within(STORIES, 'comparison { silent { … } }'), 'name'),
  ...members('QuestionConnection', within(TOPICS, 'questions { … }'), 'title'),
  ...members('TopicConnection', within(QUESTIONS, 'topics { … }'), 'name'),
  ...members('RelatedQuestionConnection', within(QUESTIONS, 'related(first: 2) { … }'), 'title'),
  ...members('TopicOutletConnection', within(TOPICS, 'outlets(first: 2) { … }'), 'name'),
  ...members('RelatedTopicConnection', within(TOPICS, 'related(first: 2) { … }'), 'name'),
  ...members('OutletTopicConnection', within(OUTLETS, 'topics(first: 2) { … }'), 'name'),
  ...members('OutletOverlapConnection', within(OUTLETS, 'overlap(first: 2) { … }'), 'name'),
  ...members('OutletConnection', 'outlets(first: $n) { … }', 'name'),
];

/** The query with the field where `$asked` is true, and without it where it is not. */
export function queryOf([, around, selection]: ListFieldRow): string {
  const body = within(around, `__typename ... @include(if: $asked) { ${selection} }`);
  const types = { n: 'Int', ids: '[ID!]!', outlets: '[Ref!]!' };
  const used = Object.entries(types).filter(([name]) => body.includes(`$${name}`));
  return `query ($asked: Boolean!${used.map(([name, type]) => `, $${name}: ${type}`).join('')}) { ${body} }`;
}

/** The two lists of a connection; both come with the connection's own statement. */
function members(connection: string, around: string, field: string): ListFieldRow[] {
  return [
    [`${connection}.edges`, around, `edges { cursor node { ${field} } }`, 1, 0],
    [`${connection}.nodes`, around, `nodes { ${field} }`, 1, 0],
  ];
}

function facets(around: string, statements: number): ListFieldRow[] {
  const inFacets = within(around, 'facets { … }');
  return [
    ['StoryFacets.topics', inFacets, 'topics { count node { name } }', statements, 0],
    ['StoryFacets.outlets', inFacets, 'outlets { count node { name } }', statements, 0],
    ...['kinds', 'languages', 'months'].map((name): ListFieldRow => [`StoryFacets.${name}`, inFacets, `${name} { value count }`, statements, 0]),
  ];
}

function within(around: string, inner: string): string {
  return around.replace('…', inner);
}
