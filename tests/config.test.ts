import { ConfigurationError, isDebugging, readConfig, readDatabaseUrl, readLimits, unknownVariables } from '../src/config';
import { DEFAULT_LIMITS } from '../src/server';

/** The message that a variable's value is refused with. */
function refusal(variables: Record<string, string>): string {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('readConfig', () => {
  it('has the defaults of a machine to try things on', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      databaseUrl: 'sqlite:data/newsgraph.db',
      poolSize: 10,
      corsOrigins: 'localhost',
      explorer: true,
      introspection: true,
      suggestions: true,
      stacktraces: true,
      examples: true,
      logLevel: 'info',
      limits: DEFAULT_LIMITS,
      rateLimit: null,
      trustedProxies: [],
      trustedDocuments: null,
      metrics: null,
      tracing: null,
    });
  });

  it('tells nothing and allows no origin in production', () => {
    expect(readConfig({ NODE_ENV: 'production' })).toEqual({
      ...readConfig({}),
      corsOrigins: [],
      explorer: false,
      introspection: false,
      suggestions: false,
      stacktraces: false,
    });
  });

  it.each([
    ['NEWSGRAPH_EXPLORER', 'explorer'],
    ['NEWSGRAPH_INTROSPECTION', 'introspection'],
    ['NEWSGRAPH_SUGGESTIONS', 'suggestions'],
    ['NEWSGRAPH_STACKTRACES', 'stacktraces'],
  ] as const)('sets %s apart from the environment', (variable, setting) => {
    expect(readConfig({ NODE_ENV: 'production', [variable]: 'true' })).toEqual({
      ...readConfig({ NODE_ENV: 'production' }),
      [setting]: true,
    });
    expect(readConfig({ [variable]: 'false' })).toEqual({ ...readConfig({}), [setting]: false });
  });

  it.each<[Record<string, string>, object]>([
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'news.internal' }, { host: 'news.internal' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ DATABASE_URL: 'sqlite::memory:' }, { databaseUrl: 'sqlite::memory:' }],
    [{ DATABASE_URL: 'postgres://u:p@h:5432/d' }, { databaseUrl: 'postgres://u:p@h:5432/d' }],
    [{ NEWSGRAPH_POOL_SIZE: '25' }, { poolSize: 25 }],
    [{ NEWSGRAPH_METRICS_PORT: '9464' }, { metrics: { host: '127.0.0.1', port: 9464 } }],
    [{ NEWSGRAPH_METRICS_PORT: '0', NEWSGRAPH_METRICS_HOST: '0.0.0.0' }, { metrics: { host: '0.0.0.0', port: 0 } }],
    [{ NEWSGRAPH_METRICS_HOST: '0.0.0.0' }, { metrics: null }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, { tracing: { endpoint: 'http://c:4318', serviceName: 'newsgraph', share: 1 } }],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318', OTEL_SERVICE_NAME: 'news', OTEL_TRACES_SAMPLER_ARG: '0.25' },
      { tracing: { endpoint: 'http://c:4318', serviceName: 'news', share: 0.25 } },
    ],
    [{ CORS_ORIGINS: '*' }, { corsOrigins: 'any' }],
    [{ CORS_ORIGINS: 'https://a.example, http://localhost:3000,' }, { corsOrigins: ['https://a.example', 'http://localhost:3000'] }],
    [{ NEWSGRAPH_EXAMPLES: 'false' }, { examples: false }],
    [{ NEWSGRAPH_LOG: 'silent' }, { logLevel: 'silent' }],
    [{ NODE_ENV: 'test' }, {}],
    [{ PORT: ' 4001 ', HOST: '', CORS_ORIGINS: ' ' }, { port: 4001 }],
  ])('reads %j', (variables, expected) => {
    expect(readConfig(variables)).toEqual({ ...readConfig({}), ...expected });
  });

  it.each<[Record<string, string>, string]>([
    [{ PORT: '80a' }, 'PORT is "80a"; give a whole number from 0 to 65535 (0: any free port)'],
    [{ PORT: '65536' }, 'PORT is "65536"; give a whole number from 0 to 65535 (0: any free port)'],
    [{ NEWSGRAPH_POOL_SIZE: '0' }, 'NEWSGRAPH_POOL_SIZE is "0"; give a whole number from 1 to 1000'],
    [{ NEWSGRAPH_METRICS_PORT: 'on' }, 'NEWSGRAPH_METRICS_PORT is "on"; give a whole number from 0 to 65535 (0: any free port)'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'c:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT is "c:4318"; give an address such as http://localhost:4318'],
    [{ OTEL_TRACES_SAMPLER_ARG: '1.5' }, 'OTEL_TRACES_SAMPLER_ARG is "1.5"; give a number from 0 to 1, such as 0.1'],
    [{ PORT: '-1' }, 'PORT is "-1"; give a whole number from 0 to 65535 (0: any free port)'],
    [{ HOST: '127.0.0.256' }, 'HOST is "127.0.0.256"; give an IP address or a host name, such as 127.0.0.1, 0.0.0.0, :: or localhost'],
    [{ HOST: 'http://x' }, 'HOST is "http://x"; give an IP address or a host name, such as 127.0.0.1, 0.0.0.0, :: or localhost'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV is "prod"; give production, development or test'],
    [{ NEWSGRAPH_EXPLORER: 'yes' }, 'NEWSGRAPH_EXPLORER is "yes"; give true or false'],
    [{ NEWSGRAPH_LOG: 'loud' }, 'NEWSGRAPH_LOG is "loud"; give trace, debug, info, warn, error, fatal or silent'],
    [{ DATABASE_URL: 'news.db' }, 'DATABASE_URL is "news.db"; give sqlite:<file>, sqlite::memory: or postgres://user:password@host:port/database'],
    [
      { CORS_ORIGINS: 'https://a.example,https://b.example/' },
      'CORS_ORIGINS is "https://a.example,https://b.example/"; give origins such as https://news.example or ' +
        'http://localhost:3000, parted by commas, or * for any ("https://b.example/" is not one, https://b.example is)',
    ],
    [
      { CORS_ORIGINS: 'a.example' },
      'CORS_ORIGINS is "a.example"; give https://a.example',
    ],
    [{ CORS_ORIGINS: 'https://a.example/' }, 'CORS_ORIGINS is "https://a.example/"; give https://a.example'],
    [{ CORS_ORIGINS: 'https://u:hunter2@a.example' }, 'CORS_ORIGINS is "https://u:***@a.example"; give https://a.example'],
    [
      { CORS_ORIGINS: 'https://*.example' },
      'CORS_ORIGINS is "https://*.example"; give origins such as https://news.example or http://localhost:3000, parted by commas, or * for any',
    ],
    [
      { CORS_ORIGINS: 'ftp://a.example' },
      'CORS_ORIGINS is "ftp://a.example"; give origins such as https://news.example or http://localhost:3000, parted by commas, or * for any',
    ],
    [
      { CORS_ORIGINS: '*,https://a.example' },
      'CORS_ORIGINS is "*,https://a.example"; give origins such as https://news.example or http://localhost:3000, parted by commas, or * for any ("*" is not one)',
    ],
  ])('refuses %j', (variables, message) => {
    expect(refusal(variables)).toBe(message);
  });

  it('names the first wrong variable', () => {
    expect(refusal({ HOST: '!', PORT: '!' })).toMatch(/^HOST is /);
  });

  it.each([
    'mysql://user:hunter2@host/db',
    'mysql://user:hunter2@with@host/db',
    'mysql://user:hunter2/with:all@host/db',
    'user:hunter2@host/db',
    'mysql://host/db?user=u&password=hunter2',
  ])('does not show the password of %s', (url) => {
    const message = refusal({ DATABASE_URL: url });

    expect(message).not.toContain('hunter2');
    expect(message).toContain('***');
  });

  it('stays on one line, and short, whatever the value', () => {
    const message = refusal({ PORT: `1\n2${'x'.repeat(1000)}` });

    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(300);
  });
});

