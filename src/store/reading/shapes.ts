/** Where each field and relation of the graph lies in the tables. */
import type { Noun } from '../../domain/identity';
import type { TalliedNodes } from './facets';
import { comparedOutlet, outletComparison, storyComparison, storyComparisonRow, topicPeriod } from './part-shapes';
import { countedTopics, QUESTION_COLUMNS, relatedQuestions, sharedTitleWords } from './related-questions';
import { relatedStories } from './related-stories';
import { ascending, byTie, descending, inStoryOrder, integer, sorted, storyOrders, text } from './orders';
import type { FieldShape, NodeShape, RelationShape } from './shape';
import type { Parent } from './selection';

const columns = (...names: string[]): Record<string, FieldShape> =>
  Object.fromEntries(names.map((name) => [name, { column: name }]));
const jsonColumns = (...names: string[]): Record<string, FieldShape> =>
  Object.fromEntries(names.map((name) => [name, { column: name, isJson: true }]));

/** The members of an edge's object, each a column of the tie. */
const members = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, `e."${name}"`]));

/** What part the shared stories are of these: cut to four places, by whole numbers, so that both databases say the same. */
const share = (of: string): string => `(CAST(e."storyCount" AS bigint) * 10000 / ${of}) / 10000.0`;

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
    comparison: {
      to: 'StoryComparison',
      kind: 'reference',
      from: '"story" n',
      on: 'n."key" = p."key"',
      parentColumns: ['key'],
      orders: {},
    },
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
      storyTie: '"storyOutlet" e',
      facetTallies: { topics: pairTally('topicOutlet', 'outlet', 'topic') },
    },
    overlap: {
      ...tallied(
        'Outlet',
        '"outletOutlet" e JOIN "outlet" m ON m."key" = e."outletKey" JOIN "outlet" n ON n."key" = e."otherKey"',
        'e."outletKey" = p."key"',
        'sortName',
        {
          sharedStories: { expression: 'e."storyCount"' },
          share: { expression: share('m."storyCount"') },
          otherShare: { expression: share('n."storyCount"') },
          similarity: { expression: share('(m."storyCount" + n."storyCount" - e."storyCount")') },
        },
      ),
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
    related: {
      to: 'Question',
      kind: 'connection',
      from: relatedQuestions,
      parentColumns: QUESTION_COLUMNS,
      orders: { RELEVANCE: sorted(ascending(integer('-e."total"'), text('n."sortTitle"'), text('n."slug"'))) },
      edgeFields: {
        score: { members: members('total', 'stories', 'topics', 'title') },
        sharedStories: { expression: 'e."sharedStories"' },
        sharedTitleWords: { values: sharedTitleWords },
      },
      edgeColumns: { key: 'e."questionKey"', relatedKey: 'e."relatedKey"', ownWords: 'e."ownWords"', relatedWords: 'n."titleWords"' },
      edgeRelations: {
        sharedTopics: {
          to: 'Topic',
          kind: 'list',
          from: `${countedTopics('p."key"')} e CROSS JOIN "questionTopic" o CROSS JOIN "topic" n`,
          on: 'o."questionKey" = p."relatedKey" AND o."topicKey" = e."topicKey" AND n."key" = e."topicKey"',
          parentColumns: ['key', 'relatedKey'],
          orders: { STORY_COUNT: byTally('sortName') },
        },
      },
    },
  },
};

const topic: NodeShape = {
  table: 'topic',
  fields: {
    $key: { column: 'key' },
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
  StoryComparison: storyComparison,
  StoryComparisonRow: storyComparisonRow,
  TopicPeriod: topicPeriod,
  OutletComparison: outletComparison,
  ComparedOutlet: comparedOutlet,
  Query: query,
};
