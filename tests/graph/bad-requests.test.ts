/** Requests of programs in plain JavaScript, which nothing has held to the types. */
import type { GraphRequest } from '../../src';
import { openGraph, type TestGraph } from '../support/graphs';

describe('a request in the process', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph('sqlite::memory:');
  });
  afterAll(() => graph.close());

  const QUERY = '"query" is missing; give the text of a GraphQL document';
  const VARIABLES = '"variables" is not an object of values by name';
  it.each<[unknown, string]>([
    [undefined, QUERY],
    [null, QUERY],
    ['{ stories { totalCount } }', QUERY],
    [{}, QUERY],
    [{ query: null }, QUERY],
    [{ query: 5 }, '"query" is no text; give the text of a GraphQL document'],
    [{ query: { kind: 'Document', definitions: [] } }, '"query" is no text; give the text of a GraphQL document'],
    [{ query: '{ stories { totalCount } }', variables: '{}' }, VARIABLES],
    [{ query: '{ stories { totalCount } }', variables: [] }, VARIABLES],
    [{ query: '{ stories { totalCount } }', operationName: 1 }, '"operationName" is no text'],
  ])('that is %j is answered as a bad one', async (request, message) => {
    // When
    const result = await graph.newsgraph.execute(request as GraphRequest);
    // Then
    expect(JSON.parse(JSON.stringify(result))).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('may leave out all but its query, and give null for it', async () => {
    const expected = { stories: { totalCount: 0 } };
    expect(await graph.ask('{ stories { totalCount } }')).toEqual(expected);
    const { data } = await graph.newsgraph.execute({ query: '{ stories { totalCount } }', variables: null, operationName: null });
    expect(JSON.parse(JSON.stringify(data))).toEqual(expected);
  });
});
