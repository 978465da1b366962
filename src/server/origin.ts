/** Origins of pages, as browsers write them in the header of that name: what has another form equals none of them. */

/** Whether a text is the origin of a page of the web: scheme, host and port, nothing after them. */
export function isWebOrigin(text: string): boolean {
  // A wildcard is parsed as a name.
  return /^https?:/.test(text) && !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;
}

/** Apps and extensions have schemes of their own; a page in a sandbox has no origin but `null`. */
export function isOrigin(text: string): boolean {
  return isWebOrigin(text) || text === 'null' || /^(?!https?:)[a-z][a-z\d+.-]*:\/\/[^\s/?#*]+$/.test(text);
}

/** The origin of the web that was perhaps meant by a text that is none; null where that cannot be told. */
export function originMeant(text: string): string | null {
  const address = text.trim().replace(/^\/\//, '');
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `${isOfThisMachine(address) ? 'http' : 'https'}://${address}`;
  if (!URL.canParse(url)) return null;
  const { origin, hostname } = new URL(url);
  const isHost = hostname.includes('.') || isOfThisMachine(hostname);
  return isHost && isWebOrigin(origin) ? origin : null;
}

function isOfThisMachine(address: string): boolean {
  return /^(?:localhost|127\.|\[::1\])/.test(address);
}