describe('limits', () => {
  const VARIABLES = {
    bodyBytes: 'NEWSGRAPH_MAX_BODY_BYTES',
    documentBytes: 'NEWSGRAPH_MAX_DOCUMENT_BYTES',
    tokens: 'NEWSGRAPH_MAX_TOKENS',
    nesting: 'NEWSGRAPH_MAX_NESTING',
    depth: 'NEWSGRAPH_MAX_DEPTH',
    aliases: 'NEWSGRAPH_MAX_ALIASES',
    rootFields: 'NEWSGRAPH_MAX_ROOT_FIELDS',
    selections: 'NEWSGRAPH_MAX_SELECTIONS',
    directives: 'NEWSGRAPH_MAX_DIRECTIVES',
    cost: 'NEWSGRAPH_MAX_COST',
    listItems: 'NEWSGRAPH_MAX_LIST_ITEMS',
    errors: 'NEWSGRAPH_MAX_ERRORS',
    operationMs: 'NEWSGRAPH_MAX_OPERATION_MS',
  };

  it('are those of the documentation', () => {
    expect(readLimits({})).toEqual({
      bodyBytes: 262_144,
      documentBytes: 65_536,
      tokens: 2000,
      nesting: 100,
      depth: 12,
      aliases: 30,
      rootFields: 20,
      selections: 400,
      directives: 20,
      cost: 7500,
      listItems: 100,
      errors: 5,
      operationMs: 10_000,
    });
  });

  it.each(Object.entries(VARIABLES))('%s is set by %s, apart from the others', (limit, variable) => {
    const value = limit.endsWith('Bytes') ? 1024 : 42;

    expect(readConfig({ [variable]: String(value) }).limits).toEqual({ ...DEFAULT_LIMITS, [limit]: value });
  });

  it('have a variable each', () => {
    expect(Object.keys(VARIABLES).sort()).toEqual(Object.keys(DEFAULT_LIMITS).sort());
  });

  it.each([
    [{ NEWSGRAPH_MAX_COST: 'lots' }, 'NEWSGRAPH_MAX_COST is "lots"; give a whole number from 1 to 1000000000'],
    [{ NEWSGRAPH_MAX_NESTING: '501' }, 'NEWSGRAPH_MAX_NESTING is "501"; give a whole number from 5 to 500'],
    [{ NEWSGRAPH_MAX_ERRORS: '1' }, 'NEWSGRAPH_MAX_ERRORS is "1"; give a whole number from 2 to 1000'],
  ])('refuse %j', (variables, message) => {
    expect(refusal(variables)).toBe(message);
  });
});

