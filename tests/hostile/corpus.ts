/** Requests that nobody sends who means well, made by rules, each with the answer that it is to get. */
import { bytesOf, type RawRequest } from './raw-request';

export interface HostileRequest {
  name: string;
  bytes: Buffer;
  status: number;
  /** Of the first error. */
  code: string;
}

/** What a group of requests has in common. */
interface Expected {
  status: number;
  code: string;
}

const REFUSED = (code: string, status = 400): Expected => ({ status, code });
const INVALID = REFUSED('GRAPHQL_VALIDATION_FAILED');
const UNPARSED = REFUSED('GRAPHQL_PARSE_FAILED');
const MALFORMED = REFUSED('BAD_REQUEST');
const WRONG_VARIABLE = REFUSED('BAD_USER_INPUT');
/** An error of one field, beside data. */
const WRONG_ARGUMENT = REFUSED('BAD_USER_INPUT', 200);

const JSON_HEADERS = [
  ['content-type', 'application/json'],
  ['accept', 'application/graphql-response+json'],
] as const;

const repeated = (count: number, each: (index: number) => string, separator = ' ') =>
  Array.from({ length: count }, (_, index) => each(index)).join(separator);

class Corpus {
  readonly requests: HostileRequest[] = [];

  raw(group: string, expected: Expected, requests: readonly (Buffer | string)[]): this {
    requests.forEach((bytes, index) => this.requests.push({ name: `${group} ${index + 1}`, bytes: Buffer.from(bytes), ...expected }));
    return this;
  }

  http(group: string, expected: Expected, requests: readonly RawRequest[]): this {
    return this.raw(group, expected, requests.map(bytesOf));
  }

  bodies(group: string, expected: Expected, bodies: readonly (string | Buffer)[]): this {
    return this.http(group, expected, bodies.map((body) => ({ headers: JSON_HEADERS, body })));
  }

  documents(group: string, expected: Expected, documents: readonly string[]): this {
    return this.bodies(group, expected, documents.map((query) => JSON.stringify({ query })));
  }

  variables(group: string, expected: Expected, query: string, values: readonly unknown[]): this {
    return this.bodies(group, expected, values.map((value) => JSON.stringify({ query, variables: { v: value } })));
  }
}

/** All of them; the same each time. */
export function hostileRequests(): HostileRequest[] {
  const corpus = new Corpus();
  addBodies(corpus);
  addFloods(corpus);
  addFragments(corpus);
  addDocuments(corpus);
  addArguments(corpus);
  addVariables(corpus);
  addHttp(corpus);
  return corpus.requests;
}

