/**
 * `schema.graphql` is the schema as the code has it. `write` writes it; `check` fails when the two differ and shows
 * how, so that every change of the API is seen in the change that makes it.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { buildGraphSchema, printGraphSchema } from '../src/graph';

/** The committed schema. */
export const SCHEMA_FILE = path.join(__dirname, '..', 'schema.graphql');

/** Runs `write` or `check` on a file (the committed one by default) and gives the exit code; `say` is told why. */
export async function schemaFile(
  [command, file = SCHEMA_FILE]: readonly string[],
  say: (text: string) => void,
): Promise<number> {
  const actual = printGraphSchema(buildGraphSchema());
  if (command === 'write') {
    await writeFile(file, actual);
    return 0;
  }
  if (command !== 'check') {
    say('Usage: schema-file write|check [file]\n');
    return 2;
  }
  const committed = existsSync(file) ? await readFile(file, 'utf8') : null;
  if (committed === actual) return 0;
  say(`${createTwoFilesPatch('schema.graphql', 'the code', committed ?? '', actual)}\n`);
  say(
    committed === null
      ? 'There is no schema.graphql; run: npm run schema\n'
      : 'schema.graphql differs from the code. If the change is meant, run: npm run schema\n',
  );
  return 1;
}

if (require.main === module) {
  void schemaFile(process.argv.slice(2), (text) => process.stderr.write(text)).then(
    (code) => (process.exitCode = code),
  );
}
