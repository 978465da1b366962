/** Wrong use that commander finds, and what it lets pass, each told in one line. */
import { type Command } from 'commander';
import { UsageError } from './failure';

/** Has a command tell wrong use in one line that ends with what would be right, or with where that stands. */
export function tellWrongUseInOneLine(command: Command): void {
  command.configureOutput({
    outputError: (text, write) => {
      const [problem = '', hint = `(see ${helpOf(command)})`] = text.trim().split('\n');
      write(`newsgraph: ${problem.replace(/^error: /, '')} ${hint}\n`);
    },
  });
}

/**
 * Refuses what is given and empty: a variable of a script that is not set, most likely.
 * @throws UsageError
 */
export function refuseEmptyValues(command: Command): void {
  const place = command.args.indexOf('');
  const argument = command.registeredArguments.at(Math.min(place, command.registeredArguments.length - 1));
  if (place !== -1 && argument !== undefined) throw empty(`argument '${argument.name()}'`, command);
  const option = command.options.find((known) => [command.getOptionValue(known.attributeName())].flat().includes(''));
  if (option !== undefined) throw empty(`option '${option.flags}'`, command);
}

function empty(what: string, command: Command): UsageError {
  return new UsageError(`${what} is empty (see ${helpOf(command)})`);
}

function helpOf(command: Command): string {
  const names: string[] = [];
  for (let each: Command | null = command; each !== null; each = each.parent) names.unshift(each.name());
  return `${names.join(' ')} --help`;
}
