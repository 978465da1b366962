/** The scalars that the store's values have in the schema. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';

/**
 * The store keeps instants as the text that GraphQL shows, so they are given on as they are. What comes in is
 * checked by graphql-scalars: RFC 3339 with a time zone.
 */
export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant as RFC 3339, `2026-01-01T00:00:00.000Z`. Shown in UTC with milliseconds; any offset is understood.',
  serialize: (value) => {
    if (typeof value === 'string') return value;
    throw new GraphQLError('DateTime holds what is not an instant.');
  },
});

/** URLs are shown verbatim: a parser would rewrite them (trailing slashes, escapes), and links would differ. */
export const Url = new GraphQLScalarType<string, string>({
  name: 'URL',
  description: 'An absolute URL, verbatim as the source gave it.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (value) => {
    if (typeof value === 'string') return value;
    throw new GraphQLError('URL holds what is not a text.');
  },
  parseValue: parseUrl,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return parseUrl(node.value);
    throw new GraphQLError('A URL is given as a string.', { nodes: node });
  },
});

function parseUrl(value: unknown): string {
  if (typeof value === 'string' && URL.canParse(value)) return value;
  throw new GraphQLError('A URL must be absolute, like "https://example.org/".');
}
