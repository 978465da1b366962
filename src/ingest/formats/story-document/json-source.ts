/** A JSON text that can say where its values stand. Nothing here runs for a document without a fault. */
import { findNodeAtLocation, parseTree, visit, type Node } from 'jsonc-parser';
import type { Position } from '../../document';
import { formatJsonPath, type JsonPath } from './json-path';

/** The text of one document, with the line of its source on which it begins; null for an object that was never text. */
export class JsonSource {
  private parsed: Node | undefined;

  constructor(
    readonly text: string,
    private readonly firstLine: number | null,
  ) {}

  /** Where the value at `path` stands, or its property's name where `atKey`; the nearest value around it where it is missing. */
  positionOf(path: JsonPath, atKey = false): Position {
    return this.positionAt(this.offsetOf(path, atKey), path);
  }

  /** The line and column of an offset; columns count UTF-16 code units, as editors do. */
  positionAt(offset: number, path: JsonPath | null): Position {
    const formattedPath = path === null ? null : formatJsonPath(path);
    if (this.firstLine === null) return { line: null, column: null, path: formattedPath };
    const before = this.text.slice(0, offset);
    const lineBreaks = before.match(/\r\n|\r|\n/g)?.length ?? 0;
    const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    return {
      line: this.firstLine + lineBreaks,
      column: offset - lineStart + 1,
      path: formattedPath,
    };
  }

  /** Where the value at `path` begins; the nearest value around it where it is missing. */
  offsetOf(path: JsonPath, atKey = false): number {
    this.parsed ??= parseTree(this.text);
    if (this.parsed === undefined) return 0;
    for (let length = path.length; length >= 0; length--) {
      const node = findNodeAtLocation(this.parsed, path.slice(0, length));
      if (node === undefined) continue;
      const { parent } = node;
      return atKey && length === path.length && parent?.type === 'property' ? parent.offset : node.offset;
    }
    return this.parsed.offset;
  }

  /** The first property whose name its object has used before, or null. */
  findDuplicateKey(): { offset: number; path: JsonPath } | null {
    let found: { offset: number; path: JsonPath } | null = null;
    const open: Set<string>[] = [];
    visit(this.text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, offset, _length, _line, _column, path) => {
        const keys = open.at(-1);
        if (keys?.has(key) === true) found ??= { offset, path: [...path(), key] };
        keys?.add(key);
      },
    });
    return found;
  }

  /** The first string, key or value, that `isBad` holds for, or null. */
  findString(isBad: (text: string) => boolean): { offset: number; path: JsonPath } | null {
    let found: { offset: number; path: JsonPath } | null = null;
    const look = (value: unknown, offset: number, path: () => JsonPath) => {
      if (found === null && typeof value === 'string' && isBad(value)) found = { offset, path: path() };
    };
    visit(this.text, {
      onObjectProperty: (key, offset, _length, _line, _column, path) => look(key, offset, path),
      onLiteralValue: (value, offset, _length, _line, _column, path) => look(value, offset, path),
    });
    return found;
  }
}

/** A message that begins with its place, as far as that is known: `line 4, column 28, $.topics[0].kind: …`. */
export function withPlace({ line, column, path }: Position, message: string): string {
  const place = [line === null ? [] : `line ${line}`, column === null ? [] : `column ${column}`, path ?? []].flat();
  return place.length === 0 ? message : `${place.join(', ')}: ${message}`;
}
