/** What newsgraph is set up with and cannot be: by variables, by options. */

/** Something is set up wrongly; the message is one line that names it and says what would be right. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** A wrong value of a variable or option, shown without passwords; `expected` completes the sentence "give …". */
export function wrongSetting(setting: string, value: string, expected: string): ConfigurationError {
  return new ConfigurationError(`${setting} is ${shown(value)}; give ${expected}`);
}

const LONGEST_SHOWN = 200;

/** The value in quotes on one line, without passwords. */
export function shown(value: string): string {
  const masked = withoutPasswords(value);
  return JSON.stringify(masked.length > LONGEST_SHOWN ? `${masked.slice(0, LONGEST_SHOWN)}…` : masked);
}

/** Greedy on purpose: a password may hold unescaped `@`, `/` or `:`, and hiding too much harms nobody. */
function withoutPasswords(value: string): string {
  return value
    .replace(/^([a-z][a-z0-9+.-]*:\/*)?([^:@]*):.*@/is, '$1$2:***@')
    .replace(/(password|passwd|pwd)=[^&\s]*/gi, '$1=***');
}
