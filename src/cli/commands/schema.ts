import { Command } from 'commander';
import { examples } from '../help';
import { Output } from '../output';
import { withNewsgraph } from '../with-newsgraph';

/** `newsgraph schema` */
export function schemaCommand(): Command {
  return new Command('schema')
    .description('print the schema in the schema definition language')
    .addHelpText('after', examples([['newsgraph schema > schema.graphql', 'for a code generator']]))
    .action(() => withNewsgraph(({ schemaText }) => new Output(process.stdout).write(`${schemaText.trimEnd()}\n`)));
}
