import type { GraphiQLProps } from 'graphiql';

type Storage = NonNullable<GraphiQLProps['storage']>;

const PREFIX = 'newsgraph:';

/**
 * The storage for tabs, history and settings: the browser's local storage under our own prefix.
 *
 * Every GraphiQL on an origin shares the same keys by default, and `localhost:4000` is where many a project's GraphiQL
 * lives: without the prefix, another project's tabs would open here. Where the browser keeps no storage (a private
 * window that refuses it), the page's own memory stands in, and nothing outlives the page.
 */
export function browserStorage(): Storage {
  const backing = localStorageOrNull() ?? new MemoryStorage();
  return {
    getItem: (key) => backing.getItem(PREFIX + key),
    setItem: (key, value) => backing.setItem(PREFIX + key, value),
    removeItem: (key) => backing.removeItem(PREFIX + key),
    clear: () => ownKeys(backing).forEach((key) => backing.removeItem(key)),
    get length() {
      return ownKeys(backing).length;
    },
  };
}

type Backing = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Reading `localStorage` throws a SecurityError where the browser blocks it (HTML Standard, 12.2.3). */
function localStorageOrNull(): Backing | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function ownKeys(backing: Backing): string[] {
  return Array.from({ length: backing.length }, (_, index) => backing.key(index)).filter(
    (key): key is string => key !== null && key.startsWith(PREFIX),
  );
}

class MemoryStorage implements Backing {
  private readonly items = new Map<string, string>();

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.items.delete(key);
  }
}
