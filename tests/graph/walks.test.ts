/** Every relation, both ways, with exact answers. */
import { describeOnEachStore } from '../support/stores';
import { openGraph, type TestGraph } from '../support/graphs';
import { harbour } from '../support/harbour';

describeOnEachStore('walks through the graph', (_open, place) => {
  let graph: TestGraph;
  beforeAll(async () => (graph = await openGraph(await place.freshUrl(), harbour)));
  afterAll(() => graph.close());

  it('gives a story whole', async () => {
    const { story } = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) {
        __typename slug title titleIsDerived language url publishedAt sourceUpdatedAt importedAt
        summary { kind heading text isTruncated blocks { kind text } }
        analysis { kind text blocks { kind text } } background { text }
        sections { kind heading }
      }
    }`);
    expect(story).toEqual({
      __typename: 'Story',
      slug: 'ferry-strike-ends',
      title: 'Ferry strike ends',
      titleIsDerived: false,
      language: 'en',
      url: 'https://brief.example/ferry-strike-ends',
      publishedAt: '2026-03-03T08:00:00.000Z',
      sourceUpdatedAt: null,
      importedAt: '2026-03-10T00:00:00.000Z',
      summary: {
        kind: 'SUMMARY',
        heading: "What's happened",
        text: 'The ferry strike is over.\n\nBoats sail again on Friday.',
        isTruncated: false,
        blocks: [
          { kind: 'PARAGRAPH', text: 'The ferry strike is over.' },
          { kind: 'PARAGRAPH', text: 'Boats sail again on Friday.' },
        ],
      },
      analysis: {
        kind: 'ANALYSIS',
        text: 'A Narrow Deal\n\nNeither side got all.',
        blocks: [
          { kind: 'SUBHEADING', text: 'A Narrow Deal' },
          { kind: 'PARAGRAPH', text: 'Neither side got all.' },
        ],
      },
      background: null,
      sections: [
        { kind: 'SUMMARY', heading: "What's happened" },
        { kind: 'ANALYSIS', heading: "What's behind the headline?" },
        { kind: 'COVERAGE', heading: 'What the papers say' },
      ],
    });
  });

  it('keeps sections of no known kind', async () => {
    const { story } = await graph.ask(`{ story(by: { slug: "new-crane-arrives" }) { sections { kind heading text } } }`);
    expect(story.sections).toEqual([
      { kind: 'SUMMARY', heading: "What's happened", text: 'A crane came by barge.' },
      { kind: 'OTHER', heading: 'In figures', text: '90 metres.' },
    ]);
  });

  it('walks story → perspective → outlet, and back', async () => {
    const { story } = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) {
        outlets { name }
        perspectives {
          nodes {
            headline text isCollective position url publishedAt isTruncated
            statements { text basis }
            outlets { slug perspectives { nodes { text story { slug } } } }
            story { slug }
          }
        }
      }
    }`);
    expect(story.outlets).toEqual([{ name: 'The Alder Courier' }, { name: 'Northwire' }]);
    const [cheers, doubts, both] = story.perspectives.nodes;
    expect(cheers).toEqual({
      headline: 'Boats sail again',
      text: 'The Alder Courier cheers.',
      isCollective: false,
      position: 0,
      url: 'https://courier.example/1',
      publishedAt: '2026-03-03T09:00:00.000Z',
      isTruncated: false,
      statements: [{ text: 'The Alder Courier cheers.', basis: 'EXPLICIT' }],
      outlets: [
        {
          slug: 'alder-courier',
          perspectives: {
            nodes: [
              { text: 'The Alder Courier cheers.', story: { slug: 'ferry-strike-ends' } },
              { text: 'The Alder Courier counts the stranded.', story: { slug: 'ferry-strike-begins' } },
              { text: 'The Alder Courier prints it.', story: { slug: 'poem-prize' } },
            ],
          },
        },
      ],
      story: { slug: 'ferry-strike-ends' },
    });
    expect(doubts.outlets).toHaveLength(1);
    expect(both).toMatchObject({
      isCollective: true,
      position: 2,
      statements: [{ text: 'Both see an end.', basis: 'COLLECTIVE' }],
      outlets: [{ slug: 'alder-courier' }, { slug: 'northwire' }],
    });
  });

  it('filters a story’s perspectives by outlet and by being collective', async () => {
    const { story } = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) {
        ofNorthwire: perspectives(outlet: { slug: "northwire" }) { totalCount nodes { position } }
        collective: perspectives(collective: true) { totalCount nodes { position } }
        single: perspectives(collective: false) { totalCount nodes { position } }
        ofNobody: perspectives(outlet: { slug: "no-such-outlet" }) { totalCount nodes { position } }
      }
    }`);
    expect(story).toEqual({
      ofNorthwire: { totalCount: 2, nodes: [{ position: 1 }, { position: 2 }] },
      collective: { totalCount: 1, nodes: [{ position: 2 }] },
      single: { totalCount: 2, nodes: [{ position: 0 }, { position: 1 }] },
      ofNobody: { totalCount: 0, nodes: [] },
    });
  });

  it('leaves collective perspectives out of an outlet’s page unless asked', async () => {
    const { outlet } = await graph.ask(`{
      outlet(by: { slug: "northwire" }) {
        name aliases country homepage storyCount
        default: perspectives { totalCount nodes { text } }
        collective: perspectives(collective: true) { totalCount nodes { text } }
        both: perspectives(collective: null) { totalCount nodes { text } }
      }
    }`);
    expect(outlet).toEqual({
      name: 'Northwire',
      aliases: [],
      country: null,
      homepage: null,
      storyCount: 2,
      default: { totalCount: 2, nodes: [{ text: 'Northwire doubts.' }, { text: 'Northwire counts the bolts.' }] },
      collective: { totalCount: 1, nodes: [{ text: 'Both see an end.' }] },
      both: {
        totalCount: 3,
        nodes: expect.arrayContaining([{ text: 'Northwire doubts.' }, { text: 'Both see an end.' }, { text: 'Northwire counts the bolts.' }]),
      },
    });
  });

  it('walks story → question → stories, with what each story says on the edge', async () => {
    const { story } = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) {
        questions {
          totalCount
          edges {
            intro position isTruncated answer { text blocks { kind } isTruncated }
            node { slug title intro storyCount answer { text } stories { totalCount nodes { slug } } }
          }
        }
      }
    }`);
    expect(story.questions).toEqual({
      totalCount: 2,
      edges: [
        {
          intro: 'From Friday, says the port.',
          position: 0,
          isTruncated: false,
          answer: { text: 'Yes.\n\nMostly.', blocks: [{ kind: 'PARAGRAPH' }, { kind: 'PARAGRAPH' }], isTruncated: false },
          node: {
            slug: 'will-ferries-run-on-time',
            title: 'Will ferries run on time?',
            intro: 'From Friday, says the port.',
            storyCount: 2,
            answer: { text: 'Yes.\n\nMostly.' },
            stories: { totalCount: 2, nodes: [{ slug: 'ferry-strike-ends' }, { slug: 'ferry-strike-begins' }] },
          },
        },
        {
          intro: 'Less than it asked for.',
          position: 1,
          isTruncated: false,
          answer: null,
          node: {
            slug: 'what-did-the-union-win',
            title: 'What did the union win?',
            intro: 'Less than it asked for.',
            storyCount: 1,
            answer: null,
            stories: { totalCount: 1, nodes: [{ slug: 'ferry-strike-ends' }] },
          },
        },
      ],
    });
  });

  it('walks story → topic → stories, with what each story says on the edge', async () => {
    const { story } = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) {
        topics {
          totalCount
          edges { description position isTruncated node { slug name kind wikidataId aliases nameIsDerived description storyCount stories { nodes { slug } } } }
        }
      }
    }`);
    expect(story.topics.totalCount).toBe(3);
    expect(story.topics.edges.map(({ node }: { node: { slug: string } }) => node.slug)).toEqual(['dock-union', 'port-of-alder', 'shipping']);
    expect(story.topics.edges[2]).toEqual({
      description: null,
      position: 2,
      isTruncated: false,
      node: {
        slug: 'shipping',
        name: 'Shipping',
        kind: 'SUBJECT',
        wikidataId: null,
        aliases: ['Sea freight'],
        nameIsDerived: false,
        // This story says nothing of it; the other one does.
        description: 'Goods moved by sea.',
        storyCount: 2,
        stories: { nodes: [{ slug: 'ferry-strike-ends' }, { slug: 'new-crane-arrives' }] },
      },
    });
  });

  it('counts topic → outlets, outlet → topics, topic ↔ topics and topic ↔ questions', async () => {
    const { topic, outlet, question } = await graph.ask(`{
      topic(by: { slug: "port-of-alder" }) {
        outlets { totalCount edges { storyCount node { slug } } }
        related { totalCount edges { sharedStories node { slug } } }
        questions { totalCount nodes { slug } }
      }
      outlet(by: { slug: "alder-courier" }) { topics { totalCount edges { storyCount node { slug } } } }
      question(by: { slug: "will-ferries-run-on-time" }) { topics { totalCount nodes { slug } } }
    }`);
    expect(topic).toEqual({
      outlets: { totalCount: 2, edges: [{ storyCount: 2, node: { slug: 'alder-courier' } }, { storyCount: 2, node: { slug: 'northwire' } }] },
      related: { totalCount: 2, edges: [{ sharedStories: 2, node: { slug: 'dock-union' } }, { sharedStories: 2, node: { slug: 'shipping' } }] },
      questions: { totalCount: 2, nodes: [{ slug: 'will-ferries-run-on-time' }, { slug: 'what-did-the-union-win' }] },
    });
    expect(outlet.topics).toEqual({
      totalCount: 4,
      edges: [
        { storyCount: 2, node: { slug: 'dock-union' } },
        { storyCount: 2, node: { slug: 'port-of-alder' } },
        { storyCount: 1, node: { slug: 'poetry' } },
        { storyCount: 1, node: { slug: 'shipping' } },
      ],
    });
    expect(question.topics).toEqual({ totalCount: 3, nodes: [{ slug: 'dock-union' }, { slug: 'port-of-alder' }, { slug: 'shipping' }] });
  });

  it('orders related stories by what they share, and says by how much', async () => {
    const { story } = await graph.ask(`{
      story(by: { slug: "ferry-strike-ends" }) { related { totalCount edges {
        node { slug } score { total topics outlets time title } sharedTopics { slug } sharedOutlets { slug } sharedTitleWords
      } } }
    }`);
    // Port of Alder is on three stories, Dock Union and Shipping on two each: 20,000 / 21 and 20,000 / 20.
    expect(story.related).toEqual({
      totalCount: 2,
      edges: [
        {
          node: { slug: 'ferry-strike-begins' },
          // 48 hours apart; one outlet of two; "ferry" and "strike" on two titles each.
          score: { total: 3_152, topics: 1_952, outlets: 100, time: 100, title: 1_000 },
          sharedTopics: [{ slug: 'dock-union' }, { slug: 'port-of-alder' }],
          sharedOutlets: [{ slug: 'alder-courier' }],
          sharedTitleWords: ['ferry', 'strike'],
        },
        {
          node: { slug: 'new-crane-arrives' },
          score: { total: 2_202, topics: 1_952, outlets: 100, time: 150, title: 0 },
          sharedTopics: [{ slug: 'port-of-alder' }, { slug: 'shipping' }],
          sharedOutlets: [{ slug: 'northwire' }],
          sharedTitleWords: [],
        },
      ],
    });
  });

  it('gives no related stories to a story that shares nothing', async () => {
    const { story } = await graph.ask(`{ story(by: { slug: "poem-prize" }) { related { totalCount nodes { slug } } } }`);
    expect(story.related).toEqual({ totalCount: 0, nodes: [] });
  });

  it('lists all nodes of a kind', async () => {
    const data = await graph.ask(`{
      stories { totalCount nodes { slug } }
      outlets { nodes { slug } }
      questions { nodes { slug } }
      topics { nodes { slug } }
      most: topics(orderBy: STORY_COUNT) { nodes { slug storyCount } }
    }`);
    expect(data.stories).toEqual({
      totalCount: 4,
      nodes: [{ slug: 'ferry-strike-ends' }, { slug: 'new-crane-arrives' }, { slug: 'ferry-strike-begins' }, { slug: 'poem-prize' }],
    });
    // "The" does not count among outlets.
    expect(data.outlets.nodes).toEqual([{ slug: 'alder-courier' }, { slug: 'northwire' }]);
    expect(data.questions.nodes).toEqual([{ slug: 'what-did-the-union-win' }, { slug: 'will-ferries-run-on-time' }]);
    expect(data.topics.nodes).toEqual([{ slug: 'dock-union' }, { slug: 'poetry' }, { slug: 'port-of-alder' }, { slug: 'shipping' }]);
    expect(data.most.nodes).toEqual([
      { slug: 'port-of-alder', storyCount: 3 },
      { slug: 'dock-union', storyCount: 2 },
      { slug: 'shipping', storyCount: 2 },
      { slug: 'poetry', storyCount: 1 },
    ]);
  });
});
