export { cursorTypes, type Run } from './compile';
export { facetNoun, isFacet } from './facets';
export { SqlGraphReader, type ConnectionRows, type GraphReader, type Row } from './graph-reader';
export type {
  ConnectionSelection,
  EdgeSelection,
  FacetName,
  FacetSelection,
  FacetsSelection,
  InstantRange,
  MemberSelection,
  NodeSelection,
  Page,
  Parent,
  Part,
  Reference,
  ReferenceSet,
  RelationArguments,
  RelationSelection,
  StoryFilter,
} from './selection';
export type { RelationShape } from './shape';
export { shapes } from './shapes';
