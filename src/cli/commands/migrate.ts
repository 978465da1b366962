import { Command } from 'commander';
import { readDatabaseUrl } from '../../config';
import { openMigrations, type Migrations } from '../../newsgraph';
import { examples } from '../help';
import { Output } from '../output';

/** `newsgraph migrate` */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description("change the store's schema; every other command brings it up to date by itself")
    .addCommand(action('up', 'apply what is missing', up))
    .addCommand(action('down', 'take back the newest migration, and what only it can hold', down))
    .addCommand(action('status', 'list the migrations and whether the store has them', status))
    .addHelpText(
      'after',
      examples([
        ['newsgraph migrate status', 'what the store has'],
        ['newsgraph migrate up', 'before a new version starts'],
      ]),
    );
}

function action(name: string, description: string, run: (migrations: Migrations) => Promise<string>): Command {
  return new Command(name)
    .description(description)
    .addHelpText('after', examples([[`newsgraph migrate ${name}`, description]]))
    .action(async () => {
      const migrations = await openMigrations(readDatabaseUrl());
      try {
        await new Output(process.stdout).write(await run(migrations));
      } finally {
        await migrations.close();
      }
    });
}

async function up(migrations: Migrations): Promise<string> {
  const names = await migrations.up();
  return names.length === 0 ? 'up to date\n' : names.map((name) => `applied ${name}\n`).join('');
}

async function down(migrations: Migrations): Promise<string> {
  const name = await migrations.down();
  return name === null ? 'nothing to take back\n' : `took back ${name}\n`;
}

async function status(migrations: Migrations): Promise<string> {
  const list = await migrations.status();
  return list.map(({ name, isApplied }) => `${isApplied ? 'applied' : 'missing'}  ${name}\n`).join('');
}
