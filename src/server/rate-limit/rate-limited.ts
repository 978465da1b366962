/** A client has spent what it may in a minute. */
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** What is answered then, before an operation (by Fastify) as well as in one (by Apollo). */
export class RateLimited extends GraphQLError {
  override readonly name = 'RateLimited';

  constructor(
    /** What may be spent in a minute. */
    readonly maximum: number,
    /** Seconds until the minute is over. */
    readonly retryAfter: number,
  ) {
    const forApollo: Readonly<Record<string, unknown>> = {
      http: { status: 429, headers: new HeaderMap([['retry-after', String(retryAfter)]]) },
    };
    super(`A client may ask for a cost of ${maximum} a minute; the next minute begins in ${retryAfter} s.`, {
      extensions: { code: 'RATE_LIMITED', maximum, retryAfter, ...forApollo },
    });
  }
}
