import { closeHandlers, testHandler } from '../support/handlers';
import { SECRET } from '../support/tiny-newsgraph';

describe('errors of operations', () => {
  afterEach(closeHandlers);

  it('tells of an unknown error that it happened, where, and an id: nothing else', async () => {
    const { ask } = await testHandler();

    const response = await ask('{ greeting broken }');

    expect(response.json()).toEqual({
      data: { greeting: 'Hello, you', broken: null },
      errors: [
        {
          message: 'Internal server error.',
          path: ['broken'],
          locations: [{ line: 1, column: 12 }],
          extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) },
        },
      ],
    });
  });

  it('tells of a database that is gone without its words', async () => {
    const { ask } = await testHandler();

    const [error] = (await ask('{ unreachable }')).json().errors;

    expect(error.extensions).toEqual({ code: 'SERVICE_UNAVAILABLE', id: expect.any(String) });
    expect(error.message).toBe('The database does not answer; try again shortly.');
  });

  it('passes an error that carries a code of its own as it is', async () => {
    const { ask } = await testHandler();

    const [error] = (await ask('{ page(first: -1) }')).json().errors;

    expect(error.message).toBe('first must be between 0 and 100');
    expect(error.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
  });

  it('blames the client for a null that only the execution finds', async () => {
    const { ask } = await testHandler();

    const [error] = (await ask('query($to: String = "x") { greeting(to: $to) }', { variables: { to: null } })).json().errors;

    expect(error.extensions.code).toBe('BAD_USER_INPUT');
    expect(error.message).toContain('must not be null');
  });

  it('masks an error of the context, before any operation', async () => {
    const { ask, newsgraph } = await testHandler();
    newsgraph.createContext = () => {
      throw new Error(SECRET);
    };

    const response = await ask('{ greeting }');

    expect(response.statusCode).toBe(500);
    expect(response.json().errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) });
    expect(response.body).not.toContain('SELECT');
  });

  it('masks a route that fails', async () => {
    const { app } = await testHandler();
    app.get('/fails', () => {
      throw new Error(SECRET);
    });

    const response = await app.inject('/fails');

    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({
      errors: [
        { message: 'Internal server error.', extensions: { code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) } },
      ],
    });
  });

  it('carries stacks only when they are switched on', async () => {
    const off = await testHandler();
    const on = await testHandler({ stacktraces: true });

    expect((await off.ask('{ broken }')).json().errors[0].extensions).not.toHaveProperty('stacktrace');
    expect((await on.ask('{ broken }')).json().errors[0].extensions.stacktrace).toEqual(
      expect.arrayContaining([expect.stringContaining('tiny-newsgraph')]),
    );
  });

  it('suggests names only when that is switched on', async () => {
    const off = await testHandler();
    const on = await testHandler({ suggestions: true });

    expect((await off.ask('{ greetin }')).json().errors[0].message).toBe('Cannot query field "greetin" on type "Query".');
    expect((await on.ask('{ greetin }')).json().errors[0].message).toBe(
      'Cannot query field "greetin" on type "Query". Did you mean "greeting"?',
    );
  });
});
