/** What `createHandler` is given by programs in plain JavaScript, where nothing holds them to the types. */
import { ConfigurationError, createHandler, type HandlerOptions } from '../../src';
import { closeHandlers, testHandler } from '../support/handlers';
import { tinyNewsgraph } from '../support/tiny-newsgraph';

/** As a program gives them that no compiler has looked at. */
function handlerWith(options: unknown): Promise<unknown> {
  return createHandler(tinyNewsgraph(), options as HandlerOptions);
}

describe('the options of a handler', () => {
  afterEach(closeHandlers);

  it.each([
    [{ corsOrgins: 'any' }, 'createHandler has no option corsOrgins; did you mean corsOrigins?'],
    [{ introspection: true, Explorer: true }, 'createHandler has no option Explorer; did you mean explorer?'],
    [{ trustProxy: true }, 'createHandler has no option trustProxy; did you mean trustedProxies?'],
    [{ playground: undefined }, /^createHandler has no option playground; it takes corsOrigins, explorer, introspection, [a-zA-Z, ]+, observer$/],
    [{ limits: { dpeth: 3 } }, 'createHandler has no option limits.dpeth; did you mean limits.depth?'],
    [{ limits: { colour: 3 } }, /^createHandler has no option limits\.colour; limits takes documentBytes, tokens, [a-zA-Z, ]+, operationMs$/],
    [{ explorer: { dir: 'x' } }, 'createHandler has no option explorer.dir; explorer takes folder'],
    [{ rateLimit: { costPerMin: 1 } }, 'createHandler has no option rateLimit.costPerMin; did you mean rateLimit.costPerMinute?'],
    [{ trustedDocuments: { path: 'x', Only: true } }, 'createHandler has no option trustedDocuments.Only; did you mean trustedDocuments.only?'],
    ['any', 'createHandler takes an object with its options, not a string'],
    [null, 'createHandler takes an object with its options, not null'],
    [{ limits: { depth: '3 or so' } }, "limits.depth is '3 or so'; give a number"],
    [{ limits: { depth: Number.NaN } }, 'limits.depth is NaN; give a number'],
  ])('are refused when they are %j', async (options, message) => {
    // When
    const made = handlerWith(options);
    // Then
    await expect(made).rejects.toThrow(message);
    await expect(made).rejects.toThrow(ConfigurationError);
  });

  const ORIGINS = "'any', 'localhost' or a list of origins such as https://news.example";

  it.each([
    [['https://a.example', 'https://b.example/'], 'corsOrigins has "https://b.example/"; give https://b.example'],
    [['https://a.example/news?x=1'], 'corsOrigins has "https://a.example/news?x=1"; give https://a.example'],
    [['https://A.example:443'], 'corsOrigins has "https://A.example:443"; give https://a.example'],
    [['https://u:hunter2@a.example'], 'corsOrigins has "https://u:***@a.example"; give https://a.example'],
    [['a.example'], 'corsOrigins has "a.example"; give https://a.example'],
    [['//a.example:8443'], 'corsOrigins has "//a.example:8443"; give https://a.example:8443'],
    [['localhost:3000'], 'corsOrigins has "localhost:3000"; give http://localhost:3000'],
    [['app://here/'], `corsOrigins has "app://here/"; give ${ORIGINS}`],
    [['https://*.example'], `corsOrigins has "https://*.example"; give ${ORIGINS}`],
    [['*'], `corsOrigins has "*"; give ${ORIGINS}`],
    [[''], `corsOrigins has ""; give ${ORIGINS}`],
    [[/example/], `corsOrigins has "/example/"; give ${ORIGINS}`],
    ['*', `corsOrigins is "*"; give ${ORIGINS}`],
    ['https://a.example', `corsOrigins is "https://a.example"; give ${ORIGINS}`],
  ])('are refused with the origins %j, which no browser has', async (corsOrigins, message) => {
    await expect(handlerWith({ corsOrigins })).rejects.toThrow(new ConfigurationError(message));
  });

  it('may have the origins of apps, of extensions and of pages that have none', async () => {
    const corsOrigins = ['capacitor://localhost', 'moz-extension://0b1c', 'null', 'http://[::1]:3000'];
    const { app } = await testHandler({ corsOrigins });
    for (const origin of corsOrigins) {
      const response = await app.inject({ url: '/health/live', headers: { origin } });
      expect(response.headers['access-control-allow-origin']).toBe(origin);
    }
  });

  it('have their default where they are given as undefined', async () => {
    // Given
    const { ask } = await testHandler({ limits: { rootFields: undefined }, rateLimit: undefined });
    // When
    const response = await ask(`{ ${Array.from({ length: 21 }, (_, index) => `a${index}: greeting`).join(' ')} }`);
    // Then
    expect(response.json().errors[0].extensions).toEqual({ code: 'TOO_MANY_ROOT_FIELDS', maximum: 20 });
  });
});
