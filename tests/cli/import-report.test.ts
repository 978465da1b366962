import { failureLine, ImportReport } from '../../src/cli/import-report';
import type { ImportResult } from '../../src/newsgraph';

const WELL: ImportResult = { origin: { source: 'a.txt' }, status: 'created', id: 'S', slug: 'a', warnings: [], error: null };

describe('ImportReport', () => {
  it('lists the stories when they are few, not when they are many', () => {
    const few = new ImportReport();
    const many = new ImportReport();

    for (let index = 0; index < 10; index += 1) few.add(WELL);
    for (let index = 0; index < 11; index += 1) many.add(WELL);

    expect(few.conclusion({ isDryRun: false, isWhole: true })).toHaveLength(11);
    expect(many.conclusion({ isDryRun: false, isWhole: true })).toEqual(['11 documents: 11 created, 0 updated, 0 unchanged, 0 failed']);
  });

  it('shows the first 50 warnings and counts them all', () => {
    const report = new ImportReport();
    const warning = { code: 'W', message: 'm', position: null };

    const shown = [1, 2, 3].flatMap(() => report.add({ ...WELL, warnings: Array(20).fill(warning) }));

    expect(shown).toHaveLength(50);
    expect(shown[0]).toBe('a.txt: warning: m [W]');
    expect(report.conclusion({ isDryRun: false, isWhole: true }).at(-1)).toBe(
      '3 documents: 3 created, 0 updated, 0 unchanged, 0 failed; 60 warnings, the first 50 shown',
    );
  });

  it('does not say that nothing was found where something else ended the import', () => {
    expect(new ImportReport().conclusion({ isDryRun: false, isWhole: false })).toEqual([
      '0 documents: 0 created, 0 updated, 0 unchanged, 0 failed',
    ]);
  });

  it('says what is looked for when nothing was found', () => {
    expect(new ImportReport().conclusion({ isDryRun: true, isWhole: true })).toEqual([
      'no documents: folders are searched for .txt, .story.json and .stories.jsonl files',
    ]);
  });
});

describe('failureLine', () => {
  it.each([
    [{ source: 'a' }, null, 'a: failed: m [C]'],
    [{ source: 'a', line: 7 }, null, 'a:7: failed: m [C]'],
    [{ source: 'a', line: 7 }, { line: 9, column: 3, path: '$.x' }, 'a:9:3: failed: m [C]'],
  ])('names the place %j %j as %s', (origin, position, expected) => {
    expect(failureLine(origin, { code: 'C', message: 'm', position })).toBe(expected);
  });
});
