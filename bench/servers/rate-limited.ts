/** The gateway with a rate limit that nobody meets. */
import { createHandler } from '../../src/server';
import { serveGateway } from './gateway';

void serveGateway((newsgraph) => createHandler(newsgraph, { rateLimit: { costPerMinute: 1_000_000_000 } }));
