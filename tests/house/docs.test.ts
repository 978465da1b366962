/** The pages say what is so: their links lead somewhere, their lists are whole. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { codeSpans, linkTargets, tableRows } from './support/markdown';
import { ROOT } from './support/copied-tree';
import { isCheckout, repositoryFiles, textOf } from './support/repository';

const PAGES = [...pagesIn(''), ...pagesIn('docs'), ...pagesIn('examples'), ...pagesIn('bench')];

function pagesIn(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: folder !== '', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}

/** Whatever matches in the source, each once. */
function inSource(folder: string, pattern: RegExp): Set<string> {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Set(files.flatMap((name) => [...textOf(path.join(folder, name)).matchAll(pattern)].map(([, found = '']) => found)));
}

describe('links', () => {
  it.each(PAGES)('of %s lead to what is there', (page) => {
    const broken = linkTargets(textOf(page))
      .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith('#'))
      .filter((target) => !existsSync(path.join(ROOT, path.dirname(page), target.replace(/#.*$/, ''))));
    expect(broken).toEqual([]);
  });

  it('are found where they stand, and not in code', () => {
    expect(linkTargets('See [a](a.md#b) and [`c`](../c.ts).\n```\n[d](d.md)\n```\n`[e](e.md)`')).toEqual(['a.md#b', '../c.ts']);
  });
});

describe('docs/dependencies.md', () => {
  const manifest = JSON.parse(textOf('package.json')) as Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>;
  const [atRunTime = '', forDevelopment = '', heldBack = ''] = textOf('docs/dependencies.md').split(/^## .*$/m).slice(1);
  const listed = (section: string) => tableRows(section).flatMap(([packages = '']) => codeSpans(packages)).sort();

  it('lists what the package needs', () => {
    expect(listed(atRunTime)).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('lists what it is developed with', () => {
    expect(listed(forDevelopment)).toEqual(Object.keys(manifest.devDependencies).sort());
  });

  it('names what is held back', () => {
    expect(codeSpans(heldBack)).toEqual(expect.arrayContaining(Object.keys(manifest.overrides)));
  });

  it('has exact versions to speak of', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  const told = new Set(codeSpans(textOf('docs/errors.md')));

  it('has every code that an import gives', () => {
    const codes = inSource('src/ingest', /(?:new DocumentError\(|\bproblem\(|\brule\(|\bwarning\(|\bcode: |\? |: |\| )\s*'([A-Z]+(?:_[A-Z]+)+|BINARY|TRUNCATED)'/g);
    const notCodes = new Set(['GO_DEEPER', 'ERR_ENCODING_INVALID_ENCODED_DATA']);
    expect(codes.size).toBeGreaterThan(30);
    expect([...codes].filter((code) => !told.has(code) && !notCodes.has(code))).toEqual([]);
  });

  it('has every code that an answer gives', () => {
    const words = new Set([...inSource('src/server', /'([A-Z]+(?:_[A-Z]+)+)'/g), ...inSource('src/graph', /'([A-Z]+(?:_[A-Z]+)+)'/g)]);
    /** Node's own codes, the values of enums of the schema, names of parts of this program, and of variables. */
    const notCodes = /^(E[A-Z]+_[A-Z]+|ERR_\w+|STORY_COUNT|RECENTLY_UPDATED|UV_\w+|NEWSGRAPH_\w+)$/;
    expect(words.size).toBeGreaterThan(20);
    expect([...words].filter((code) => !told.has(code) && !notCodes.test(code))).toEqual([]);
  });

  it('has the codes of the store', () => {
    expect([...inSource('src/store', /readonly code = '([A-Z_]+)'/g)].filter((code) => !told.has(code))).toEqual([]);
  });
});

describe('the configuration', () => {
  const read = inSource('src', /\bread(?:<[^(]*>)?\(env, '([A-Z_]+)'/g);
  const variablesIn = (page: string) =>
    new Set(tableRows(textOf(page)).flatMap(([names = '']) => codeSpans(names)).filter((name) => /^[A-Z][A-Z_]+$/.test(name)));

  it('is in docs/configuration.md, variable by variable', () => {
    const documented = variablesIn('docs/configuration.md');
    expect(read.size).toBeGreaterThan(8);
    expect([...read].filter((name) => !documented.has(name) && !name.startsWith('NEWSGRAPH_MAX_'))).toEqual([]);
  });

  it('has its limits in docs/limits.md', () => {
    const documented = new Set(codeSpans(textOf('docs/limits.md')));
    const limits = inSource('src', /'(NEWSGRAPH_MAX_[A-Z_]+)'/g);
    expect(limits.size).toBeGreaterThan(8);
    expect([...limits].filter((name) => !documented.has(name))).toEqual([]);
  });

  it('is shown in the README as it is', () => {
    const shown = [...variablesIn('README.md')];
    expect(shown).toContain('DATABASE_URL');
    expect(shown.filter((name) => !read.has(name))).toEqual([]);
  });
});

const describeInCheckout = isCheckout() ? describe : describe.skip;

describeInCheckout('the repository', () => {
  const files = isCheckout() ? repositoryFiles().filter((file) => !/\.(png|ico|woff2?|ttf)$/.test(file)) : [];

  // Put together here, so that this file does not hold them.
  const foreign = [
    { what: "a machine's folders", pattern: new RegExp(`(^|[^\\w.-])/(${['work', 'tmp/helpers'].join('|')})(/|\\b)`) },
    { what: 'where packages were fetched', pattern: new RegExp(['registry', 'npmjs'].join('\\.')) },
  ];

  it.each(foreign)('does not name $what', ({ pattern }) => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => pattern.test(textOf(file)))).toEqual([]);
  });

  it('has a lock file that any registry can serve', () => {
    expect(textOf('package-lock.json')).not.toContain('"resolved"');
  });
});
