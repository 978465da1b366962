/** How long the lists in the variables are, wherever they stand. */
import { checkListItems } from '../../newsgraph';

/**
 * Walks over a value that came from JSON whose nesting is limited.
 * @throws LimitError `INPUT_LIST_TOO_LONG`
 */
export function checkVariableLists(value: unknown, maximum: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) checkListItems(value.length, maximum);
  for (const item of Object.values(value)) checkVariableLists(item, maximum);
}
