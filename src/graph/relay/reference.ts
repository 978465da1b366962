import type { Reference } from '../../store';
import { badUserInput } from '../errors';
import type { Ref } from './reference.input';

/** GraphQL lets exactly one member of a `@oneOf` input through, so one of the two is there. */
export function referenceOf({ id, slug }: Ref): Reference {
  if (id !== undefined) return { id };
  if (slug !== undefined) return { slug };
  throw badUserInput('"by" needs an id or a slug.', 'by');
}
