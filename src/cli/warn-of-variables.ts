import { unknownVariables } from '../config';

/** Tells of variables that are called as settings are and are none, on standard error: whatever else is said stays as it is. */
export function warnOfVariables(): void {
  for (const line of unknownVariables()) process.stderr.write(`newsgraph: ${line}\n`);
}
