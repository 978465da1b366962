/** The value, where the program guarantees that there is one. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('The store lost track of a row it has just written.');
  return value;
}
