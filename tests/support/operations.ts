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
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  /** Given where the document has several operations. */
  operationName?: string;
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
  private variables = new Map<string, { type: string; value: unknown; isGiven: boolean; defaultValue: string | null }>();
  private fragments: { readonly name: string; readonly type: string; text: string }[] = [];
  private budget = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly known: Known,
    private readonly random: () => number,
  ) {}

  /** Most often a valid one: aliases that are names of other fields make many that are not. */
  next(): Operation {
    for (let attempt = 1; ; attempt += 1) {
      const operation = this.candidate();
      if (attempt === 20 || this.chance(0.05) || validate(this.schema, parse(operation.query)).length === 0) return operation;
    }
  }

  private candidate(): Operation {
    this.variables = new Map();
    this.fragments = [];
    this.budget = 60;
    const query = this.schema.getQueryType();
    if (query == null) throw new Error('no query type');
    const selection = this.selectionSet(query, 0);
    const definitions = [...this.variables].map(([name, { type, defaultValue }]) => `$${name}: ${type}${defaultValue ?? ''}`).join(', ');
    const variables = Object.fromEntries(
      [...this.variables].filter(([, { isGiven }]) => isGiven).map(([name, { value }]) => [name, value]),
    );
    const head = definitions === '' ? '' : `(${definitions})`;
    const text = `query Generated${head} ${selection}\n${this.fragments.map((fragment) => fragment.text).join('\n')}`;
    if (!this.chance(0.15)) return { query: text, variables };
    // The same fields and fragments once more, in an operation that may be asked for instead.
    const query2 = `${text}\nquery Other${head} ${selection.replace(/@include\(/g, '@skip(')}`;
    return { query: query2, variables, operationName: this.pick(['Generated', 'Other', 'Other', 'Nobody']) };
  }

  private selectionSet(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const branches = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const parts: string[] = this.chance(0.1) ? ['__typename'] : [];
    for (const field of this.some(leaves, 3)) parts.push(...this.field(type, field, depth));
    if (depth < MAX_DEPTH) for (const field of this.some(branches, depth < 2 ? 3 : 2)) if (this.budget > 0) parts.push(...this.field(type, field, depth));
    if (parts.length === 0) parts.push('__typename');
    const wrapped = parts.map((part) => this.wrapped(type, part));
    return `{ ${wrapped.join(' ')} }`;
  }

  /** Some parts stand in fragments, and some under conditions. */
  private wrapped(type: GraphQLObjectType, part: string): string {
    if (this.chance(0.06)) return `... on ${type.name} { ${part} }`;
    const known = this.fragments.filter((fragment) => fragment.type === type.name && fragment.text !== '');
    if (known.length > 0 && this.chance(0.15)) return `${part} ...${this.pick(known).name}${this.directive(0.5)}`;
    if (this.chance(0.06)) {
      const name = `F${this.fragments.length}`;
      this.fragments.push({ name, type: type.name, text: `fragment ${name} on ${type.name} { ${part} }` });
      return `...${name}${this.directive(0.4)}`;
    }
    if (this.chance(0.05)) return `... @${this.pick(['skip', 'include'])}(if: ${this.condition()}) { ${part} }`;
    return part;
  }

  /** A field, or the same field twice, whose selections are merged. */
  private field(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string[] {
    this.budget -= 1;
    const given = field.args.filter((argument) => isNonNullType(argument.type) || this.chance(0.35)).map((argument) => `${argument.name}: ${this.argument(argument)}`);
    const head = `${this.alias(type, field)}${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
    const once = (probability: number): string => `${head}${this.directive(probability)}${this.subselection(field, depth)}`;
    return this.chance(0.1) ? [once(0.3), once(0.3)] : [once(0.04)];
  }

  /** Its own in the document, or one that another field of the type, or every object, has for a name. */
  private alias(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
    if (this.chance(0.08)) return `${this.pick([...Object.keys(type.getFields()), 'constructor', 'toString'])}: `;
    return this.chance(0.3) || field.args.length > 0 ? `a${this.budget + 1000}: ` : '';
  }

  private directive(probability: number): string {
    return this.chance(probability) ? ` @${this.pick(['skip', 'include'])}(if: ${this.condition()})` : '';
  }

  private subselection(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return ` ${this.selectionSet(type, depth + 1)}`;
    if (!isInterfaceType(type)) return '';
    const possible = this.some([...this.schema.getPossibleTypes(type)], 3);
    return ` { id ${possible.map((each) => `... on ${each.name} ${this.selectionSet(each, depth + 1)}`).join(' ')} }`;
  }

  private argument(argument: GraphQLArgument): string {
    if (!this.chance(0.35)) return literal(this.value(argument.type, argument.name, 0, true));
    return `$${this.variable(argument.type, argument.name)}`;
  }

  /** A variable of this type, or one that there is already. */
  private variable(type: GraphQLInputType, name: string, depth = 0): string {
    const known = [...this.variables].filter(([, other]) => other.type === type.toString());
    if (known.length > 0 && this.chance(0.2)) return this.pick(known)[0];
    const value = this.value(type, name, depth);
    const variable = `v${this.variables.size}`;
    // A variable of nullable type may stand where a default is; one that is left out lets the default be.
    const isRequired = isNonNullType(type);
    const defaultValue = !isRequired && this.chance(0.25) ? ` = ${literal(this.value(type, name, depth))}` : null;
    const isGiven = isRequired || this.chance(defaultValue === null ? 0.85 : 0.5);
    this.variables.set(variable, { type: type.toString(), value: plain(this.chance(0.06) ? this.wrong() : value), isGiven, defaultValue });
    return variable;
  }

  /** @param mayAsk whether variables may stand within it. */
  private value(type: GraphQLInputType, name: string, depth = 0, mayAsk = false): unknown {
    if (mayAsk && depth > 0 && this.chance(0.1)) return new VariableUse(this.variable(type, name, depth));
    if (isNonNullType(type)) return this.value(type.ofType, name, depth, mayAsk && depth === 0);
    if (this.chance(0.03)) return null;
    if (isListType(type)) return Array.from({ length: Math.floor(this.random() * 4) }, () => this.value(type.ofType, name, depth, mayAsk) ?? this.nothing(type.ofType));
    if (isEnumType(type)) return new Enum(this.pick(type.getValues()).name);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => depth < MAX_INPUT_DEPTH || getNamedType(field.type) !== type);
      const chosen = type.isOneOf ? [this.pick(fields)] : fields.filter(() => this.chance(depth === 0 ? 0.4 : 0.15));
      return Object.fromEntries(chosen.map((field) => [field.name, this.value(field.type, field.name, depth + 1, mayAsk && !type.isOneOf) ?? (type.isOneOf ? 'x' : null)]));
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
    if (this.chance(0.4)) return String(this.chance(0.5));
    const known = [...this.variables].filter(([, { type }]) => type === 'Boolean!');
    if (known.length > 0 && this.chance(0.5)) return `$${this.pick(known)[0]}`;
    const name = `v${this.variables.size}`;
    this.variables.set(name, { type: 'Boolean!', value: this.chance(0.5), isGiven: true, defaultValue: null });
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

class VariableUse {
  constructor(readonly name: string) {}
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
  if (value instanceof VariableUse) return `$${value.name}`;
  if (value instanceof Enum) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{ ${Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`).join(', ')} }`;
}
