/** Where each field and relation of the graph lies in the tables. */
import type { Noun } from '../../domain/identity';
import type { Dialect } from '../database/dialect';
import type { TalliedNodes } from './facets';
import type { FieldShape, NodeShape, OrderShape, RelationShape } from './shape';
import type { Parent } from './selection';

const columns = (...names: string[]): Record<string, FieldShape> =>
  Object.fromEntries(names.map((name) => [name, { column: name }]));
const jsonColumns = (...names: string[]): Record<string, FieldShape> =>
  Object.fromEntries(names.map((name) => [name, { column: name, isJson: true }]));

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

/** How many of each topic's newest stories are candidates: a topic on every second story must not be read whole. */
const RELATED_CANDIDATES = 200;

/**
 * The stories that share a topic with the parent, weighted by the rarity of what they share: a millionth part for
 * each story that has the topic. Whole numbers, so that both databases and every cursor agree on the order.
 */
const relatedStories = (dialect: Dialect): string => {
  const candidates = dialect.lateralKeys(
    'SELECT b."storyKey" AS "key" FROM "storyTopic" b WHERE b."topicKey" = s."topicKey" AND b."isRepeat" = false ' +
      `ORDER BY b."orderedAt" DESC, b."storyId" DESC LIMIT ${RELATED_CANDIDATES}`,
    'k',
  );
  return (
    '(SELECT m."storyKey" AS "storyKey", c."storyKey" AS "relatedKey", sum(1000000 / t."storyCount") AS "weight" ' +
    `FROM (SELECT DISTINCT k."value" AS "storyKey" FROM "storyTopic" s, ${candidates} ` +
    'WHERE s."storyKey" = p."key" AND s."isRepeat" = false) c ' +
    'JOIN "storyTopic" o ON o."storyKey" = c."storyKey" AND o."isRepeat" = false ' +
    'JOIN "storyTopic" m ON m."storyKey" = p."key" AND m."topicKey" = o."topicKey" AND m."isRepeat" = false ' +
    'JOIN "topic" t ON t."key" = o."topicKey" WHERE c."storyKey" <> p."key" GROUP BY m."storyKey", c."storyKey") e ' +
    'JOIN "story" n ON n."key" = e."relatedKey"'
  );
};

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
      parentColumns: ['key'],
      orders: { RELEVANCE: sorted(descending(integer('e."weight"'), text('n."orderedAt"'), text('n."id"'))) },
      edgeColumns: { key: 'e."storyKey"', relatedKey: 'e."relatedKey"' },
      edgeRelations: {
        sharedTopics: {
          to: 'Topic',
          kind: 'list',
          from:
            '"storyTopic" e JOIN "storyTopic" o ON o."topicKey" = e."topicKey" AND o."isRepeat" = false ' +
            'JOIN "topic" n ON n."key" = e."topicKey"',
          on: 'e."storyKey" = p."key" AND e."isRepeat" = false AND o."storyKey" = p."relatedKey"',
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
      storyTie: '"storyOutlet" e',
      facetTallies: { topics: pairTally('topicOutlet', 'outlet', 'topic') },
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
    stories: storiesOf('storyQuestion', 'questionKey', { topics: pairTally('questionTopic', 'question', 'topic') }),
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
    stories: storiesOf('storyTopic', 'topicKey', {
      topics: {
        // The topic itself is on all of its stories.
        from:
          '(SELECT c."relatedKey" AS "key", c."storyCount" AS "count" FROM "topicTopic" c WHERE c."topicKey" = p."key" ' +
          'UNION ALL SELECT p."key", p."storyCount") c JOIN "topic" n ON n."key" = c."key"',
        count: 'c."count"',
      },
      outlets: pairTally('topicOutlet', 'topic', 'outlet'),
    }),
    questions: tallied('Question', '"questionTopic" e JOIN "question" n ON n."key" = e."questionKey"', 'e."topicKey" = p."key"', 'sortTitle', {}),
    outlets: tallied('Outlet', '"topicOutlet" e JOIN "outlet" n ON n."key" = e."outletKey"', 'e."topicKey" = p."key"', 'sortName', {
      storyCount: { expression: 'e."storyCount"' },
    }),
    related: tallied('Topic', '"topicTopic" e JOIN "topic" n ON n."key" = e."relatedKey"', 'e."topicKey" = p."key"', 'sortName', {
      sharedStories: { expression: 'e."storyCount"' },
    }),
  },
};

/** The facet that a table of pairs knows of the stories of one side: the nodes on the other side. */
function pairTally(table: string, parent: string, node: string): TalliedNodes {
  return { from: `"${table}" c JOIN "${node}" n ON n."key" = c."${node}Key"`, on: `c."${parent}Key" = p."key"`, count: 'c."storyCount"' };
}

function storiesOf(tie: string, key: string, facetTallies: RelationShape['facetTallies']): RelationShape {
  return {
    to: 'Story',
    kind: 'connection',
    from: `"${tie}" e JOIN "story" n ON n."key" = e."storyKey"`,
    on: `e."${key}" = p."key" AND e."isRepeat" = false`,
    parentColumns: ['key', 'storyCount'],
    orders: storyOrders(byTie, false),
    total: () => 'p."storyCount"',
    storyTie: `"${tie}" e`,
    facetTallies,
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
    stories: {
      ...all('Story', storyOrders({ instant: 'n."orderedAt"', id: 'n."id"' }, true)),
      facetTallies: {
        topics: { from: '"topic" n', count: 'n."storyCount"' },
        outlets: { from: '"outlet" n', count: 'n."storyCount"' },
      },
    },
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
