/** Where each field and relation of the graph lies in the tables. */
import type { Noun } from '../../domain/identity';
import { relatedStories } from './related-stories';
import type { FieldShape, NodeShape, OrderShape, RelationShape } from './shape';
import type { Parent } from './selection';

const columns = (...names: string[]): Record<string, FieldShape> =>
  Object.fromEntries(names.map((name) => [name, { column: name }]));
const jsonColumns = (...names: string[]): Record<string, FieldShape> =>
  Object.fromEntries(names.map((name) => [name, { column: name, isJson: true }]));

/** The members of an edge's object, each a column of the tie. */
const members = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, `e."${name}"`]));

const text = (expression: string) => ({ expression, type: 'text' }) as const;
const integer = (expression: string) => ({ expression, type: 'integer' }) as const;
const ascending = (...by: OrderShape['columns']): OrderShape => ({ columns: by, isDescending: false });
const descending = (...by: OrderShape['columns']): OrderShape => ({ columns: by, isDescending: true });
const sorted = (order: OrderShape): OrderShape => ({ ...order, isSorted: true });

/** The place in its story that a document gave a perspective, question, topic or outlet. */
const inStoryOrder = (alias: 'e' | 'n') => ({ POSITION: ascending(integer(`${alias}."position"`)) });

/** A tie carries its story's instant and id, so that one index gives the newest stories of a node. */
const storyOrders = (alias: { instant: string; id: string }, isIndexed: boolean) => ({
  NEWEST: descending(text(alias.instant), text(alias.id)),
  OLDEST: ascending(text(alias.instant), text(alias.id)),
  RECENTLY_UPDATED: isIndexed
    ? descending(text('n."updatedAt"'), text('n."id"'))
    : sorted(descending(text('n."updatedAt"'), text('n."id"'))),
});
const byTie = { instant: 'e."orderedAt"', id: 'e."storyId"' };

/** Most stories first, then by name. Tallies change with every import, so no index is kept in this order. */
const byTally = (name: string) =>
  sorted(ascending(integer('-e."storyCount"'), text(`n."${name}"`), text('n."slug"')));

const story: NodeShape = {
  table: 'story',
  fields: {
    ...columns('id', 'slug', 'title', 'titleIsDerived', 'language', 'url'),
    ...columns('publishedAt', 'sourceUpdatedAt', 'importedAt', 'updatedAt'),
    ...jsonColumns('summary', 'analysis', 'coverage', 'background', 'otherSections'),
  },
  relations: {
    perspectives: {
      to: 'Perspective',
      kind: 'connection',
      from: '"perspective" n',
      on: 'n."storyKey" = p."key"',
      parentColumns: ['key', 'perspectiveCount'],
      orders: inStoryOrder('n'),
      total: (collective) => (collective === null ? 'p."perspectiveCount"' : null),
    },
    outlets: {
      to: 'Outlet',
      kind: 'list',
      from: '"storyOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"',
      on: 'e."storyKey" = p."key"',
      parentColumns: ['key'],
      orders: inStoryOrder('e'),
    },
    questions: {
      to: 'Question',
      kind: 'connection',
      from: '"storyQuestion" e JOIN "question" n ON n."key" = e."questionKey"',
      on: 'e."storyKey" = p."key"',
      parentColumns: ['key'],
      orders: inStoryOrder('e'),
      edgeFields: {
        intro: { expression: 'e."intro"' },
        answer: { expression: 'e."answer"', isJson: true },
        isTruncated: { expression: 'e."isTruncated"' },
        position: { expression: 'e."position"' },
      },
    },
    topics: {
      to: 'Topic',
      kind: 'connection',
      from: '"storyTopic" e JOIN "topic" n ON n."key" = e."topicKey"',
      on: 'e."storyKey" = p."key"',
      parentColumns: ['key'],
      orders: inStoryOrder('e'),
      edgeFields: {
        description: { expression: 'e."description"' },
        isTruncated: { expression: 'e."isTruncated"' },
        position: { expression: 'e."position"' },
      },
    },
    related: {
      to: 'Story',
      kind: 'connection',
      from: relatedStories,
      parentColumns: ['key', 'orderedAt', 'id'],
      orders: { RELEVANCE: sorted(descending(integer('e."total"'), text('e."orderedAt"'), text('e."storyId"'))) },
      edgeFields: {
        score: { members: members('total', 'topics', 'outlets', 'time', 'title') },
        sharedTitleWords: {
          values:
            'SELECT e."word" AS "value" FROM "storyTitleWord" e JOIN "storyTitleWord" o ON o."word" = e."word" ' +
            'WHERE e."storyKey" = p."key" AND o."storyKey" = p."relatedKey" ORDER BY e."word"',
        },
      },
      edgeColumns: { key: 'e."storyKey"', relatedKey: 'e."relatedKey"' },
      edgeRelations: {
        sharedTopics: {
          to: 'Topic',
          kind: 'list',
          // CROSS JOIN and +: SQLite would read all stories of each topic.
          from: '"storyTopic" e CROSS JOIN "storyTopic" o CROSS JOIN "topic" n',
          on:
            'e."storyKey" = p."key" AND e."isRepeat" = false AND o."storyKey" = p."relatedKey" AND o."isRepeat" = false ' +
            'AND +o."topicKey" = e."topicKey" AND n."key" = e."topicKey"',
          parentColumns: ['key', 'relatedKey'],
          orders: inStoryOrder('e'),
        },
        sharedOutlets: {
          to: 'Outlet',
          kind: 'list',
          from:
            '"storyOutlet" e JOIN "storyOutlet" o ON o."outletKey" = e."outletKey" JOIN "outlet" n ON n."key" = e."outletKey"',
          on: 'e."storyKey" = p."key" AND o."storyKey" = p."relatedKey"',
          parentColumns: ['key', 'relatedKey'],
          orders: inStoryOrder('e'),
        },
      },
    },
  },
};

