/** The commands, together. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { documentsCommand } from './commands/documents';
import { exportCommand } from './commands/export';
import { importCommand } from './commands/import';
import { migrateCommand } from './commands/migrate';
import { reindexCommand } from './commands/reindex';
import { removeCommand } from './commands/remove';
import { schemaCommand } from './commands/schema';
import { serveCommand } from './commands/serve';
import { statsCommand } from './commands/stats';
import { examples } from './help';
import { warnOfVariables } from './warn-of-variables';
import { refuseEmptyValues, tellWrongUseInOneLine } from './wrong-use';

const COMMANDS = [
  serveCommand,
  importCommand,
  exportCommand,
  removeCommand,
  reindexCommand,
  migrateCommand,
  schemaCommand,
  statsCommand,
  documentsCommand,
];

/** Builds the program. Wrong use is thrown as a `CommanderError` after it has been told on standard error. */
export function buildProgram(): Command {
  const program = new Command('newsgraph')
    .description('A GraphQL aggregation gateway for news.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .addHelpText(
      'after',
      examples([
        ['newsgraph import examples/stories', 'read stories into data/newsgraph.db'],
        ['newsgraph serve', 'serve them on http://127.0.0.1:4000'],
        ['newsgraph import --help', "a command's own help; docs/configuration.md has the variables"],
      ]),
    );
  for (const command of COMMANDS) program.addCommand(command());
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().helpOption('--help', 'print this help');
    tellWrongUseInOneLine(command);
  }
  program.hook('preAction', (_program, command) => {
    refuseEmptyValues(command);
    warnOfVariables();
  });
  return program;
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  throw new Error('package.json has no version');
}
