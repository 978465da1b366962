import { Initial1780000000000 } from './1780000000000-initial';
import { SearchIndex1780000002000 } from './1780000002000-search-index';
import { LeadingOn1780000004000 } from './1780000004000-leading-on';

/** Every migration, oldest first; the list is append-only. */
export const migrations = [Initial1780000000000, SearchIndex1780000002000, LeadingOn1780000004000];
