/** What the server sent for one address. */
export interface Sent {
  readonly path: string;
  readonly status: number;
  /** Status line, headers and body, as text. */
  readonly bytes: string;
}

/** More than any newsroom of a test has. */
const MOST = 2000;

/**
 * Asks for every address that a site names, beginning with some, and keeps all that is sent:
 * links, pictures, styles, feeds, redirects, whatever has an address in the markup.
 * @param origin of the server, no slash at its end
 */
export async function crawl(
  origin: string,
  beginning: readonly string[],
): Promise<readonly Sent[]> {
  const waiting = [...beginning];
  const known = new Set(waiting);
  const sent: Sent[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (sent.length >= MOST) throw new Error(`more than ${MOST} addresses: ${path}`);
    const response = await fetch(origin + path, { redirect: 'manual' });
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    const body = Buffer.from(await response.arrayBuffer()).toString('utf8');
    sent.push({
      path,
      status: response.status,
      bytes: `${response.status}\n${headers}\n\n${body}`,
    });
    for (const found of addressesIn(body, response.headers.get('location'))) {
      const address = pathWithin(found, origin + path, origin);
      if (address === undefined || known.has(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return sent;
}

function addressesIn(body: string, location: string | null): readonly string[] {
  const attributes = [...body.matchAll(/\b(?:href|src|srcset|content|action|url)="([^"]*)"/g)];
  const texts = [...body.matchAll(/(?:https?:\/\/[^\s"'<>)\]]+|"src":\s*"([^"]+)")/g)];
  return [
    ...(location === null ? [] : [location]),
    ...attributes.map(([, value = '']) => value.replaceAll('&amp;', '&')),
    ...texts.map(([whole, value]) => value ?? whole),
  ];
}

function pathWithin(address: string, base: string, origin: string): string | undefined {
  if (!/^(?:https?:|\/|\.|#|[a-z0-9-]+$)/i.test(address)) return undefined;
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return url?.origin === origin ? url.pathname + url.search : undefined;
}

/** Addresses whose answer holds one of some words, in capitals or not, with marks or folded. */
export function leaksOf(sent: readonly Sent[], words: readonly string[]): readonly string[] {
  const isLeak = (bytes: string) => {
    const text = decodeText(bytes);
    return words.some((word) => text.includes(word));
  };
  return sent.filter(({ bytes }) => isLeak(bytes)).map(({ path }) => path);
}

/** Lower case, with references and percent signs decoded, so that no spelling hides a word. */
function decodeText(bytes: string): string {
  const plain = bytes
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/<\/?span[^>]*>/g, '');
  const decoded = plain.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      // No text in UTF-8: it stays as it is.
      return run;
    }
  });
  return decoded.normalize('NFC').toLowerCase();
}
