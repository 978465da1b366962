/** Who counts as one client: an address of IPv4, or the network of IPv6 that one household or machine is given. */
import * as addresses from 'ipaddr.js';

/** The first four groups of an IPv6 address are its network; the rest is the client's own to choose. */
const NETWORK_GROUPS = 4;

/**
 * Gives the same text for all addresses of one client: of IPv6 the /64, of IPv4 the address, also where it is written as
 * one of IPv6.
 * @throws for what is no address.
 */
export function clientNetwork(address: string): string {
  const parsed = addresses.process(address);
  if (!(parsed instanceof addresses.IPv6)) return parsed.toString();
  return `${parsed.parts.slice(0, NETWORK_GROUPS).map((group) => group.toString(16)).join(':')}::/64`;
}
