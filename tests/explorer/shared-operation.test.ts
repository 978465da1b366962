import { fromFragment, toFragment } from '../../explorer/src/shared-operation';

describe('a shared operation', () => {
  it.each([
    { query: '{ stories { title } }', variables: null, operationName: null },
    { query: 'query A { a }\nquery B { b }', variables: '{\n  "slug": "a+b & c=d #e %20 ü"\n}', operationName: 'B' },
  ])('is read from its link as it was written into it: $query', (operation) => {
    expect(fromFragment(toFragment(operation))).toEqual(operation);
  });

  it('writes spaces so that a chat program keeps the link whole', () => {
    const fragment = toFragment({ query: '{ a(b: "1+1") }', variables: null, operationName: null });

    expect(fragment).toBe('#query=%7B%20a%28b%3A%20%221%2B1%22%29%20%7D');
  });

  it.each(['', '#', '#variables=%7B%7D', '#query=', '#query=%20'])('is not in an address that ends in %p', (fragment) => {
    expect(fromFragment(fragment)).toBeNull();
  });
});
