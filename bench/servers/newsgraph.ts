/** The gateway itself, served as its own command serves it in production, without a log. */
import { collectEarly } from '../../src/cli/collect-early';
import { createHandler } from '../../src/server';
import { serveGateway } from './gateway';

collectEarly();
void serveGateway((newsgraph) => createHandler(newsgraph));
