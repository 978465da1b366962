/** The gateway with a rate limit that nobody meets. */
import { collectEarly } from '../../src/cli/collect-early';
import { createHandler } from '../../src/server';
import { serveGateway } from './gateway';

collectEarly();
void serveGateway((newsgraph) => createHandler(newsgraph, { rateLimit: { costPerMinute: 1_000_000_000 } }));
