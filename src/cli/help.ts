/** Help texts that more than one command has. */

/** The examples at the end of a command's help: what is typed, and what it does. */
export function examples(pairs: readonly (readonly [command: string, effect: string])[]): string {
  return ['', 'Examples:', ...pairs.map(([command, effect]) => `  ${command}\n      ${effect}`)].join('\n');
}
