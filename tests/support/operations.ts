/** Generated operations over a schema: valid in form, with arguments and variables right and wrong. Seeded, so that a run can be repeated. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** Values that the generated arguments may take, known to be in the store. */
export interface Known {
  ids: readonly string[];
  slugs: readonly string[];
  cursors: readonly string[];
}

/** A deterministic source of numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MAX_DEPTH = 7;
/** Beyond this, input objects hold none of their own kind. */
const MAX_INPUT_DEPTH = 5;

export class OperationGenerator {
  private variables = new Map<string, { type: string; value: unknown; isGiven: boolean }>();
  private fragments: string[] = [];
  private budget = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    private readonly random: () => number,
  ) {}

  next(): Operation {
    this.variables = new Map();
    this.fragments = [];
    this.budget = 60;
    const query = this.schema.getQueryType();
    if (query == null) throw new Error('no query type');
    const selection = this.selectionSet(query, 0);
    const definitions = [...this.variables].map(([name, { type }]) => `$${name}: ${type}`).join(', ');
    const variables = Object.fromEntries(
      [...this.variables].filter(([, { isGiven }]) => isGiven).map(([name, { value }]) => [name, value]),
    );
    return { query: `query Generated${definitions === '' ? '' : `(${definitions})`} ${selection}\n${this.fragments.join('\n')}`, variables };
  }

  private selectionSet(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const branches = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const parts: string[] = this.chance(0.1) ? ['__typename'] : [];
    for (const field of this.some(leaves, 3)) parts.push(this.field(field, depth));
    if (depth < MAX_DEPTH) for (const field of this.some(branches, depth < 2 ? 3 : 2)) if (this.budget > 0) parts.push(this.field(field, depth));
    if (parts.length === 0) parts.push('__typename');
    const wrapped = parts.map((part) => this.wrapped(type, part));
    return `{ ${wrapped.join(' ')} }`;
  }

  /** Some parts stand in fragments, and some under conditions. */
  private wrapped(type: GraphQLObjectType, part: string): string {
    if (this.chance(0.06)) return `... on ${type.name} { ${part} }`;
    if (this.chance(0.04)) {
      const name = `F${this.fragments.length}`;
      this.fragments.push(`fragment ${name} on ${type.name} { ${part} }`);
      return `...${name}`;
    }
    if (this.chance(0.05)) return `... @${this.pick(['skip', 'include'])}(if: ${this.condition()}) { ${part} }`;
    return part;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.budget -= 1;
    // Unique aliases: two fields of one response key would have to agree in their arguments.
    const alias = this.chance(0.3) || field.args.length > 0 ? `a${this.budget + 1000}: ` : '';
    const given = field.args.filter((argument) => isNonNullType(argument.type) || this.chance(0.35)).map((argument) => `${argument.name}: ${this.argument(argument)}`);
    const directive = this.chance(0.04) ? ` @${this.pick(['skip', 'include'])}(if: ${this.condition()})` : '';
    return `${alias}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}${directive}${this.subselection(field, depth)}`;
  }

  private subselection(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return ` ${this.selectionSet(type, depth + 1)}`;
    if (!isInterfaceType(type)) return '';
    const possible = this.some([...this.schema.getPossibleTypes(type)], 3);
    return ` { id ${possible.map((each) => `... on ${each.name} ${this.selectionSet(each, depth + 1)}`).join(' ')} }`;
  }

  private argument(argument: GraphQLArgument): string {
    const value = this.value(argument.type, argument.name);
    if (!this.chance(0.35)) return literal(value);
    const name = `v${this.variables.size}`;
    // A variable of nullable type may stand where a default is; one that is left out lets the default be.
    const isGiven = isNonNullType(argument.type) || this.chance(0.85);
    this.variables.set(name, { type: argument.type.toString(), value: plain(this.chance(0.06) ? this.wrong() : value), isGiven });
    return `$${name}`;
  }

  private value(type: GraphQLInputType, name: string, depth = 0): unknown {
    if (isNonNullType(type)) return this.value(type.ofType, name, depth);
    if (this.chance(0.03)) return null;
    if (isListType(type)) return Array.from({ length: Math.floor(this.random() * 4) }, () => this.value(type.ofType, name, depth) ?? this.nothing(type.ofType));
    if (isEnumType(type)) return new Enum(this.pick(type.getValues()).name);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => depth < MAX_INPUT_DEPTH || getNamedType(field.type) !== type);
      const chosen = type.isOneOf ? [this.pick(fields)] : fields.filter(() => this.chance(depth === 0 ? 0.4 : 0.15));
      return Object.fromEntries(chosen.map((field) => [field.name, this.value(field.type, field.name, depth + 1) ?? (type.isOneOf ? 'x' : null)]));
    }
    switch (type.name) {
      case 'Int':
        return this.pick(this.chance(0.1) ? [-1, 101, 1000] : [0, 1, 2, 3, 5, 20, 100]);
      case 'Boolean':
        return this.chance(0.5);
      case 'ID':
        return this.pick(this.chance(0.1) ? ['', 'nonsense', `S${'a'.repeat(20)}`] : this.known.ids);
      case 'DateTime':
        return this.pick(['2026-03-01T00:00:00Z', '2026-03-02T08:00:00+02:00', '2027-01-01T00:00:00.000Z']);
      default:
        if (name === 'after' || name === 'before') return this.pick(this.chance(0.2) ? ['', 'nonsense'] : this.known.cursors);
        return this.pick(this.chance(0.1) ? ['no-such-slug', 'é\n"quoted"'] : this.known.slugs);
    }
  }

  /** What stands in a list where a value came out as null. */
  private nothing(type: GraphQLInputType): unknown {
    const named = getNamedType(type);
    return isInputObjectType(named) && !named.isOneOf ? {} : this.pick(this.known.ids);
  }

  private wrong(): unknown {
    return this.pick([null, 'text', 3.5, true, {}, [], { id: 'a', slug: 'b' }, 9_999_999_999]);
  }

  private condition(): string {
    if (this.chance(0.5)) return String(this.chance(0.5));
    const name = `v${this.variables.size}`;
    this.variables.set(name, { type: 'Boolean!', value: this.chance(0.5), isGiven: true });
    return `$${name}`;
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  private pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  private some<Value>(values: readonly Value[], most: number): Value[] {
    const pool = [...values];
    const count = Math.min(pool.length, 1 + Math.floor(this.random() * most));
    return Array.from({ length: count }, () => pool.splice(Math.floor(this.random() * pool.length), 1)[0]!);
  }
}

class Enum {
  constructor(readonly name: string) {}
}

function plain(value: unknown): unknown {
  if (value instanceof Enum) return value.name;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

function literal(value: unknown): string {
  if (value instanceof Enum) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`).join(', ')} }`;
}
