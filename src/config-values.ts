/** How the value of each kind of variable is read, and what is said of a wrong one. */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { shown } from './newsgraph';
import type { AllowedOrigins } from './server/options';
import { isWebOrigin, originMeant } from './server/origin';

/** Reads one kind of value; `expected` completes the sentence "give …". */
export interface ValueReader<T> {
  /** Gives undefined for a wrong value. */
  read(value: string): T | undefined;
  expected(value: string): string;
}

/** `true` or `false`. */
export const aSwitch: ValueReader<boolean> = {
  read: (value) => (value === 'true' ? true : value === 'false' ? false : undefined),
  expected: () => 'true or false',
};

/** A whole number in these bounds. */
export function aNumber(least: number, most: number): ValueReader<number> {
  return {
    read: (value) => (/^\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined),
    expected: () => `a whole number from ${least} to ${most}`,
  };
}

/** A number from 0 to 1. */
export const aShare: ValueReader<number> = {
  read: (value) => (/^(1(\.0+)?|0?\.\d+|0)$/.test(value) ? Number(value) : undefined),
  expected: () => 'a number from 0 to 1, such as 0.1',
};

/** The address of a program that is spoken to over HTTP. */
export const anHttpUrl: ValueReader<string> = {
  read: (value) => (/^https?:\/\//.test(value) && URL.canParse(value) ? value : undefined),
  expected: () => 'an address such as http://localhost:4318',
};

/** Whatever is given. */
export const anyText: ValueReader<string> = {
  read: (value) => value,
  expected: () => 'a text',
};

/** A file or folder that is there. */
export const anExistingPath: ValueReader<string> = {
  read: (value) => (existsSync(value) ? value : undefined),
  expected: () => 'the path of a file or folder that is there',
};

/** A TCP port; 0 lets the system choose. */
export const aPort: ValueReader<number> = {
  read: (value) => (/^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : undefined),
  expected: () => 'a whole number from 0 to 65535 (0: any free port)',
};

const HOST_NAME = /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*$/;

/** An address or host name to listen on. Digits and dots alone that are no address are a slip, not a name. */
export const aHost: ValueReader<string> = {
  read: (value) => (isIP(value) !== 0 || (HOST_NAME.test(value) && !/^[\d.]+$/.test(value)) ? value : undefined),
  expected: () => 'an IP address or a host name, such as 127.0.0.1, 0.0.0.0, :: or localhost',
};

/** `*`, or origins (scheme, host, port; nothing after them) parted by commas. */
export const anOriginList: ValueReader<AllowedOrigins> = {
  read: (value) => {
    if (value === '*') return 'any';
    const origins = listed(value);
    return origins.length > 0 && origins.every(isWebOrigin) ? origins : undefined;
  },
  expected: (value) => {
    const wrong = listed(value).find((origin) => !isWebOrigin(origin));
    const known = 'origins such as https://news.example or http://localhost:3000, parted by commas, or * for any';
    if (wrong === undefined) return known;
    const meant = originMeant(wrong);
    if (wrong === value) return meant ?? known;
    return `${known} (${shown(wrong)} is not one${meant === null ? '' : `, ${meant} is`})`;
  },
};

const NETWORK_NAMES: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Addresses, networks and names of networks, parted by commas. */
export const aNetworkList: ValueReader<string[]> = {
  read: (value) => {
    const networks = listed(value);
    return networks.length > 0 && networks.every(isNetwork) ? networks : undefined;
  },
  expected: () => 'addresses and networks such as 10.0.0.7 or 10.0.0.0/8, or loopback, linklocal, uniquelocal, parted by commas',
};

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]): ValueReader<T> {
  return {
    read: (value) => words.find((word) => word === value),
    expected: () => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  };
}

/** A database URL, as whoever opens it reads it: `parse` throws for a wrong one. Its own words may quote a password. */
export function aDatabaseUrl(parse: (url: string) => unknown): ValueReader<string> {
  return {
    read: (value) => {
      try {
        parse(value);
        return value;
      } catch {
        return undefined;
      }
    },
    expected: () => 'sqlite:<file>, sqlite::memory: or postgres://user:password@host:port/database',
  };
}

function listed(value: string): string[] {
  return value.split(',').map((part) => part.trim()).filter((part) => part !== '');
}

function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const longest = isIP(address) === 4 ? 32 : 128;
  return NETWORK_NAMES.has(text) || (isIP(address) !== 0 && (bits === undefined || Number(bits) <= longest));
}
