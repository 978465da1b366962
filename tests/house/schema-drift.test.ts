/** The committed schema is the code's, and says what each of its elements means. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
  type GraphQLNamedType,
} from 'graphql';
import { buildGraphSchema } from '../../src/graph';
import { SCHEMA_FILE, schemaFile } from '../../scripts/schema-file';

describe('schema.graphql', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'newsgraph-schema-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs the script as `npm run check:schema` and `npm run schema` do. */
  async function run(...args: string[]): Promise<{ code: number; said: string }> {
    let said = '';
    const code = await schemaFile(args, (text) => (said += text));
    return { code, said };
  }

  it('is valid, which nothing checks when a server starts', () => {
    expect(validateSchema(buildGraphSchema())).toEqual([]);
  });

  it('is what the code has', async () => {
    expect(await run('check')).toEqual({ code: 0, said: '' });
  });

  it('is refused with the difference where it says something else', async () => {
    const changed = path.join(folder, 'schema.graphql');
    const committed = await readFile(SCHEMA_FILE, 'utf8');
    expect(committed).toContain('\n  titleIsDerived: Boolean!\n');
    await writeFile(changed, committed.replace('\n  titleIsDerived: Boolean!\n', '\n  titleIsMade: Boolean!\n'));

    const { code, said } = await run('check', changed);

    expect(code).toBe(1);
    expect(said.split('\n').filter((line) => /^[+-] /.test(line))).toEqual(['-  titleIsMade: Boolean!', '+  titleIsDerived: Boolean!']);
    expect(said).toContain('schema.graphql differs from the code. If the change is meant, run: npm run schema\n');
  });

  it('is refused where it is missing, and written', async () => {
    const missing = path.join(folder, 'missing.graphql');
    expect((await run('check', missing)).said).toContain('There is no schema.graphql; run: npm run schema\n');

    expect(await run('write', missing)).toEqual({ code: 0, said: '' });

    expect(await readFile(missing, 'utf8')).toBe(await readFile(SCHEMA_FILE, 'utf8'));
    expect(await run('check', missing)).toEqual({ code: 0, said: '' });
  });

  it('is left alone by a slip of the pen', async () => {
    expect(await run('chek')).toEqual({ code: 2, said: 'Usage: schema-file write|check [file]\n' });
  });

  it('describes every element', async () => {
    const schema = buildSchema(await readFile(SCHEMA_FILE, 'utf8'));
    const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it('would be caught without a description', () => {
    const schema = buildSchema('type Query { story(slug: String): Int } enum Side { LEFT } input Filter { text: String }');
    expect(Object.values(schema.getTypeMap()).filter((type) => ['Query', 'Side', 'Filter'].includes(type.name)).flatMap(undescribed)).toEqual([
      'Query', 'Query.story', 'Query.story(slug:)', 'Side', 'Side.LEFT', 'Filter', 'Filter.text',
    ]);
  });
});

/** The elements of a type, itself among them, that say nothing of what they are. */
function undescribed(type: GraphQLNamedType): string[] {
  const elements: [name: string, description: string | null | undefined][] = [[type.name, type.description]];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      elements.push([`${type.name}.${field.name}`, field.description]);
      for (const argument of field.args) elements.push([`${type.name}.${field.name}(${argument.name}:)`, argument.description]);
    }
  }
  if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) elements.push([`${type.name}.${field.name}`, field.description]);
  if (isEnumType(type)) for (const value of type.getValues()) elements.push([`${type.name}.${value.name}`, value.description]);
  return elements.filter(([, description]) => (description ?? '').trim() === '').map(([name]) => name);
}