describe('rate limits', () => {
  const COST = 'NEWSGRAPH_RATE_LIMIT_COST_PER_MINUTE';
  const PROXIES = 'NEWSGRAPH_RATE_LIMIT_TRUSTED_PROXIES';
  const NETWORKS = 'addresses and networks such as 10.0.0.7 or 10.0.0.0/8, or loopback, linklocal, uniquelocal, parted by commas';

  it('are what a minute may cost, and whose word for a client’s address is believed', () => {
    expect(readConfig({ [COST]: '60000' })).toEqual({ ...readConfig({}), rateLimit: { costPerMinute: 60_000 } });
    expect(readConfig({ [PROXIES]: 'loopback, 10.0.0.7,10.0.0.0/8, fd00::/8' }).trustedProxies).toEqual(['loopback', '10.0.0.7', '10.0.0.0/8', 'fd00::/8']);
  });

  it('are no less than an operation may cost', () => {
    expect(refusal({ [COST]: '7499' })).toBe(`${COST} is "7499"; give a whole number from 7500 to 1000000000`);
    expect(readConfig({ [COST]: '100', NEWSGRAPH_MAX_COST: '100' }).rateLimit).toEqual({ costPerMinute: 100 });
  });

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0/8', 'fd00::/129', '10.0.0.0/', 'true', ','])('refuse %j for a proxy', (value) => {
    expect(refusal({ [PROXIES]: value })).toBe(`${PROXIES} is ${JSON.stringify(value)}; give ${NETWORKS}`);
  });
});

describe('trusted documents', () => {
  it('are those of a file or folder that is there', () => {
    expect(readConfig({ NEWSGRAPH_TRUSTED_DOCUMENTS: __dirname }).trustedDocuments).toEqual({ path: __dirname, only: false });
    expect(refusal({ NEWSGRAPH_TRUSTED_DOCUMENTS: 'no-such-folder' })).toBe(
      'NEWSGRAPH_TRUSTED_DOCUMENTS is "no-such-folder"; give the path of a file or folder that is there',
    );
  });

  it('can be the only ones, where there are any', () => {
    const only = { NEWSGRAPH_TRUSTED_DOCUMENTS_ONLY: 'true' };

    expect(readConfig({ ...only, NEWSGRAPH_TRUSTED_DOCUMENTS: __dirname }).trustedDocuments).toEqual({ path: __dirname, only: true });
    expect(refusal(only)).toBe('NEWSGRAPH_TRUSTED_DOCUMENTS_ONLY is "true"; give NEWSGRAPH_TRUSTED_DOCUMENTS too, or false');
  });
});

