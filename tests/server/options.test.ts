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

  it('have their default where they are given as undefined', async () => {
    // Given
    const { ask } = await testHandler({ limits: { rootFields: undefined }, rateLimit: undefined });
    // When
    const response = await ask(`{ ${Array.from({ length: 21 }, (_, index) => `a${index}: greeting`).join(' ')} }`);
    // Then
    expect(response.json().errors[0].extensions).toEqual({ code: 'TOO_MANY_ROOT_FIELDS', maximum: 20 });
  });
});
