/** Requests as bytes: what clients' libraries would put right on the way, or refuse to send. */
import { connect } from 'node:net';

export interface RawRequest {
  method?: string;
  path?: string;
  /** In addition to the host, the length of the body and the end of the connection. */
  headers?: readonly (readonly [name: string, value: string])[];
  body?: string | Buffer;
}

export interface RawResponse {
  status: number;
  headers: ReadonlyMap<string, string>;
  body: string;
}

/** The bytes of a request. */
export function bytesOf({ method = 'POST', path = '/graphql', headers = [], body = '' }: RawRequest): Buffer {
  const content = Buffer.isBuffer(body) ? body : Buffer.from(body);
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: newsgraph.example',
    'connection: close',
    ...(content.length > 0 ? [`content-length: ${content.length}`] : []),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content]);
}

/** Sends bytes on a connection of their own, and gives what comes back until it is closed. */
export async function send(port: number, bytes: Buffer): Promise<RawResponse> {
  const chunks: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve());
    // A server that has refused a body hangs up while it is still being sent.
    socket.on('error', (error) => (chunks.length > 0 ? resolve() : reject(error)));
  });
  return parse(Buffer.concat(chunks).toString('utf8'));
}

function parse(response: string): RawResponse {
  const end = response.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = response.slice(0, end).split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  return { status: Number(statusLine.split(' ')[1]), headers, body: response.slice(end + 4) };
}
