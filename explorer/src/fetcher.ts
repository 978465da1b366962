import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';

import { operationNameFor } from './operation-name';

/** The endpoint stands next to the page, wherever the page is mounted. */
const send = createGraphiQLFetcher({ url: new URL('graphql', document.baseURI).href, enableIncrementalDelivery: false });

/** Sends what GraphiQL runs. */
export const fetcher: Fetcher = (parameters, options) =>
  send({ ...parameters, operationName: operationNameFor(parameters.query, parameters.operationName) }, options);
