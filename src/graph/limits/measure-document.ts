/**
 * How large a document is: as it stands, which is what validation has to go through, and as it is executed, where a
 * fragment counts each time it is spread. A fragment is measured once, so that measuring is linear in the document
 * however often its fragments spread one another. Fragments that spread themselves are validation's to refuse.
 */
import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The sizes that are limited. */
export interface DocumentSize {
  depth: number;
  rootFields: number;
  selections: number;
  aliases: number;
  directives: number;
  /** The longest list that stands in the document. */
  listItems: number;
}

/** What a selection set comes to, with all that its fragments bring. */
type SelectionSize = Omit<DocumentSize, 'listItems'>;

const NOTHING: SelectionSize = { depth: 0, rootFields: 0, selections: 0, aliases: 0, directives: 0 };

/** The standard introspection query asks for types of types of types; how deep such a query may go is limited by graphql-js. */
const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

/** Measures a document, valid or not; of several operations, the largest counts. */
export function measureDocument(document: DocumentNode): DocumentSize {
  const size: DocumentSize = { ...NOTHING, ...measureText(document) };
  const measurer = new SelectionMeasurer(document);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const executed = measurer.measure(definition.selectionSet);
    size.depth = Math.max(size.depth, executed.depth);
    size.rootFields = Math.max(size.rootFields, executed.rootFields);
    size.selections = Math.max(size.selections, executed.selections);
    size.aliases = Math.max(size.aliases, executed.aliases);
    size.directives = Math.max(size.directives, executed.directives);
  }
  return size;
}

function measureText(document: DocumentNode): Omit<DocumentSize, 'depth' | 'rootFields'> {
  const size = { selections: 0, aliases: 0, directives: 0, listItems: 0 };
  visit(document, {
    Field: ({ alias }) => {
      size.selections += 1;
      if (alias !== undefined) size.aliases += 1;
    },
    FragmentSpread: () => void (size.selections += 1),
    InlineFragment: () => void (size.selections += 1),
    Directive: () => void (size.directives += 1),
    ListValue: ({ values }) => void (size.listItems = Math.max(size.listItems, values.length)),
  });
  return size;
}

class SelectionMeasurer {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, SelectionSize>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  measure({ selections }: SelectionSetNode): SelectionSize {
    const total = { ...NOTHING };
    for (const selection of selections) {
      const size = this.selection(selection);
      total.depth = Math.max(total.depth, size.depth);
      total.rootFields += size.rootFields;
      total.selections += size.selections + 1;
      total.aliases += size.aliases;
      total.directives += size.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }

  private selection(selection: SelectionNode): SelectionSize {
    switch (selection.kind) {
      case Kind.FIELD:
        return this.field(selection);
      case Kind.INLINE_FRAGMENT:
        return this.measure(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD:
        return this.fragment(selection.name.value);
    }
  }

  private field({ name, alias, selectionSet }: FieldNode): SelectionSize {
    const inner = selectionSet === undefined ? NOTHING : this.measure(selectionSet);
    return {
      ...inner,
      depth: INTROSPECTION.has(name.value) ? 1 : inner.depth + 1,
      rootFields: 1,
      aliases: inner.aliases + (alias === undefined ? 0 : 1),
    };
  }

  private fragment(name: string): SelectionSize {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    // What it is taken for while it is being measured, and so ever after in a circle.
    this.measured.set(name, NOTHING);
    const definition = this.fragments.get(name);
    if (definition === undefined) return NOTHING;
    const size = this.measure(definition.selectionSet);
    this.measured.set(name, size);
    return size;
  }
}
