/** The coded errors that the graph itself gives; clients branch on `extensions.code`. */
import { GraphQLError } from 'graphql';

/** An argument that has the right type but no meaning here. */
export function badUserInput(message: string, argument: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
}