describe('readDatabaseUrl', () => {
  it('looks at no other variable', () => {
    expect(readDatabaseUrl({ DATABASE_URL: 'sqlite:other.db', PORT: 'wrong' })).toBe('sqlite:other.db');
  });

  it('refuses what no store can be opened by', () => {
    expect(() => readDatabaseUrl({ DATABASE_URL: 'file:x' })).toThrow(ConfigurationError);
  });
});

describe('unknownVariables', () => {
  it.each([
    ['NEWSGRAPH_MAX_DPETH', 'NEWSGRAPH_MAX_DPETH is not a setting; did you mean NEWSGRAPH_MAX_DEPTH?'],
    ['NEWSGRAPH_TRUSTED_DOCUMENT', 'NEWSGRAPH_TRUSTED_DOCUMENT is not a setting; did you mean NEWSGRAPH_TRUSTED_DOCUMENTS?'],
    ['NEWSGRAPH_PORT', 'NEWSGRAPH_PORT is not a setting; did you mean PORT?'],
    ['NEWSGRAPH_CORS_ORIGINS', 'NEWSGRAPH_CORS_ORIGINS is not a setting; did you mean CORS_ORIGINS?'],
    ['NEWSGRAPH_COLOUR', 'NEWSGRAPH_COLOUR is not a setting; docs/configuration.md has them all'],
    ['NEWSGRAPH_', 'NEWSGRAPH_ is not a setting; docs/configuration.md has them all'],
  ])('tells of %s', (variable, line) => {
    expect(unknownVariables({ [variable]: '8' })).toEqual([line]);
  });

  it('tells of each, by name, and not of those that are settings, empty or of other programs', () => {
    // Given
    const env = {
      NEWSGRAPH_B: 'x',
      NEWSGRAPH_A: 'x',
      NEWSGRAPH_EMPTY: ' ',
      NEWSGRAPH_MAX_DEPTH: 'wrong, which is told elsewhere',
      NEWSGRAPH_TRUSTED_DOCUMENTS_ONLY: 'true',
      NEWSGRAPH_METRICS_HOST: '0.0.0.0',
      PROT: '80',
      newsgraph_max_dpeth: '8',
    };
    // When, then
    expect(unknownVariables(env).map((line) => line.split(' ')[0])).toEqual(['NEWSGRAPH_A', 'NEWSGRAPH_B']);
  });

  it('leaves alone what Kubernetes sets for services called newsgraph and newsgraph-search, and what our own tools read', () => {
    // Given
    const env = {
      NEWSGRAPH_SERVICE_HOST: '10.0.0.7',
      NEWSGRAPH_SERVICE_PORT: '4000',
      NEWSGRAPH_SERVICE_PORT_HTTP: '4000',
      NEWSGRAPH_PORT: 'tcp://10.0.0.7:4000',
      NEWSGRAPH_PORT_4000_TCP: 'tcp://10.0.0.7:4000',
      NEWSGRAPH_PORT_4000_TCP_PROTO: 'tcp',
      NEWSGRAPH_PORT_4000_TCP_PORT: '4000',
      NEWSGRAPH_PORT_4000_TCP_ADDR: '10.0.0.7',
      NEWSGRAPH_SEARCH_SERVICE_HOST: '10.0.0.8',
      NEWSGRAPH_SEARCH_PORT: 'tcp://10.0.0.8:80',
      NEWSGRAPH_SEARCH_PORT_80_TCP_ADDR: '10.0.0.8',
      NEWSGRAPH_BENCH_CACHE: '/var/tmp/stores',
      NEWSGRAPH_SHARED_DATA: '/srv/data',
    };
    // When, then
    expect(unknownVariables(env)).toEqual([]);
  });
});

describe('isDebugging', () => {
  it.each([
    [undefined, false],
    ['newsgraph', true],
    ['express,newsgraph', true],
    ['newsgraph-other', false],
  ])('DEBUG=%s: %s', (value, expected) => {
    expect(isDebugging({ DEBUG: value })).toBe(expected);
  });
});
