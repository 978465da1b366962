import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentError } from '../../src/ingest/document';
import { MAX_STORY_DOCUMENT_BYTES } from '../../src/ingest/formats';
import { type DocumentInput, type ReadDocument, readDocuments, readGiven, type ReadOptions, type ReadProgress } from '../../src/ingest/read-documents';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsgraph-read-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const brief = "What's happened\nThe river Ull broke its banks on Monday.\n";

function storyOf(title: string, extra: object = {}): string {
  return JSON.stringify({ title, summary: 'x', ...extra });
}

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Each document in a word: where it was, and its title or what is wrong. */
function inWords({ origin, result }: ReadDocument): string {
  const source = origin.source.replace(`${folder}/`, '');
  const place = origin.line === undefined ? source : `${source}:${origin.line}`;
  return result instanceof DocumentError ? `${place} ${result.code}` : `${place} ${result.draft.title}`;
}

async function collected(documents: AsyncIterable<ReadDocument>): Promise<ReadDocument[]> {
  const all: ReadDocument[] = [];
  for await (const document of documents) all.push(document);
  return all;
}

async function read(sources: string[], options: ReadOptions = {}): Promise<string[]> {
  return (await collected(readDocuments(sources, options))).map(inWords);
}

async function given(documents: Iterable<DocumentInput> | AsyncIterable<DocumentInput>): Promise<string[]> {
  return (await collected(readGiven(documents))).map(inWords);
}

/** A stream that gives the pieces one by one, and ends or fails as their source does. */
async function* streamOf<T>(source: Iterable<T>): AsyncGenerator<T> {
  for (const piece of source) yield await Promise.resolve(piece);
}

function pieces(...contents: (string | Uint8Array)[]) {
  return streamOf(contents);
}

