import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { BLOCK_KINDS, ATTRIBUTION_BASES, TOPIC_KINDS } from '../../../../src/domain/story-draft';
import { parseStoryDocument, STORY_SCHEMA_FILE } from '../../../../src/ingest/formats/story-document';

const root = join(__dirname, '../../../..');
const schema: unknown = JSON.parse(readFileSync(STORY_SCHEMA_FILE, 'utf8'));
const documentation = readFileSync(join(root, 'docs/story-document.md'), 'utf8');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every schema in the schema, with its JSON path. */
function* parts(value: unknown, path = '$'): Generator<[string, Record<string, unknown>]> {
  if (!isRecord(value)) return;
  yield [path, value];
  for (const [key, child] of Object.entries(value)) yield* parts(child, `${path}.${key}`);
}

describe('the JSON Schema of the story document', () => {
  it('stands where the package ships it', () => {
    expect(STORY_SCHEMA_FILE).toBe(join(root, 'schemas/newsgraph-story-1.schema.json'));
  });

  it('is a valid schema of draft 2020-12', () => {
    expect(isRecord(schema) && new Ajv2020().validateSchema(schema)).toBe(true);
  });

  it('describes every property', () => {
    const properties = [...parts(schema)].filter(([path]) => /\.properties\.[^.]+$/.test(path));
    expect(properties.length).toBeGreaterThan(40);
    expect(properties.filter(([, property]) => typeof property['description'] !== 'string').map(([path]) => path)).toEqual([]);
  });

  it('says of every type what would be right', () => {
    const untitled = [...parts(schema)].filter(([path, part]) => part['type'] !== undefined && part['title'] === undefined && !path.endsWith('.$schema'));
    expect(untitled.map(([path]) => path)).toEqual([]);
  });

  it('refuses unknown properties in every object', () => {
    const objects = [...parts(schema)].filter(([, part]) => part['properties'] !== undefined && part['type'] !== undefined);
    expect(objects).toHaveLength(10);
    for (const [, part] of objects) {
      expect(part).toMatchObject({ additionalProperties: false, patternProperties: { '^x-': true } });
    }
  });

  it('bounds every text and list', () => {
    const unbounded = [...parts(schema)].filter(([, part]) => {
      const types = [part['type']].flat();
      return (types.includes('string') && part['maxLength'] === undefined && part['$ref'] === undefined) || (types.includes('array') && part['maxItems'] === undefined);
    });
    expect(unbounded.map(([path]) => path)).toEqual([]);
  });

  it('knows the same words as the domain', () => {
    const enums = [...parts(schema)].flatMap(([, part]) => (Array.isArray(part['enum']) ? [part['enum']] : []));
    expect(enums).toEqual([[...BLOCK_KINDS], [...ATTRIBUTION_BASES], [...TOPIC_KINDS, null]]);
  });
});

describe('docs/story-document.md', () => {
  it('shows documents that are taken', () => {
    const examples = [...documentation.matchAll(/```json\n([^]*?)```/g)].map(([, json = '']) => json);
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(parseStoryDocument(example, { source: 'docs' }).warnings).toEqual([]);
  });

  it('shows an error as it comes', () => {
    const text = '{\n "summary": "x",\n "topics": [\n    { "name": "a", "kind": "PERSN" },\n { "nam": "b", "name": "c" }]}';
    const [, message = ''] = /```\n(line [^]*?)\n```/.exec(documentation) ?? [];
    expect(message).not.toBe('');
    expect(() => parseStoryDocument(text, { source: 'docs' })).toThrow(new Error(message));
  });

  it('names every property of the schema', () => {
    const names = [...parts(schema)].flatMap(([path]) => /\.properties\.([^.]+)$/.exec(path)?.[1] ?? []).filter((name) => name !== '$schema');
    expect([...new Set(names)].filter((name) => !documentation.includes(name))).toEqual([]);
  });
});
