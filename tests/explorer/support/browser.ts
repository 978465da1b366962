import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, headless: true, args: FLAGS });
}

/** `describe` for tests that need a browser. Where there is none they are skipped, and a warning says why. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(EXECUTABLE)) {
    describe(name, tests);
  } else {
    console.warn(`Skipped "${name}": there is no Chromium at ${EXECUTABLE}. Set CHROMIUM_PATH to one.`);
    describe.skip(name, tests);
  }
}
