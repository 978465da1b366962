import type { ReactNode } from 'react';

/** Links of a chain: share. */
export function LinkIcon() {
  return (
    <ToolbarIcon>
      <path d="M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12.3 6" />
      <path d="M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.2-1.2" />
    </ToolbarIcon>
  );
}

/** A tick: it worked. */
export function DoneIcon() {
  return (
    <ToolbarIcon>
      <path d="M5 13l4.5 4.5L19 7.5" />
    </ToolbarIcon>
  );
}

/** An open book: the examples. */
export function ExamplesIcon() {
  return (
    <ToolbarIcon>
      <path d="M12 6.5C10 4.8 7 4.5 3.5 4.5v13c3.5 0 6.5.3 8.5 2 2-1.7 5-2 8.5-2v-13C17 4.5 14 4.8 12 6.5z" />
      <path d="M12 6.5v13" />
    </ToolbarIcon>
  );
}

/** The mark of newsgraph: one happening, seen from three sides. */
export function Mark() {
  return (
    <svg className="newsgraph-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 12 5 5.5M12 12l8-4M12 12l-2 8" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="12" cy="12" r="4" fill="currentColor" />
      <circle cx="5" cy="5.5" r="2.3" fill="currentColor" />
      <circle cx="20" cy="8" r="2.3" fill="currentColor" />
      <circle cx="10" cy="20" r="2.3" fill="currentColor" />
    </svg>
  );
}

function ToolbarIcon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      className="graphiql-toolbar-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
