/** Which room may use which, and which libraries. `npm run check:rooms` holds the code to it. */
const rooms = (...names) => `^src/(${names.join('|')})(/|\\.ts$)`;

const ROOMS = ['domain', 'store', 'ingest', 'graph', 'newsgraph', 'server', 'config', 'config-values', 'cli', 'index'];

/** The rooms that a room may not enter: all but itself and those listed. */
const only = (from, ...allowed) => ({
  name: `${from}-uses-${allowed.join('-') || 'nothing'}`,
  comment: `src/${from} may use ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}.`,
  severity: 'error',
  from: { path: rooms(from) },
  to: { path: '^src/', pathNot: rooms(from, ...allowed) },
});

const library = (name, pattern, ...allowed) => ({
  name: `${name}-stays-in-its-room`,
  comment: `${name} is used in ${allowed.join(', ')} alone.`,
  severity: 'error',
  from: { path: '^src/', pathNot: rooms(...allowed) },
  to: { path: `node_modules/(${pattern})(/|$)`, dependencyTypesNot: ['type-only'] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Modules that need each other are one module, or want a third.',
      severity: 'error',
      // Entities of a relation name each other as types, which is no circle at run time.
      from: { path: '^(src|explorer|scripts)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'A module that is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-room-without-rules',
      comment: 'A new room says here whom it may use, and who may use it.',
      severity: 'error',
      from: { path: '^(src|explorer|scripts)/' },
      to: { path: '^src/', pathNot: rooms(...ROOMS) },
    },
    {
      name: 'src-stands-alone',
      comment: 'What is published uses nothing that is not: no scripts, no tests, no development dependency.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(explorer|scripts|tests|bench)/' },
    },
    {
      name: 'src-uses-dependencies',
      comment: 'Whoever installs the package gets its dependencies, and not those that it is developed with.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'domain-uses-no-library',
      comment: 'The words of news stand on their own; node:crypto alone gives fingerprints.',
      severity: 'error',
      from: { path: rooms('domain') },
      to: { pathNot: '^src/domain/|^(node:)?crypto$' },
    },
    only('domain'),
    only('store', 'domain'),
    only('ingest', 'domain', 'store'),
    only('graph', 'domain', 'store'),
    only('newsgraph', 'domain', 'store', 'ingest', 'graph'),
    only('server', 'newsgraph'),
    only('config', 'config-values', 'newsgraph', 'server'),
    only('config-values', 'newsgraph', 'server'),
    only('cli', 'newsgraph', 'server', 'config', 'config-values'),
    only('index', 'newsgraph', 'server'),
    {
      name: 'store-by-its-face',
      comment: 'The other rooms see the store by its index alone: no SQL, no tables.',
      severity: 'error',
      from: { path: '^src/', pathNot: rooms('store') },
      to: { path: '^src/store/', pathNot: '^src/store/index\\.ts$' },
    },
    library('typeorm', 'typeorm|sqlite3|pg', 'store'),
    library('type-graphql', 'type-graphql|dataloader|graphql-jit|graphql-scalars', 'graph'),
    library('graphql', 'graphql', 'graph', 'server'),
    library('apollo-and-fastify', '@apollo|@as-integrations|@fastify|fastify|rate-limiter-flexible|ipaddr.js', 'server'),
    library('document-libraries', 'ajv|jsonc-parser|fastest-levenshtein|tinyld|transliteration', 'ingest'),
    library('observing', 'prom-client|@opentelemetry', 'server'),
    library('commander', 'commander|cli-progress', 'cli'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