function addBodies(corpus: Corpus): void {
  const whole = '{"query":"{ __typename }","variables":{"a":[1,{"b":"c"}]}}';
  corpus.bodies('JSON that is cut', MALFORMED, [1, 2, 8, 9, 10, 20, 26, 30, 40, 45, 50, 55, whole.length - 1].map((end) => whole.slice(0, end)));
  corpus.bodies('JSON that is none', MALFORMED, [
    "{'query':'{ a }'}", '{query:"{ a }"}', '{"query":"{ a }",}', '{"query":"{ a }"}}', '{"query":"{ a }"} {}', '// a\n{"query":"{ a }"}',
    '{"query":NaN}', '{"query":undefined}', '{"query":"a\nb"}', '{"query":"\\x41"}', '{"query":01}', '{"query":.5}', '{"query":"\\u12"}', '\0', '{"query":"{ a }"}\0', '<query/>', 'query={a}', '{ __typename }',
  ]);
  corpus.bodies('JSON that is no request', MALFORMED, [
    'null', 'true', '0', '"{ __typename }"', '[]', '{}', '{"query":null}', '{"query":""}', '{"query":1}', '{"query":{}}', '{"query":[]}', '{"query":true}', '{"queries":"{ a }"}',
    '{"query":{"kind":"Document","definitions":[]}}', '{"__proto__":{"query":"{ __typename }"}}', '{"variables":{}}', '{"extensions":{}}',
  ]);
  corpus.bodies('batches', MALFORMED, [1, 2, 10, 1000].map((count) => `[${repeated(count, () => '{"query":"{ __typename }"}', ',')}]`));
  corpus.bodies('parts of the wrong type', MALFORMED, [
    ...['"x"', '[]', '1', 'true'].map((value) => `{"query":"{ __typename }","variables":${value}}`),
    ...['"x"', '[]', '1'].map((value) => `{"query":"{ __typename }","extensions":${value}}`),
    ...['1', '{}', '[]', 'true'].map((value) => `{"query":"{ __typename }","operationName":${value}}`),
  ]);
  corpus.bodies(
    'bytes that are not UTF-8',
    MALFORMED,
    [[0xff], [0xfe, 0xff], [0xc0, 0xaf], [0xc1, 0xbf], [0xe0, 0x80, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xe2, 0x82]].map((bytes) =>
      Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from(bytes), Buffer.from('"}')]),
    ),
  );
  const deep = [101, 500, 10_000, 120_000];
  corpus.bodies('nested JSON', REFUSED('NESTING_TOO_DEEP'), [
    ...deep.map((depth) => '['.repeat(depth)),
    ...deep.map((depth) => `{"query":"{ __typename }","variables":{"v":${'['.repeat(depth)}${']'.repeat(depth)}}}`),
    ...[101, 500, 10_000].map((depth) => `{"query":"{ __typename }","extensions":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`),
    ...[60, 5000].map((depth) => '[{"a":'.repeat(depth)),
  ]);
  corpus.bodies('bodies that are too large', REFUSED('BODY_TOO_LARGE', 413), [262_145, 300_000, 1_000_000].map((size) => `{"query":"${'x'.repeat(size - 12)}"}`));
}

