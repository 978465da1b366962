/** A V8 profile → the functions, and the packages, that it spends most of its busy time in themselves. */

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** The part of https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile that is read here. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
}

/**
 * A line a function: its share of the busy time, and where it stands.
 * @param from how many microseconds of the profile to pass over.
 */
export function hottest(profile: CpuProfile, count: number, from = 0): string[] {
  return shares(profile, functionOf, count, from);
}

/** A line a package, or a room of the gateway's own code. */
export function hottestPackages(profile: CpuProfile, count: number, from = 0): string[] {
  return shares(profile, packageOf, count, from);
}

function shares({ nodes, samples, timeDeltas }: CpuProfile, nameOf: (frame: CallFrame) => string, count: number, from: number): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName === '(idle)' ? null : nameOf(callFrame)]));
  const times = new Map<string, number>();
  let passed = 0;
  let busy = 0;
  samples.forEach((id, place) => {
    const time = timeDeltas[place] ?? 0;
    passed += time;
    const name = names.get(id) ?? null;
    if (name === null || passed <= from) return;
    busy += time;
    times.set(name, (times.get(name) ?? 0) + time);
  });
  return [...times]
    .sort(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([name, time]) => `${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`);
}

function functionOf({ functionName, url, lineNumber }: CallFrame): string {
  const place = placeOf(url);
  return `${functionName === '' ? '(anonymous)' : functionName}${place === '' ? '' : ` ${place}:${lineNumber + 1}`}`;
}

/** What stands outside all files is V8's own, native, or compiled from a query. */
function packageOf({ functionName, url }: CallFrame): string {
  if (url === '') return functionName.startsWith('(') && functionName !== '(anonymous)' ? functionName : 'native code and compiled operations';
  if (url.startsWith('node:')) return 'node';
  const parts = placeOf(url).split('/');
  return parts.slice(0, parts[0] === 'src' || parts[0]?.startsWith('@') === true ? 2 : 1).join('/');
}

/** The path from the packages' folder, or from the repository's. */
function placeOf(url: string): string {
  return url.replace(/^.*\/(node_modules\/(?!\.cache)|newsgraph-bench\/build-[^/]+\/)/, '');
}
