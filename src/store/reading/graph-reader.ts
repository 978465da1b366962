/** Runs selections: one statement a batch, whatever the number of its keys. */
import { setMaxListeners } from 'node:events';
import type { Noun } from '../../domain/identity';
import { SqlAnalyses, type Analyses } from '../analysing/analyses';
import type { Database, SqlValue } from '../database/database';
import { endingWith, type StatementObserver } from '../observer';
import { SqlSearchReader, type SearchReader } from '../searching/search-reader';
import { compileNodes, compileRelation, compileRootList, shapeOfRun, type Run, type Statement } from './compile';
import type { NodeSelection, Parent, RelationSelection } from './selection';

/** A node or edge as JSON gives it: the fields by name, what was read along by the properties of the selection, `$key` for a loader. A given row is its own key. */
export interface Row {
  readonly $key?: number | string;
  readonly [property: string]: unknown;
}

/** A connection as the store gives it: a backward page comes in reverse, and one row too many where that was asked. */
export interface ConnectionRows {
  /** Objects by property, with `$cursor` where cursors were asked for. */
  readonly rows?: readonly Row[];
  /** Instead of `rows`, where one thing alone is wanted of each row: that thing. */
  readonly bare?: readonly unknown[];
  readonly total?: number;
  /** Above 0 where there are rows on the other side of the cursor. */
  readonly other?: number;
  /** By property, and within each by the properties of its facets. */
  readonly facets?: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
}

/** The batched reads of the graph. Every answer has the length and the order of the keys. */
export interface GraphReader {
  /** Finds nodes by words. */
  readonly search: SearchReader;

  /** Nodes by id or slug; null for those that are not there. */
  nodes(noun: Noun, column: 'id' | 'slug', keys: readonly string[], selection: NodeSelection, run: Run): Promise<(Row | null)[]>;

  /** One relation of many nodes or parts: a row, a list of rows, or a connection each. A part's key is its row, as JSON. */
  relations(parent: Parent, keys: readonly (number | string)[], selection: RelationSelection, run: Run): Promise<unknown[]>;

  /** One of the lists of all nodes. */
  rootList(selection: RelationSelection, run: Run): Promise<ConnectionRows>;

  /** Figures over many stories. */
  readonly analyses: Analyses;

  /** The same, whose reads stop when the signal is aborted, with the signal's reason. */
  until(signal: AbortSignal): GraphReader;

  /** The same, whose statements this observer is told of. */
  observedBy(observer: StatementObserver): GraphReader;
}

interface PlacedRow {
  readonly place: number;
  /** JSON text from SQLite, a parsed value from PostgreSQL's driver. */
  readonly row: unknown;
}

/** Compiled statements, by selection and the shape of its run. Selections live as long as their operation does. */
type Statements = WeakMap<object, Map<string, Statement>>;
/** Filters make many shapes; a selection keeps this many, and compiles again beyond. */
const SHAPES_PER_SELECTION = 32;

export class SqlGraphReader implements GraphReader {
  /** @param signal stops the reads when it is aborted. */
  constructor(
    private readonly database: Database,
    private readonly statements: Statements = new WeakMap(),
    private readonly signal?: AbortSignal,
    private readonly observer?: StatementObserver,
  ) {}

  get analyses(): Analyses {
    return new SqlAnalyses(this.database.dialect, (text, parameters) => this.send(text, parameters));
  }

  get search(): SearchReader {
    return new SqlSearchReader(this.database, this.signal, this.observer);
  }

  until(signal: AbortSignal): GraphReader {
    // Each read that is under way listens, and Node would take more than ten of them for a leak.
    setMaxListeners(0, signal);
    return new SqlGraphReader(this.database, this.statements, signal, this.observer);
  }

  observedBy(observer: StatementObserver): GraphReader {
    return new SqlGraphReader(this.database, this.statements, this.signal, observer);
  }

  async nodes(
    noun: Noun,
    column: 'id' | 'slug',
    keys: readonly string[],
    selection: NodeSelection,
    run: Run,
  ): Promise<(Row | null)[]> {
    const statement = this.statementFor(selection, `${noun}.${column};${shapeOfRun(run)}`, () =>
      compileNodes(noun, column, selection, run, this.database.dialect),
    );
    return (await this.read(statement, run, keys.length, JSON.stringify(keys))) as (Row | null)[];
  }

  async relations(parent: Parent, keys: readonly (number | string)[], selection: RelationSelection, run: Run): Promise<unknown[]> {
    const statement = this.statementFor(selection, `${parent};${shapeOfRun(run)}`, () =>
      compileRelation(parent, selection, run, this.database.dialect),
    );
    const list = `[${keys.map((key) => (typeof key === 'number' ? JSON.stringify({ key }) : key)).join(',')}]`;
    return this.read(statement, run, keys.length, list);
  }

  async rootList(selection: RelationSelection, run: Run): Promise<ConnectionRows> {
    const statement = this.statementFor(selection, shapeOfRun(run), () =>
      compileRootList(selection, run, this.database.dialect),
    );
    const [row] = await this.read(statement, run, 1);
    return row as ConnectionRows;
  }

  private statementFor(selection: object, shape: string, compile: () => Statement): Statement {
    let byShape = this.statements.get(selection);
    if (byShape === undefined) this.statements.set(selection, (byShape = new Map<string, Statement>()));
    let statement = byShape.get(shape);
    if (statement === undefined) {
      statement = compile();
      if (byShape.size < SHAPES_PER_SELECTION) byShape.set(shape, statement);
    }
    return statement;
  }

  /** @param keys of the batch, as the statement takes them; absent where it takes none. */
  private async read({ text, read, values }: Statement, run: Run, length: number, ...keys: [] | [string]): Promise<unknown[]> {
    const answers = new Array<unknown>(length).fill(null);
    for (const { place, row } of await this.send<PlacedRow>(text, [...keys, ...values(run)])) {
      const parsed: unknown = typeof row === 'string' ? JSON.parse(row) : row;
      answers[place] = read === null ? parsed : read(parsed);
    }
    return answers;
  }

  private send<Sent extends object>(text: string, parameters: SqlValue[]): Promise<Sent[]> {
    const end = this.observer?.statementStarted(text);
    const rows = this.database.read<Sent>(text, parameters, this.signal);
    return end === undefined ? rows : endingWith(rows, end);
  }
}
