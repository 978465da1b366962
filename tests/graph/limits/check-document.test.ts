import { getIntrospectionQuery, parse } from 'graphql';
import { checkDocument, DEFAULT_DOCUMENT_LIMITS, LimitError, type DocumentLimits } from '../../../src/graph';
import { measureDocument } from '../../../src/graph/limits/measure-document';

/** The code that a document is refused with, or null. */
function refusal(text: string, limits: Partial<DocumentLimits> = {}): string | null {
  try {
    checkDocument(text, { ...DEFAULT_DOCUMENT_LIMITS, ...limits });
    return null;
  } catch (error) {
    if (error instanceof LimitError) return error.code;
    throw error;
  }
}

const repeated = (count: number, each: (index: number) => string) => Array.from({ length: count }, (_, index) => each(index)).join(' ');
const nested = (depth: number, open: string, inside: string, close: string) => open.repeat(depth) + inside + close.repeat(depth);

/** What is just allowed, and what is not, made by the same rule. */
const EDGES: readonly [code: string, allowed: number, document: (size: number) => string][] = [
  ['DOCUMENT_TOO_LARGE', 65_536, (size) => `{ a } #${'x'.repeat(size - 7)}`],
  ['TOO_MANY_TOKENS', 2000, (size) => `{ a(b: [${repeated(Math.ceil((size - 9) / 100), (index) => `[${repeated(Math.min(98, size - 9 - index * 100 - 2), () => '1')}]`)}]) }`],
  ['NESTING_TOO_DEEP', 100, (size) => `{ a(b: ${nested(size - 2, '[', '1', ']')}) }`],
  ['DEPTH_LIMIT_EXCEEDED', 12, (size) => nested(size, '{ a ', '', '}')],
  ['TOO_MANY_ALIASES', 30, (size) => `{ r { ${repeated(size, (index) => `a${index}: a`)} } }`],
  ['TOO_MANY_ROOT_FIELDS', 20, (size) => `{ ${repeated(size, () => 'a')} }`],
  ['TOO_MANY_SELECTIONS', 400, (size) => `{ r { ${repeated(size - 1, () => 'a')} } }`],
  ['TOO_MANY_DIRECTIVES', 20, (size) => `{ a ${repeated(size, () => '@b')} }`],
  ['INPUT_LIST_TOO_LONG', 100, (size) => `{ a(b: [${repeated(size, () => '1')}]) }`],
];

describe('checkDocument', () => {
  it.each(EDGES)('%s: %i are allowed, one more is not', (code, allowed, document) => {
    expect(refusal(document(allowed))).toBeNull();
    expect(refusal(document(allowed + 1))).toBe(code);
  });

  it('says what is allowed', () => {
    expect(() => checkDocument('{ a b }', { ...DEFAULT_DOCUMENT_LIMITS, rootFields: 1 })).toThrow(
      expect.objectContaining({
        message: 'A document may have 1 root fields, not 2.',
        extensions: { code: 'TOO_MANY_ROOT_FIELDS', maximum: 1, http: { status: 400 } },
      }),
    );
  });

  it('counts bytes, not characters', () => {
    expect(refusal('{ a } #éé', { documentBytes: 11 })).toBeNull();
    expect(refusal('{ a } #éé', { documentBytes: 10 })).toBe('DOCUMENT_TOO_LARGE');
  });

  it.each([
    ['strings', `{ a(b: "${'{'.repeat(200)} \\" ${'['.repeat(200)}") }`],
    ['block strings', `{ a(b: """${'{'.repeat(200)} " \\""" ${'['.repeat(200)}""") }`],
    ['comments', `{ a #${'{'.repeat(200)}\n}`],
  ])('takes no brackets in %s for nesting', (_what, document) => {
    expect(refusal(document)).toBeNull();
  });

  it.each([
    ['unclosed braces', '{'.repeat(30_000)],
    ['brackets of a type', `query($a: ${'['.repeat(30_000)}Int) { a }`],
    ['lists in objects', `{ a(b: ${'[{c:'.repeat(10_000)}`],
  ])('finds %s that would overflow the parser', (_what, document) => {
    expect(refusal(document, { tokens: 1_000_000, documentBytes: 1_000_000 })).toBe('NESTING_TOO_DEEP');
  });

  it('leaves what is no document to the parser', () => {
    expect(() => checkDocument('{ a(', DEFAULT_DOCUMENT_LIMITS)).toThrow('Syntax Error: Expected Name, found <EOF>.');
    expect(() => checkDocument('{ ? }', DEFAULT_DOCUMENT_LIMITS)).toThrow('Syntax Error: Unexpected character: "?".');
  });

  it('lets the standard introspection query pass, with all that it can ask', () => {
    expect(refusal(getIntrospectionQuery())).toBeNull();
    expect(
      refusal(
        getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }),
      ),
    ).toBeNull();
  });

  it('counts a fragment each time it is spread', () => {
    const fragment = `fragment F on T { ${repeated(10, (index) => `a${index}: a @b`)} }`;

    expect(measureDocument(parse(`{ r { ...F ...F } s { ...F @c } } ${fragment}`))).toEqual({
      depth: 2,
      rootFields: 2,
      selections: 35,
      aliases: 30,
      directives: 31,
      listItems: 0,
    });
  });

  it('counts what no operation reaches, too', () => {
    expect(refusal(`{ a } fragment F on T { ${repeated(401, () => 'a')} }`)).toBe('TOO_MANY_SELECTIONS');
  });

  it('counts the largest of several operations', () => {
    expect(measureDocument(parse('query A { a } query B { b { c { d } } e }'))).toMatchObject({ depth: 3, rootFields: 2, selections: 5 });
  });

  it('sees depth and root fields through fragments', () => {
    const document = parse('{ ...F } fragment F on Query { a { ... { ...G } } b } fragment G on T { c { d } }');

    expect(measureDocument(document)).toMatchObject({ depth: 3, rootFields: 2 });
  });

  it('refuses fragments that double one another, at once', () => {
    const doubling = repeated(150, (index) => `fragment F${index} on T { a { ...F${index + 1} ...F${index + 1} } }`);
    const begin = performance.now();

    expect(refusal(`{ ...F0 } ${doubling} fragment F150 on T { a }`)).toBe('TOO_MANY_SELECTIONS');
    expect(performance.now() - begin).toBeLessThan(500);
  });

  it.each([
    ['itself', '{ ...A } fragment A on Query { a { ...A } }'],
    ['one another', '{ ...A } fragment A on Query { ...B } fragment B on Query { a ...A }'],
    ['what is not there', '{ ...A }'],
  ])('comes to an end with fragments that spread %s', (_what, document) => {
    expect(refusal(document)).toBeNull();
  });
});
