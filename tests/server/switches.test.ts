import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { closeHandlers, testHandler } from '../support/handlers';

describe('introspection', () => {
  afterEach(closeHandlers);

  it('is refused, and there is no schema file, unless it is switched on', async () => {
    const { app, ask } = await testHandler();

    const [error] = (await ask(getIntrospectionQuery())).json().errors;

    expect(error).toMatchObject({
      message: 'Introspection is switched off here.',
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', validationErrorCode: 'INTROSPECTION_DISABLED' },
    });
    expect((await app.inject('/schema.graphql')).statusCode).toBe(404);
  });

  it('answers, and the schema is there as a file, when it is switched on', async () => {
    const { app, ask, newsgraph } = await testHandler({ introspection: true });

    const file = await app.inject('/schema.graphql');

    expect((await ask(getIntrospectionQuery())).json().data.__schema.queryType).toMatchObject({ name: 'Query' });
    expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(file.body).toBe(newsgraph.schemaText);
  });

  it('does not touch __typename', async () => {
    const { ask } = await testHandler();

    expect((await ask('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
  });
});

describe('the explorer', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsgraph-explorer-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>made up</title>');
    await writeFile(join(folder, 'assets', 'main-abc.js'), 'true');
  });
  afterAll(() => rm(folder, { recursive: true }));
  afterEach(closeHandlers);

  it('is at / when it is switched on', async () => {
    const { app } = await testHandler({ explorer: { folder } });

    const page = await app.inject('/');

    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await app.inject('/assets/main-abc.js')).statusCode).toBe(200);
  });

  it('changes nothing about what is not there', async () => {
    const { app } = await testHandler({ explorer: { folder } });

    expect((await app.inject('/assets/other.js')).json().errors[0].extensions.code).toBe('NOT_FOUND');
    expect((await app.inject({ method: 'POST', url: '/' })).statusCode).toBe(405);
  });

  it('is not there when it is not switched on', async () => {
    const { app } = await testHandler();

    expect((await app.inject('/')).statusCode).toBe(404);
  });
});
