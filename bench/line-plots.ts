/** Small line plots side by side, as SVG. Both axes are logarithmic: equal steps are equal factors. */

export interface Line {
  readonly name: string;
  readonly colour: string;
  /** From left to right. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Panel {
  readonly title: string;
  readonly lines: readonly Line[];
}

const WIDTH = 260;
const HEIGHT = 220;
const MARGIN = { top: 34, right: 26, bottom: 40, left: 46 };
const COLUMNS = 3;
const LEGEND_HEIGHT = 30;

type Scale = (value: number) => number;

/** @param labels of the axes. */
export function linePlots(panels: readonly Panel[], labels: { readonly x: string; readonly y: string }): string {
  const rows = Math.ceil(panels.length / COLUMNS);
  const [width, height] = [COLUMNS * WIDTH, rows * HEIGHT + LEGEND_HEIGHT];
  const points = panels.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  const xTicks = [...new Set(points.map(({ x }) => x))].sort((one, other) => one - other);
  const yTicks = powersOfTwo(points.map(({ y }) => y));
  const body = panels.map((panel, place) => {
    const corner = `translate(${(place % COLUMNS) * WIDTH} ${Math.floor(place / COLUMNS) * HEIGHT})`;
    return `<g transform="${corner}">${drawPanel(panel, xTicks, yTicks, labels)}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11" fill="#222">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    ...body,
    legend(panels[0]?.lines ?? [], height - LEGEND_HEIGHT / 2),
    '</svg>\n',
  ].join('\n');
}

function drawPanel({ title, lines }: Panel, xTicks: readonly number[], yTicks: readonly number[], labels: { readonly x: string; readonly y: string }): string {
  const [right, bottom] = [WIDTH - MARGIN.right, HEIGHT - MARGIN.bottom];
  const x = logScale(xTicks, MARGIN.left, right);
  const y = logScale(yTicks, bottom, MARGIN.top);
  return [
    text(title, WIDTH / 2, 18, 'middle', ' font-weight="bold"'),
    text(labels.y, MARGIN.left, MARGIN.top - 5, 'start'),
    text(labels.x, WIDTH / 2, HEIGHT - 8, 'middle'),
    ...yTicks.map((tick) => rule(MARGIN.left, y(tick), right, y(tick)) + text(String(tick), MARGIN.left - 5, y(tick) + 4, 'end')),
    ...xTicks.map((tick) => rule(x(tick), MARGIN.top, x(tick), bottom) + text(tick.toLocaleString('en'), x(tick), bottom + 14, 'middle')),
    ...lines.map((line) => drawLine(line, x, y)),
  ].join('\n');
}

function drawLine({ colour, points }: Line, x: Scale, y: Scale): string {
  const path = points.map((point) => `${round(x(point.x))},${round(y(point.y))}`);
  const dots = points.map((point) => `<circle cx="${round(x(point.x))}" cy="${round(y(point.y))}" r="3" fill="${colour}"/>`);
  return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
}

function legend(lines: readonly Line[], y: number): string {
  return lines
    .map(({ name, colour }, place) => {
      const x = MARGIN.left + place * 120;
      return `<rect x="${x}" y="${y - 8}" width="14" height="4" fill="${colour}"/>${text(name, x + 20, y - 2, 'start')}`;
    })
    .join('\n');
}

/** From the first tick's place to the last one's; a single tick stands in the middle. */
function logScale(ticks: readonly number[], start: number, end: number): Scale {
  const [low, high] = [Math.log(ticks[0] ?? 1), Math.log(ticks.at(-1) ?? 1)];
  if (low === high) return () => (start + end) / 2;
  return (value) => start + ((Math.log(value) - low) / (high - low)) * (end - start);
}

/** The powers of two from below the least to above the greatest of these values. */
function powersOfTwo(values: readonly number[]): number[] {
  const exponents = values.map((value) => Math.log2(value));
  const [first, last] = [Math.floor(Math.min(...exponents)), Math.ceil(Math.max(...exponents))];
  return Array.from({ length: last - first + 1 }, (_, place) => 2 ** (first + place));
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="#ddd"/>`;
}

function text(content: string, x: number, y: number, anchor: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${more}>${content}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
