import { operationNameFor } from '../../explorer/src/operation-name';

describe('the operation that is asked for', () => {
  it.each([
    ['query A { a }', 'A', 'A'],
    ['query A { a } query B { b }', 'B', 'B'],
    ['query A { a }', 'B', undefined],
    ['{ a }', 'A', undefined],
    ['query A { a }', null, undefined],
    ['query A { a }', undefined, undefined],
    ['query A { a', 'B', 'B'],
  ])('of %p with %p chosen is %p', (query, name, expected) => {
    expect(operationNameFor(query, name)).toBe(expected);
  });
});
