/** The orders that relations share. */
import type { OrderShape } from './shape';

export const text = (expression: string) => ({ expression, type: 'text' }) as const;
export const integer = (expression: string) => ({ expression, type: 'integer' }) as const;
export const ascending = (...by: OrderShape['columns']): OrderShape => ({ columns: by, isDescending: false });
export const descending = (...by: OrderShape['columns']): OrderShape => ({ columns: by, isDescending: true });
export const sorted = (order: OrderShape): OrderShape => ({ ...order, isSorted: true });

/** The place in its story that a document gave a perspective, question, topic or outlet. */
export const inStoryOrder = (alias: 'e' | 'n') => ({ POSITION: ascending(integer(`${alias}."position"`)) });

/** A tie carries its story's instant and id, so that one index gives the newest stories of a node. */
export const storyOrders = (alias: { instant: string; id: string }, isIndexed: boolean) => ({
  NEWEST: descending(text(alias.instant), text(alias.id)),
  OLDEST: ascending(text(alias.instant), text(alias.id)),
  RECENTLY_UPDATED: isIndexed
    ? descending(text('n."updatedAt"'), text('n."id"'))
    : sorted(descending(text('n."updatedAt"'), text('n."id"'))),
});
export const byTie = { instant: 'e."orderedAt"', id: 'e."storyId"' };
