/** How each database makes JSON. */
export interface Json {
  object(entries: Readonly<Record<string, string>>): string;
  /** The outermost object, as text: a driver would parse JSON, which a server that passes it on has no use for. */
  answer(entries: Readonly<Record<string, string>>): string;
  /** An array of an expression over the rows of an ordered subquery. */
  array(expression: string): string;
  /** The text of a passage that is kept as JSON: its blocks, parted by blank lines. */
  text(column: string): string;
  /** An expression, or null where the column is null. */
  unlessNull(column: string, expression: string): string;
  truth(condition: string): string;
}

const entriesOf = (entries: Readonly<Record<string, string>>): string =>
  Object.entries(entries)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ');

export const sqliteJson: Json = {
  object: (entries) => `json_object(${entriesOf(entries)})`,
  answer: (entries) => `json_object(${entriesOf(entries)})`,
  array: (expression) => `json_group_array(${expression})`,
  text: (column) => `(SELECT group_concat(b.value ->> '$.text', char(10, 10)) FROM json_each(${column}, '$.blocks') b)`,
  unlessNull: (column, expression) => `CASE WHEN ${column} IS NULL THEN NULL ELSE ${expression} END`,
  truth: (condition) => `CASE WHEN ${condition} THEN json('true') ELSE json('false') END`,
};

export const postgresJson: Json = {
  object: (entries) => `json_build_object(${entriesOf(entries)})`,
  answer: (entries) => `json_build_object(${entriesOf(entries)})::text`,
  array: (expression) => `coalesce(json_agg(${expression}), '[]'::json)`,
  text: (column) => `(SELECT string_agg(b ->> 'text', E'\\n\\n') FROM json_array_elements((${column})::json -> 'blocks') b)`,
  unlessNull: (column, expression) => `CASE WHEN ${column} IS NULL THEN NULL ELSE ${expression} END`,
  truth: (condition) => `(${condition})`,
};