const perspective: NodeShape = {
  table: 'perspective',
  fields: {
    ...columns('id', 'headline', 'text', 'isCollective', 'position', 'url', 'publishedAt', 'isTruncated'),
    ...jsonColumns('statements'),
  },
  relations: {
    story: {
      to: 'Story',
      kind: 'reference',
      from: '"story" n',
      on: 'n."key" = p."storyKey"',
      parentColumns: ['storyKey'],
      orders: {},
    },
    outlets: {
      to: 'Outlet',
      kind: 'list',
      from: '"perspectiveOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"',
      on: 'e."perspectiveKey" = p."key" AND e."isRepeat" = false',
      parentColumns: ['key'],
      orders: inStoryOrder('e'),
    },
  },
};

const outlet: NodeShape = {
  table: 'outlet',
  fields: { ...columns('id', 'slug', 'name', 'country', 'homepage', 'storyCount'), ...jsonColumns('aliases') },
  relations: {
    perspectives: {
      to: 'Perspective',
      kind: 'connection',
      from: '"perspectiveOutlet" e JOIN "perspective" n ON n."key" = e."perspectiveKey"',
      on: 'e."outletKey" = p."key" AND e."isRepeat" = false',
      parentColumns: ['key', 'perspectiveCount', 'collectiveCount'],
      orders: { NEWEST: descending(text('e."orderedAt"'), text('e."perspectiveId"')) },
      total: (collective) =>
        collective === null
          ? 'p."perspectiveCount" + p."collectiveCount"'
          : collective
            ? 'p."collectiveCount"'
            : 'p."perspectiveCount"',
    },
    stories: {
      to: 'Story',
      kind: 'connection',
      from: '"storyOutlet" e JOIN "story" n ON n."key" = e."storyKey"',
      on: 'e."outletKey" = p."key"',
      parentColumns: ['key', 'storyCount'],
      orders: storyOrders(byTie, false),
      total: () => 'p."storyCount"',
    },
    topics: tallied('Topic', '"topicOutlet" e JOIN "topic" n ON n."key" = e."topicKey"', 'e."outletKey" = p."key"', 'sortName', {
      storyCount: { expression: 'e."storyCount"' },
    }),
  },
};

const question: NodeShape = {
  table: 'question',
  fields: { ...columns('id', 'slug', 'title', 'intro', 'isTruncated', 'storyCount'), ...jsonColumns('answer') },
  relations: {
    stories: storiesOf('storyQuestion', 'questionKey'),
    topics: tallied('Topic', '"questionTopic" e JOIN "topic" n ON n."key" = e."topicKey"', 'e."questionKey" = p."key"', 'sortName', {}),
  },
};

const topic: NodeShape = {
  table: 'topic',
  fields: {
    ...columns('id', 'slug', 'name', 'nameIsDerived', 'kind', 'description', 'isTruncated', 'wikidataId', 'storyCount'),
    ...jsonColumns('aliases'),
  },
  relations: {
    stories: storiesOf('storyTopic', 'topicKey'),
    questions: tallied('Question', '"questionTopic" e JOIN "question" n ON n."key" = e."questionKey"', 'e."topicKey" = p."key"', 'sortTitle', {}),
    outlets: tallied('Outlet', '"topicOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"', 'e."topicKey" = p."key"', 'sortName', {
      storyCount: { expression: 'e."storyCount"' },
    }),
    related: tallied('Topic', '"topicTopic" e JOIN "topic" n ON n."key" = e."relatedKey"', 'e."topicKey" = p."key"', 'sortName', {
      sharedStories: { expression: 'e."storyCount"' },
    }),
  },
};

function storiesOf(tie: string, key: string): RelationShape {
  return {
    to: 'Story',
    kind: 'connection',
    from: `"${tie}" e JOIN "story" n ON n."key" = e."storyKey"`,
    on: `e."${key}" = p."key" AND e."isRepeat" = false`,
    parentColumns: ['key', 'storyCount'],
    orders: storyOrders(byTie, false),
    total: () => 'p."storyCount"',
  };
}

function tallied(
  to: Noun,
  from: string,
  on: string,
  name: string,
  edgeFields: NonNullable<RelationShape['edgeFields']>,
): RelationShape {
  return { to, kind: 'connection', from, on, parentColumns: ['key'], orders: { STORY_COUNT: byTally(name) }, edgeFields };
}

function all(to: Noun, orders: RelationShape['orders']): RelationShape {
  return { to, kind: 'connection', from: `"${to.toLowerCase()}" n`, parentColumns: [], orders };
}

const named = (name: string) => ({
  NAME: ascending(text(`n."${name}"`), text('n."slug"')),
  STORY_COUNT: sorted(ascending(integer('-n."storyCount"'), text(`n."${name}"`), text('n."slug"'))),
});

/** The lists of all nodes of a kind. */
const query: NodeShape = {
  table: '',
  fields: {},
  relations: {
    stories: all('Story', storyOrders({ instant: 'n."orderedAt"', id: 'n."id"' }, true)),
    outlets: all('Outlet', named('sortName')),
    questions: all('Question', named('sortTitle')),
    topics: all('Topic', named('sortName')),
  },
};

export const shapes: Readonly<Record<Parent, NodeShape>> = {
  Story: story,
  Perspective: perspective,
  Outlet: outlet,
  Question: question,
  Topic: topic,
  Query: query,
};
