import { ProgressBar } from '../../src/cli/progress-bar';

/** A bar on a terminal of 60 columns, with a clock that the test turns. */
function barAt(columns = 60): { bar: ProgressBar; written: string[]; at: (milliseconds: number) => void } {
  const written: string[] = [];
  let time = 0;
  const terminal = { columns, write: (text: string) => written.push(text) };
  return { bar: new ProgressBar(terminal, () => time), written, at: (milliseconds) => (time = milliseconds) };
}

describe('ProgressBar', () => {
  it('shows the share, the documents, the rate and what remains', () => {
    const { bar, written, at } = barAt(80);
    bar.read({ bytesRead: 0, totalBytes: 1000 });
    for (let index = 0; index < 50; index += 1) bar.done();

    at(2000);
    bar.read({ bytesRead: 250, totalBytes: 1000 });

    expect(written.at(-1)).toBe('\r\x1b[K██████░░░░░░░░░░░░░░░░░░  25 %  50 documents, 25/s, 0:06 left');
  });

  it('shows what was read where the whole is not known', () => {
    const { bar, written, at } = barAt();
    at(1000);

    bar.read({ bytesRead: 3 * 1024 * 1024, totalBytes: null });

    expect(written).toEqual(['\r\x1b[K3.0 MiB read, 0 documents, 0/s']);
  });

  it('is drawn at most ten times a second', () => {
    const { bar, written, at } = barAt();

    for (let time = 0; time < 1000; time += 1) {
      at(time);
      bar.done();
    }

    expect(written).toHaveLength(10);
  });

  it.each([
    [60, '█████████████░░░░░░  69 %  12500 documents, 25/s, 3:45 left'],
    [50, '██████░░░  69 %  12500 documents, 25/s, 3:45 left'],
  ])('is shorter on a terminal of %i columns', (columns, expected) => {
    const { bar, written, at } = barAt(columns);
    for (let index = 0; index < 12_500; index += 1) bar.done();

    at(500_000);
    bar.read({ bytesRead: 690, totalBytes: 1000 });

    expect(written.at(-1)).toBe(`\r\x1b[K${expected}`);
  });

  it('gives way to the words where there is no room for both', () => {
    const { bar, written, at } = barAt(40);
    at(2000);

    bar.read({ bytesRead: 250, totalBytes: 1000 });

    expect(written.at(-1)).toBe('\r\x1b[K25 %  0 documents, 0/s, 0:06 left');
  });

  it('never fills a whole line, which would wrap', () => {
    const { bar, written } = barAt(20);

    bar.read({ bytesRead: 1, totalBytes: 2 });

    expect(written[0]?.replace('\r\x1b[K', '')).toHaveLength(19);
  });

  it('leaves lines above itself, and goes when it is cleared', () => {
    const { bar, written } = barAt();
    bar.read({ bytesRead: 1, totalBytes: 2 });

    bar.print(['one', 'two']);
    bar.clear();

    expect(written.slice(1)).toEqual(['\r\x1b[Kone\ntwo\n', expect.stringContaining('50 %'), '\r\x1b[K']);
  });
});
