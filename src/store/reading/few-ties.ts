/** So many ties are few enough to look up all their stories for a page. */
export const FEW_TIES = 1_000;
