/** A process of its own that opens and closes the store at the URL it is given, and prints how that went. */
import { openStore } from '../../../src/store';

async function main(url: string): Promise<string> {
  try {
    await (await openStore(url)).close();
    return 'opened';
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${String(error.code)} ${error.message}` : String(error);
  }
}

void main(process.argv[2] ?? '').then((line) => console.log(line));
