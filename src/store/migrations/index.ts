import { Initial1780000000000 } from './1780000000000-initial';

/** Every migration, oldest first; the list is append-only. */
export const migrations = [Initial1780000000000];