describe('readDocuments', () => {
  it('reads files of every format, by content', async () => {
    const sources = [
      put('a.dat', storyOf('A', { analysis: 'y' }).replaceAll(',', ',\n')),
      put('b', `${storyOf('B1')}\n${storyOf('B2')}\n`),
      put('c.txt', brief),
    ];
    const [a, b1, b2, c] = await read(sources);
    expect([a, b1, b2]).toEqual(['a.dat A', 'b:1 B1', 'b:2 B2']);
    expect(c).toMatch(/^c\.txt The river Ull broke its banks/);
  });

  it('reads a folder in the order of its names', async () => {
    mkdirSync(join(folder, 'sub'));
    put('z.story.json', storyOf('Z'));
    put('sub/m.stories.jsonl', storyOf('M'));
    put('a.story.json', storyOf('A'));
    put('other.json', '{}');
    expect(await read([folder])).toEqual(['a.story.json:1 A', 'sub/m.stories.jsonl:1 M', 'z.story.json:1 Z']);
  });

  it('goes on after every kind of failure', async () => {
    const sources = [
      join(folder, 'missing'),
      put('a.pdf', '%PDF-1.7'),
      put('b.stories.jsonl', `${storyOf('B1')}\n{"summary":\n\n \t\r\n{"sumary":"x"}\n${storyOf('B6')}`),
      put('c.story.json', `{\n"summary": 5\n}`),
      put('d.txt', ''),
      put('e.story.json', storyOf('E')),
    ];
    expect(await read(sources)).toEqual([
      'missing INPUT_NOT_FOUND',
      'a.pdf FORMAT_UNKNOWN',
      'b.stories.jsonl:1 B1',
      'b.stories.jsonl:2 JSON_INVALID',
      'b.stories.jsonl:5 SUMMARY_MISSING',
      'b.stories.jsonl:6 B6',
      'c.story.json STORY_DOCUMENT_INVALID',
      'd.txt DOCUMENT_EMPTY',
      'e.story.json:1 E',
    ]);
  });

  it('says when a file goes away before it is read, small or large', async () => {
    const sources = [put('a.story.json', storyOf('A')), put('b.stories.jsonl', `${storyOf('B')}\n`.repeat(20_000)), put('c.story.json', storyOf('C'))];
    const onProgress = ({ bytesRead }: ReadProgress) => {
      if (bytesRead === 0) sources.slice(0, 2).forEach((path) => rmSync(path));
    };
    expect(await read(sources, { onProgress })).toEqual(['a.story.json INPUT_NOT_FOUND', 'b.stories.jsonl INPUT_NOT_FOUND', 'c.story.json:1 C']);
  });

  it('reads more files than are read ahead, in their order', async () => {
    const sources = Array.from({ length: 30 }, (_, i) => put(`${i}.story.json`, storyOf(`T${i}`)));
    expect(await read(sources)).toEqual(sources.map((_, i) => `${i}.story.json:1 T${i}`));
  });

  it('keeps a first line that is broken to itself, with a telling name or without one', async () => {
    const good = `${storyOf('B')}\n${storyOf('C')}\n`;
    const sources = [put('a', `{"summary":"x",}\n${good}`), put('b.stories.jsonl', `the tail of a cut line"}\n${good}`)];
    expect(await read([...sources, '-'], { stdin: pieces('{"summary":"x",}\n', good) })).toEqual([
      ...['a:1 JSON_INVALID', 'a:2 B', 'a:3 C'],
      ...['b.stories.jsonl:1 JSON_INVALID', 'b.stories.jsonl:2 B', 'b.stories.jsonl:3 C'],
      ...['-:1 JSON_INVALID', '-:2 B', '-:3 C'],
    ]);
  });

  it('keeps another format to its line, and takes it where a story holds it', async () => {
    const lines = [
      storyOf('A', { 'x-ld': { '@context': 'https://schema.org' } }),
      '{"@context":"https://schema.org","@type":"NewsArticle"}',
      storyOf('C', { 'x-raw': { body_text: 'b' } }),
    ];
    const documents = await collected(readDocuments([put('a.stories.jsonl', lines.join('\n'))]));
    expect(documents.map(inWords)).toEqual(['a.stories.jsonl:1 A', 'a.stories.jsonl:2 FORMAT_UNKNOWN', 'a.stories.jsonl:3 C']);
    expect(documents[1]?.result).toMatchObject({
      message: 'found a JSON-LD document; newsgraph reads story documents (.story.json, .stories.jsonl) and plain-text briefs (.txt)',
      position: { line: 2, column: null, path: null },
    });
  });

  it('names the line of the file in the message', async () => {
    const path = put('a.stories.jsonl', `${storyOf('A')}\n{"summary":"x","titel":"y"}\n`);
    const documents = await collected(readDocuments([path]));
    expect(documents[1]?.result).toMatchObject({ message: 'line 2, column 16, $.titel: unknown property "titel"; did you mean "title"?' });
  });

  it('keeps a broken byte to its line', async () => {
    const broken = Buffer.concat([Buffer.from(`${storyOf('A')}\n{"summary":"caf`), Buffer.from([0xe9]), Buffer.from(`"}\n${storyOf('C')}`)]);
    expect(await read([put('a.stories.jsonl', broken)])).toEqual(['a.stories.jsonl:1 A', 'a.stories.jsonl:2 ENCODING_INVALID', 'a.stories.jsonl:3 C']);
  });

  it('takes a line to the limit, and reads over one beyond it', async () => {
    const filler = (length: number) => `${'{"summary":"x","x-filler":"'.padEnd(length - 2, 'y')}"}`;
    const path = put('a.stories.jsonl', [storyOf('A'), filler(MAX_STORY_DOCUMENT_BYTES), filler(MAX_STORY_DOCUMENT_BYTES + 1), storyOf('D')].join('\n'));
    const documents = await collected(readDocuments([path]));
    expect(documents.map(({ origin, result }) => [origin.line, result instanceof DocumentError ? result.message : 'taken'])).toEqual([
      [1, 'taken'],
      [2, 'taken'],
      [3, 'line 3: too long; a line may have 8 MiB and holds one story document'],
      [4, 'taken'],
    ]);
  });

  it('refuses a story document beyond its size without reading it whole', async () => {
    const path = put('a.story.json', `{\n"summary":"x",\n"x-filler":"${'y'.repeat(20_000_000)}"}`);
    const seen: ReadProgress[] = [];
    expect(await read([path], { onProgress: (progress) => seen.push(progress) })).toEqual(['a.story.json DOCUMENT_TOO_LARGE']);
    expect(seen.at(-1)?.bytesRead).toBeLessThan(MAX_STORY_DOCUMENT_BYTES + 1024 * 1024);
  });

  it('gives every document the caller\'s options', async () => {
    const path = put('a.stories.jsonl', `${storyOf('A')}\n${storyOf('B')}`);
    const documents = await collected(readDocuments([path], { language: 'DE' }));
    expect(documents.map(({ result }) => (result instanceof DocumentError ? result.code : result.draft.language))).toEqual(['de', 'de']);
  });

  it('gives nothing for an empty folder', async () => {
    expect(await read([folder])).toEqual([]);
  });

  describe('from standard input', () => {
    it('reads lines that come in pieces', async () => {
      const [a, b] = [storyOf('A'), storyOf('Bé')];
      const bytes = Buffer.from(`${a}\n${b}`);
      const stdin = pieces(...[...bytes].map((byte) => Uint8Array.of(byte)));
      expect(await read(['-'], { stdin })).toEqual(['-:1 A', '-:2 Bé']);
    });

    it('reads a brief, and other sources beside', async () => {
      const path = put('a.story.json', storyOf('A'));
      const words = await read([path, '-', '-'], { stdin: pieces(brief) });
      expect(words[0]).toBe('a.story.json:1 A');
      expect(words[1]).toMatch(/^- The river Ull/);
      expect(words[2]).toBe('- INPUT_REPEATED');
    });

    it('says when there is nothing', async () => {
      expect(await read(['-'], { stdin: pieces() })).toEqual(['- DOCUMENT_EMPTY']);
    });

    it('says when the stream fails, and keeps what came before', async () => {
      function* failing() {
        yield `${storyOf('A')}\n${' '.repeat(100_000)}\n`;
        throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
      }
      expect(await read(['-'], { stdin: streamOf(failing()) })).toEqual(['-:1 A', '- INPUT_UNREADABLE']);
    });

    it('does not hide what is no fault of the input', async () => {
      function* failing(): Generator<string> {
        yield '{';
        throw new TypeError('a defect');
      }
      await expect(read(['-'], { stdin: streamOf(failing()) })).rejects.toThrow('a defect');
    });
  });

  describe('progress', () => {
    it('counts the bytes of all sources to their total', async () => {
      const content = `${storyOf('A')}\n`.repeat(20_000);
      const sources = [put('a.stories.jsonl', content), put('b.story.json', storyOf('B'))];
      const total = content.length + storyOf('B').length;
      const seen: ReadProgress[] = [];
      await read(sources, { onProgress: (progress) => seen.push(progress) });
      expect(seen[0]).toEqual({ bytesRead: 0, totalBytes: total });
      expect(seen.at(-1)).toEqual({ bytesRead: total, totalBytes: total });
      expect(seen.map(({ bytesRead }) => bytesRead)).toEqual(seen.map(({ bytesRead }) => bytesRead).sort((a, b) => a - b));
      expect(seen.length).toBeGreaterThan(3);
    });

    it('knows no total with standard input', async () => {
      const seen: ReadProgress[] = [];
      await read(['-'], { stdin: pieces(storyOf('A')), onProgress: (progress) => seen.push(progress) });
      expect(seen).toEqual([
        { bytesRead: 0, totalBytes: null },
        { bytesRead: storyOf('A').length, totalBytes: null },
      ]);
    });
  });

  it('lets go of the source when its reader stops early', async () => {
    let isClosed = false;
    function* endless() {
      try {
        for (;;) yield `${storyOf('A')}\n`.repeat(1000);
      } finally {
        isClosed = true;
      }
    }
    for await (const document of readDocuments(['-'], { stdin: streamOf(endless()) })) {
      expect(inWords(document)).toBe('-:1 A');
      break;
    }
    expect(isClosed).toBe(true);
  });
});

describe('readGiven', () => {
  it('reads texts, bytes and objects', async () => {
    const words = await given([storyOf('A'), Buffer.from(storyOf('B')), { title: 'C', summary: 'x' }, brief, `${storyOf('E1')}\n${storyOf('E2')}`]);
    expect(words.slice(0, 3)).toEqual(['document 1:1 A', 'document 2:1 B', 'document 3 C']);
    expect(words[3]).toMatch(/^document 4 The river Ull/);
    expect(words.slice(4)).toEqual(['document 5:1 E1', 'document 5:2 E2']);
  });

  it('reads an asynchronous iterable', async () => {
    expect(await given(pieces(storyOf('A'), '%PDF-1.7'))).toEqual(['document 1:1 A', 'document 2 FORMAT_UNKNOWN']);
  });

  it('names what is wrong with each and goes on', async () => {
    expect(await given([{ sumary: 'x' }, '', 'x\ud83d', '<html>', { title: 'E', summary: 'x' }])).toEqual([
      'document 1 SUMMARY_MISSING',
      'document 2 DOCUMENT_EMPTY',
      'document 3 JSON_CHARACTER_INVALID',
      'document 4 FORMAT_UNKNOWN',
      'document 5 E',
    ]);
  });
});
