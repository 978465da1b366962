/** The limit: bare node:http, and one hand-written statement a query that makes the whole answer. No GraphQL at all. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openDatabase, type BenchmarkDatabase } from '../database';
import { announce } from '../protocol';
import { postgresJson, sqliteJson } from './json';
import { statementsFor, type Statement } from './statements';

async function main(databaseUrl: string): Promise<void> {
  const database = await openDatabase(databaseUrl);
  const statements = statementsFor(database.kind === 'sqlite' ? sqliteJson : postgresJson);
  const server = createServer((request, response) => {
    answer(request, database, statements).then(
      (body) => send(response, 200, body),
      (error: unknown) => send(response, 500, JSON.stringify({ errors: [{ message: String(error) }] })),
    );
  });
  server.listen(0, '127.0.0.1', () => announce(server.address(), database));
}

async function answer(request: IncomingMessage, database: BenchmarkDatabase, statements: Readonly<Record<string, Statement>>): Promise<string> {
  const { operationName, variables } = JSON.parse(await bodyOf(request)) as OperationRequest;
  const statement = statements[operationName];
  if (statement === undefined) throw new Error(`There is no statement for ${operationName}.`);
  const [row] = await database.all(statement.text, statement.values(variables ?? {}));
  return `{"data":${String(row?.['data'])}}\n`;
}

interface OperationRequest {
  operationName: string;
  variables?: Record<string, unknown>;
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (body += piece));
    request.on('end', () => resolve(body));
    request.on('error', reject);
  });
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

void main(process.argv[2] ?? '');
