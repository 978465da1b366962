/** Variables that look like settings of newsgraph and are none: misspelt ones would be passed over in silence. */
import { mostSimilar } from '../newsgraph';

const PREFIX = 'NEWSGRAPH_';

/** Of the benchmarks and tests of this repository. */
const OF_TOOLS: ReadonlySet<string> = new Set(['NEWSGRAPH_BENCH_CACHE', 'NEWSGRAPH_SHARED_DATA']);

/**
 * What Kubernetes sets in every container beside a service that is called newsgraph, or so to begin with.
 * https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
const OF_SERVICES = /(?:^|_)(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)$/;
const ADDRESS_OF_SERVICE = /^(?:tcp|udp|sctp):\/\//;

/** A line for each that is set and not among the known ones, by name. */
export function linesOfUnknown(env: Readonly<Record<string, string | undefined>>, known: readonly string[]): string[] {
  return Object.keys(env)
    .filter((name) => /^NEWSGRAPH_\w*$/.test(name) && !known.includes(name) && !OF_TOOLS.has(name) && isMeant(name, env[name] ?? ''))
    .sort()
    .map((name) => `${name} is not a setting; ${hint(name, known)}`);
}

function isMeant(name: string, value: string): boolean {
  if (value.trim() === '' || OF_SERVICES.test(name.slice(PREFIX.length))) return false;
  return !(name.endsWith('_PORT') && ADDRESS_OF_SERVICE.test(value));
}

/** What all names begin with says nothing of which was meant. Some settings begin otherwise: `NEWSGRAPH_PORT` means `PORT`. */
function hint(name: string, known: readonly string[]): string {
  const rest = (each: string): string => (each.startsWith(PREFIX) ? each.slice(PREFIX.length) : each);
  const similar = mostSimilar(rest(name), known.map(rest));
  const setting = known.find((each) => rest(each) === similar);
  return setting === undefined ? 'docs/configuration.md has them all' : `did you mean ${setting}?`;
}