function addFloods(corpus: Corpus): void {
  const deep = [101, 1000, 30_000];
  corpus.documents('nested documents', REFUSED('NESTING_TOO_DEEP'), [
    ...deep.map((depth) => '{'.repeat(depth)),
    ...[101, 400, 900].map((depth) => '{ a '.repeat(depth)),
    ...deep.map((depth) => `{ a(b: ${'['.repeat(depth)}`),
    ...[101, 300, 600].map((depth) => `{ a(b: ${'{c:'.repeat(depth)}`),
    ...deep.map((depth) => `query($a: ${'['.repeat(depth)}`),
    `{ ${'... { '.repeat(150)} }`, `{ a ${'@b(c: ['.repeat(60)}`,
  ]);
  corpus.documents('floods of tokens', REFUSED('TOO_MANY_TOKENS'), [
    repeated(2001, () => 'a'), `{ ${repeated(30_000, () => 'a')} }`, '!'.repeat(60_000), '...'.repeat(20_000), `{ a(b: [${'1 '.repeat(20_000)}]) }`, `{ a ${'@b '.repeat(20_000)}}`,
    repeated(5000, () => '""'), `query(${repeated(4000, (index) => `$v${index}: Int`)}) { __typename }`, repeated(5000, () => '{}'), '}'.repeat(20_000),
  ]);
  corpus.documents('large documents', REFUSED('DOCUMENT_TOO_LARGE'), [
    `{ __typename } #${'x'.repeat(65_536)}`, `${' '.repeat(65_530)}{ __typename }`, '\n'.repeat(70_000), '#'.repeat(100_000), 'é'.repeat(33_000), `{ a(b: "${'x'.repeat(70_000)}") }`,
    `{ a(b: """${'\\n'.repeat(40_000)}""") }`, `{ ${'x'.repeat(70_000)} }`,
  ]);
  corpus.documents('floods of aliases', REFUSED('TOO_MANY_ALIASES'), [
    ...[31, 100, 300].map((count) => `{ story(by: { slug: "a" }) { ${repeated(count, (index) => `a${index}: title`)} } }`),
    ...[31, 100].map((count) => `{ stories { nodes { ${repeated(count, (index) => `a${index}: outlets { name }`)} } } }`),
    `{ story(by: { slug: "a" }) { ${repeated(7, () => '...F')} } } fragment F on Story { ${repeated(5, (index) => `a${index}: title`)} }`,
    `{ __typename } fragment F on Story { ${repeated(31, (index) => `a${index}: title`)} }`,
  ]);
  corpus.documents('floods of root fields', REFUSED('TOO_MANY_ROOT_FIELDS'), [
    ...[21, 50, 300].map((count) => `{ ${repeated(count, () => '__typename')} }`),
    `{ ${repeated(21, (index) => `a${index}: node(id: "x") { id }`)} }`,
    `{ ...F ...F ...F } fragment F on Query { ${repeated(7, () => '__typename')} }`,
  ]);
  corpus.documents('floods of selections', REFUSED('TOO_MANY_SELECTIONS'), [
    ...[401, 1000, 1900].map((count) => `{ ${repeated(count, () => 'a')} }`),
    ...[250, 450].map((count) => `{ ${repeated(count, () => 'stories { __typename }')} }`),
    ...[100, 120].map((count) => `{ ${repeated(count, () => 'topics { nodes { id ... on Topic { slug } } }')} }`),
    `{ ${'... { '.repeat(20)}${repeated(390, () => 'a')}${' }'.repeat(20)} }`,
    `{ ${repeated(410, () => '...F')} } fragment F on Query { __typename }`,
  ]);
  corpus.documents('floods of directives', REFUSED('TOO_MANY_DIRECTIVES'), [
    ...[21, 200, 600].map((count) => `{ __typename ${repeated(count, () => '@x')} }`),
    ...[21, 200].map((count) => `{ __typename ${repeated(count, () => '@include(if: true)')} }`),
    `query ${repeated(21, () => '@x')} { __typename }`, `{ ... ${repeated(21, () => '@skip(if: false)')} { __typename } }`, `query($a: Int ${repeated(21, () => '@x')}) { __typename }`,
  ]);
  corpus.documents('deep documents', REFUSED('DEPTH_LIMIT_EXCEEDED'), [
    ...[13, 20, 45].map((depth) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`),
    `{ stories { nodes { ${'related { nodes { '.repeat(10)} id ${'} }'.repeat(10)} } } }`,
    `{ ...F0 } ${repeated(20, (index) => `fragment F${index} on Query { a { ...F${index + 1} } }`)} fragment F20 on Query { a }`,
  ]);
  corpus.documents('long lists', REFUSED('INPUT_LIST_TOO_LONG'), [
    ...[101, 900].map((count) => `{ nodes(ids: [${repeated(count, () => '"a"')}]) { id } }`),
    `{ stories(filter: { language: [${repeated(101, () => '"en"')}] }) { totalCount } }`,
    `query($v: [ID!] = [${repeated(101, () => '"a"')}]) { nodes(ids: $v) { id } }`,
  ]);
  corpus.variables('long lists in variables', REFUSED('INPUT_LIST_TOO_LONG'), 'query($v: [ID!]!) { nodes(ids: $v) { id } }', [
    Array(101).fill('a'), Array(20_000).fill('a'), [Array(101).fill('a')], { a: { b: Array(101).fill(null) } }, [[[Array(101).fill({})]]],
  ]);
  const page = (relation: string, inside = 'id') => `${relation}(first: 100) { nodes { ${inside} } }`;
  corpus.documents('costly operations', REFUSED('COST_LIMIT_EXCEEDED'), [
    `{ ${page('stories', page('topics'))} }`, `{ ${page('stories', page('perspectives'))} }`, `{ ${page('topics', page('stories', page('outlets: perspectives')))} }`,
    '{ stories(last: 100) { edges { node { topics(last: 100) { edges { cursor } } } } } }', `{ ${page('outlets', page('stories', page('questions', page('topics'))))} }`,
    `{ nodes(ids: [${repeated(100, () => '"a"')}]) { ... on Topic { ${page('stories')} } } }`, '{ stories(first: 100) { nodes { related(first: -1) { nodes { id } } } } }',
    `{ ${repeated(20, (index) => `a${index}: stories { nodes { topics { nodes { name } } } }`)} }`, `{ ...F } fragment F on Query { ${page('stories', '...S')} } fragment S on Story { ${page('topics')} }`,
  ]);
}

function addFragments(corpus: Corpus): void {
  const cycle = (length: number) => `{ ...F0 } ${repeated(length, (index) => `fragment F${index} on Query { ...F${(index + 1) % length} }`)}`;
  corpus.documents('circles of fragments', INVALID, [
    ...[1, 2, 3, 5, 10, 20, 50, 100].map(cycle),
    '{ stories { nodes { ...A } } } fragment A on Story { related { nodes { ...A } } }',
    '{ ...A ...B } fragment A on Query { ...B } fragment B on Query { ...A }',
    '{ ... { ...A } } fragment A on Query { ... { ... { ...A } } }',
    `{ ${repeated(4, (index) => `...F${index}`)} } ${repeated(4, (index) => `fragment F${index} on Query { ${repeated(4, (other) => `...F${other}`)} }`)}`,
  ]);
  const doubling = (count: number) => `{ ...F0 } ${repeated(count, (index) => `fragment F${index} on Query { a { ...F${index + 1} } b { ...F${index + 1} } }`)} fragment F${count} on Query { a }`;
  corpus.documents('fragments that double', REFUSED('TOO_MANY_SELECTIONS'), [
    ...[8, 20, 60, 100].map(doubling),
    `{ ...F0 } ${repeated(120, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F120 on Query { __typename }`,
  ]);
  corpus.documents('wrong fragments', INVALID, [
    '{ ...Missing }', '{ __typename } fragment Unused on Query { __typename }', '{ ...F } fragment F on Missing { a }', '{ ...F } fragment F on String { a }', '{ ...F } fragment F on Ref { id }',
    '{ ...F } fragment F on Query { __typename } fragment F on Query { __typename }', '{ ... on Story { id } }', '{ stories { ... on Topic { id } } }', '{ node(id: "x") { ... on SectionKind { a } } }',
  ]);
}

function addDocuments(corpus: Corpus): void {
  corpus.documents('documents that are none', UNPARSED, [
    ' ', '#', '{', '}', '{}', '{ }', '{ a', '{ a( }', '{ a() }', '{ a(b) }', '{ a(b:) }', '{ a: }', '{ : a }', 'query', 'query {', 'query A', 'fragment', 'fragment F { a }', 'fragment on on Query { a }', '{ ... }', '{ ..a }', '{ a } }',
    '{ a(b: $) }', '{ a(b: "x) }', '{ a(b: """x) }', '{ a(b: "\\u12") }', '{ a(b: 01) }', '{ a(b: 1.) }', '{ a(b: 1e) }', '{ a @ }', '{ a \0 }', '\u0000', '{ \u00e9 }', '{ a(b: "\u0000") ? }', '\ud800', '{ \udfff }', '{ a(b: "\\ud800") ', 'SELECT 1', '<script>', '{ a } ; { b }',
    'query($a) { b }', 'query($a: ) { b }', 'query($a: Int = $b) { c }', 'subscription', 'extend', '{ a(b: {c}) }', '{ 1a }', '{ a-b }', "{ a(b: 'c') }", '\u202e{ a }',
  ]);
  corpus.documents('what the schema does not have', INVALID, [
    '{ a }', '{ __proto__ }', '{ constructor }', '{ toString }', '{ hasOwnProperty }', '{ story }', '{ stories { constructor } }', '{ stories { nodes } }', '{ stories { totalCount { a } } }', '{ story(by: { slug: "a" }) }',
    '{ stories(constructor: 1) { totalCount } }', '{ stories(__proto__: 1) { totalCount } }', '{ story(slug: "a") { id } }', '{ stories(orderBy: constructor) { totalCount } }', '{ stories(orderBy: "NEWEST") { totalCount } }',
    '{ stories(filter: { constructor: 1 }) { totalCount } }', '{ stories(filter: { __proto__: {} }) { totalCount } }', '{ __typename @constructor }', '{ __typename @skip }', '{ __typename @skip(if: 1) }', '{ __typename @include(if: true) @include(if: true) }',
    '{ a: __typename a: stories { totalCount } }', '{ stories(first: 1) { totalCount } stories(first: 2) { totalCount } }', 'query A { __typename } query A { __typename }', '{ __typename } query B { __typename }',
    'query($a: Missing) { __typename }', 'query($a: Story) { __typename }', 'query($a: Int) { __typename }', '{ stories(first: $a) { totalCount } }', 'query($a: Int, $a: Int) { stories(first: $a) { totalCount } }', 'query($a: String) { stories(first: $a) { totalCount } }',
    'type Query { a: Int }', 'schema { query: Query }', 'extend type Query { a: Int }', '{ __typename } scalar Date', 'mutation { a }', 'subscription { a }', 'mutation { __typename }', 'subscription { __typename }',
  ]);
  corpus.documents('introspection, which is off', INVALID, [
    '{ __schema { types { name } } }', '{ __type(name: "Story") { name } }', '{ a: __schema { queryType { name } } }', '{ ...F } fragment F on Query { __schema { types { name } } }', '{ ... @include(if: true) { __schema { types { name } } } }',
    `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`, `{ __schema { types { ${'ofType { '.repeat(40)} name ${'}'.repeat(40)} } } }`,
  ]);
  corpus.bodies('operations that are not there', REFUSED('OPERATION_RESOLUTION_FAILURE'), [
    '{"query":"query A { __typename }","operationName":"B"}', '{"query":"query A { __typename } query B { __typename }"}', '{"query":"query A { __typename } query B { __typename }","operationName":"__proto__"}',
    '{"query":"{ __typename }","operationName":"constructor"}', `{"query":"query A { __typename }","operationName":"${'x'.repeat(10_000)}"}`,
  ]);
}

function addArguments(corpus: Corpus): void {
  corpus.documents('sizes that are none', WRONG_ARGUMENT, ['-1', '101', '2147483647', '-2147483648', '1, last: 1'].map((size) => `{ stories(first: ${size}) { totalCount } }`));
  corpus.documents('numbers that are none', INVALID, ['2147483648', '99999999999999999999', '1.5', '1e3', '1e999', '-1e999', '"1"', 'true', '[1, 2]', '{}', 'ONE'].map((size) => `{ stories(first: ${size}) { totalCount } }`));
  const cursors = [
    '', ' ', 'nonsense', '0', '-1', 'null', '[]', '{}', '====', 'AAAA', '%00', '../../etc/passwd', "' OR 1=1 --", '\u0000', '\u0000\u0000\u0000\u0000', '\ud800', 'é'.repeat(100), 'A'.repeat(10_000), ' {"a":1}',
    ...['null', '[]', '{}', '[null]', '["a"]', '[1,2,3,4]', '{"list":"Query.stories:NEWEST"}', '["Query.stories:NEWEST"]', '["Query.stories:NEWEST",null,null]', '["Query.topics:NAME","a","b"]', '"x"', '1e999'].map((text) => Buffer.from(text).toString('base64url')),
  ];
  for (const argument of ['after', 'before']) {
    corpus.variables(`cursors for ${argument}`, WRONG_ARGUMENT, `query($v: String) { stories(${argument}: $v) { edges { cursor } } }`, cursors);
  }
  corpus.documents('references that are none', INVALID, [
    '{ story(by: {}) { id } }', '{ story(by: null) { id } }', '{ story(by: { id: "a", slug: "b" }) { id } }', '{ story(by: { id: null }) { id } }', '{ story(by: { slug: null }) { id } }', '{ story(by: "a") { id } }', '{ story(by: [{ slug: "a" }, { slug: "b" }]) { id } }',
    '{ story(by: { slug: 1 }) { id } }', '{ story(by: { slug: ["a"] }) { id } }', '{ story(by: { name: "a" }) { id } }', '{ node { id } }', '{ node(id: null) { id } }', '{ node(id: {}) { id } }', '{ node(id: 1.5) { id } }', '{ nodes(ids: [null]) { id } }',
  ]);
  corpus.documents('filters that are none', INVALID, [
    '{ stories(filter: []) { totalCount } }'.replace('[]', '1'), '{ stories(filter: { publishedAt: { from: "yesterday" } }) { totalCount } }', '{ stories(filter: { publishedAt: { from: "2026-13-45T00:00:00Z" } }) { totalCount } }', '{ stories(filter: { publishedAt: { from: 5.5 } }) { totalCount } }',
    '{ stories(filter: { minOutlets: "2" }) { totalCount } }', '{ stories(filter: { topics: { any: [{}] } }) { totalCount } }', '{ stories(filter: { topics: { some: [] } }) { totalCount } }', '{ stories(filter: { language: [1] }) { totalCount } }',
  ]);
  corpus.documents('filters that make no sense', WRONG_ARGUMENT, [
    '{ stories(filter: { minOutlets: -1 }) { totalCount } }', '{ stories(filter: { publishedAt: { from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z" } }) { totalCount } }',
  ]);
}

function addVariables(corpus: Corpus): void {
  corpus.variables('variables that are no Int', WRONG_VARIABLE, 'query($v: Int!) { stories(first: $v) { totalCount } }', [
    null, undefined, '1', 'x', true, {}, [], [1], { __proto__: null, valueOf: 1 }, 1.5, 2_147_483_648, -2_147_483_649, 1e300, { constructor: { prototype: {} } }, '\u0000', 'Infinity',
  ]);
  corpus.variables('variables that are no Ref', WRONG_VARIABLE, 'query($v: Ref!) { story(by: $v) { id } }', [
    null, 'a', 1, [], {}, { id: 'a', slug: 'b' }, { id: null }, { slug: 1 }, { slug: ['a'] }, { slug: {} }, { name: 'a' }, { constructor: 'a' }, { toString: 'a' }, { slug: 'a', toString: 'b' }, [{ slug: 'a' }, { slug: 'b' }],
  ]);
  corpus.variables('variables that are no filter', WRONG_VARIABLE, 'query($v: StoryFilter!) { stories(filter: $v) { totalCount } }', [
    'a', 1, { constructor: {} }, { hasOwnProperty: 1 }, { topics: { any: [null] } }, { topics: { any: { any: {} } } }, { language: [null] }, { language: [{}] }, { publishedAt: { from: '' } }, { publishedAt: { from: {} } }, { publishedAt: [1, 2] }, { minOutlets: {} }, { minOutlets: 1e10 },
  ]);
  const proto = (inside: string) => `{"query":"query($v: StoryFilter!) { stories(filter: $v) { totalCount } }","variables":{"v":${inside}}}`;
  corpus.bodies('__proto__ in variables', WRONG_VARIABLE, [
    proto('{"__proto__":{"minOutlets":1}}'), proto('{"__proto__":null}'), proto('{"topics":{"__proto__":{"any":[]}}}'), proto('{"topics":{"any":[{"__proto__":{"slug":"a"}}]}}'), '{"query":"query($v: Int!) { stories(first: $v) { totalCount } }","variables":{"__proto__":{"v":1}}}',
    '{"query":"query($__proto__: Int!) { stories(first: $__proto__) { totalCount } }"}', '{"query":"query($constructor: Int!) { stories(first: $constructor) { totalCount } }"}', '{"query":"query($toString: Int!) { stories(first: $toString) { totalCount } }","variables":{}}',
  ]);
  corpus.bodies('duplicate keys, of which the last counts', MALFORMED, ['{"query":"{ __typename }","query":null}', '{"query":"{ __typename }","query":1}', '{"query":"{ __typename }","variables":{},"variables":[]}', '{"query":"{ __typename }","operationName":"A","operationName":{}}']);
}

function addHttp(corpus: Corpus): void {
  const body = '{"query":"{ __typename }"}';
  const types = [
    'text/plain', 'text/html', 'application/graphql', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'application/jsonp', 'application/json5', 'application/json; charset=utf-16', 'application/json; charset=iso-8859-1', 'application/json;charset="utf-7"',
    'application/octet-stream', 'json', '*/*', 'application/*', 'application/vnd.api+json',
  ];
  corpus.http('content types', REFUSED('UNSUPPORTED_MEDIA_TYPE', 415), [...types.map((type) => ({ headers: [['content-type', type]] as const, body })), { body }]);
  corpus.http('compressed bodies', REFUSED('UNSUPPORTED_MEDIA_TYPE', 415), ['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x'].map((coding) => ({ headers: [...JSON_HEADERS, ['content-encoding', coding]] as const, body })));
  corpus.http('methods', REFUSED('METHOD_NOT_ALLOWED', 405), ['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({ method, headers: JSON_HEADERS })));
  corpus.http('paths', REFUSED('NOT_FOUND', 404), ['/graphql/', '/graphql/x', '//graphql', '/GRAPHQL', '/admin', '/.env', '/../../etc/passwd', '/graphql%00', '/health', '/__proto__', '/constructor', `/${'a'.repeat(5000)}`].map((path) => ({ path, headers: JSON_HEADERS, body })));
  corpus.http('addresses', MALFORMED, ['/%zz', '/%', '/%c0%af', '/graphql%'].map((path) => ({ path, headers: JSON_HEADERS, body })));
  const get = (search: string, headers: readonly (readonly [string, string])[] = [['apollo-require-preflight', '1']]): RawRequest => ({ method: 'GET', path: `/graphql${search}`, headers });
  corpus.http('GET', MALFORMED, [
    get(''), get('?'), get('?query='), get('?query={__typename}', []), get('?query={__typename}&query={a}'), get('?query={__typename}&variables={}&variables={}'), get('?query={__typename}&variables=x'), get('?query={__typename}&variables=[]'), get('?query={__typename}&variables=null'),
    get('?query={__typename}&extensions=x'), get('?query={__typename}&operationName=a&operationName=b'), get('?documentId=x'),
  ]);
  corpus.http('GET of nested JSON', REFUSED('NESTING_TOO_DEEP'), [get(`?query={__typename}&variables=${'['.repeat(5000)}`), get(`?query={__typename}&extensions=${'['.repeat(101)}`), get(`?query=${'{'.repeat(5000)}`)]);
  corpus.http('persisted queries, which are off', REFUSED('PERSISTED_QUERY_NOT_SUPPORTED', 200), ['{"version":1,"sha256Hash":"x"}', '{"version":2}', '"x"', '1'].map((persisted) => ({ headers: JSON_HEADERS, body: `{"query":"{ __typename }","extensions":{"persistedQuery":${persisted}}}` })));
  corpus.raw('what is not HTTP', MALFORMED, ['\r\n\r\nx\r\n\r\n', 'garbage\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n', 'POST /graphql HTTP/1.1\r\nhost : a\r\n\r\n', '\u0016\u0003\u0001\u0002\u0000']);
  corpus.raw('large heads', REFUSED('HEADERS_TOO_LARGE', 431), [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`]);
}
