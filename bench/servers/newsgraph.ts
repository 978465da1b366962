/** The gateway itself, served as its own command serves it in production, without a log. */
import { createHandler } from '../../src/server';
import { serveGateway } from './gateway';

void serveGateway((newsgraph) => createHandler(newsgraph));
