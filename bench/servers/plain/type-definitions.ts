/** The part of the gateway's schema that the benchmark's queries use. */
export const typeDefs = `
  input Ref @oneOf { id: ID slug: String }

  type Query {
    story(by: Ref!): Story
    topic(by: Ref!): Topic
    outlet(by: Ref!): Outlet
    stories(first: Int = 20, after: String): StoryConnection
  }
  type Story {
    id: ID!
    slug: String!
    title: String!
    publishedAt: String
    summary: Section!
    analysis: Section
    coverage: Section
    background: Section
    perspectives(first: Int = 20): PerspectiveConnection!
    questions(first: Int = 20): StoryQuestionConnection!
    topics(first: Int = 20): TopicConnection!
  }
  type Section { text: String! isTruncated: Boolean! }
  type Perspective {
    id: ID!
    headline: String
    text: String!
    url: String
    publishedAt: String
    story: Story!
    outlets: [Outlet!]!
  }
  type Outlet {
    id: ID!
    slug: String!
    name: String!
    perspectives(first: Int = 20): PerspectiveConnection!
  }
  type Question { id: ID! slug: String! title: String! }
  type Topic {
    id: ID!
    slug: String!
    name: String!
    description: String
    stories(first: Int = 20): StoryConnection!
  }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type StoryEdge { cursor: String! node: Story! }
  type StoryConnection { edges: [StoryEdge!]! nodes: [Story!]! pageInfo: PageInfo! }
  type PerspectiveConnection { nodes: [Perspective!]! }
  type StoryQuestionEdge { intro: String answer: Section node: Question! }
  type StoryQuestionConnection { edges: [StoryQuestionEdge!]! nodes: [Question!]! }
  type TopicConnection { nodes: [Topic!]! }
`;
