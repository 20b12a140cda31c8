/** What the server sent for one address, however it was asked. */
export interface Sent {
  readonly path: string;
  readonly status: number;
  /** Status line, headers and body of each answer, as text. */
  readonly bytes: string;
}

/** Ways to ask: like a browser, for bytes that are not compressed, and like the router of Next.js. */
const ways: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'Accept-Encoding': 'identity' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
];

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
    const answers = await Promise.all(ways.map((headers) => ask(origin + path, headers)));
    sent.push({
      path,
      status: answers[0]?.status ?? 0,
      bytes: answers.map(({ head, body }) => `${head}\n\n${body}`).join('\n\n'),
    });
    for (const found of answers.flatMap(addressesIn)) {
      const address = pathWithin(found, origin + path, origin);
      if (address === undefined || known.has(address)) continue;
      known.add(address);
      waiting.push(address);
    }
  }
  return sent;
}

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly type: string;
  readonly body: string;
}

async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const response = await fetch(url, { headers, redirect: 'manual' });
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return {
    status: response.status,
    head: [response.status, ...lines].join('\n'),
    type: response.headers.get('content-type') ?? '',
    body: Buffer.from(await response.arrayBuffer()).toString('utf8'),
  };
}

/** Attributes of HTML, SVG and feeds that hold an address, or several. */
const attribute =
  /\s(href|src|srcset|imagesrcset|content|action|formaction|poster|cite|data(?:-[a-z-]+)?|url)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** All that may be an address; what is none leads nowhere, or is not found. */
function addressesIn({ head, type, body }: Answer): readonly string[] {
  const headers = [...head.matchAll(/^(?:content-)?location: (.*)$|<([^>]*)>|url=(\S+)/gim)];
  const isText = /^(?:text|application|image\/svg)\b/.test(type);
  if (!isText) return headers.flatMap(firstGroup);
  const plain = decodeReferences(body);
  const isProgram = /javascript|json|css/.test(type);
  return [
    ...headers.flatMap(firstGroup),
    ...(isProgram ? [] : [...plain.matchAll(attribute)].flatMap(addressesOf)),
    ...[...plain.matchAll(/url\(\s*["']?([^"')]+)/gi)].flatMap(firstGroup),
    ...[...plain.matchAll(/https?:\/\/[^\s"'<>)\]\\]+/g)].map(([whole]) => whole),
    // In scripts, styles and JSON whatever stands in quotation marks and begins like a path.
    ...[...plain.matchAll(/["'`](\.{0,2}\/[^\s"'`<>\\]*)["'`]/g)].flatMap(firstGroup),
  ];
}

function firstGroup([, ...groups]: RegExpExecArray): readonly string[] {
  return groups.filter((group) => group !== undefined).slice(0, 1);
}

/** The addresses of an attribute: one, those of a list (`a.jpg 1x, b.jpg 2x`), or after `0; url=`. */
function addressesOf([, name = '', ...values]: RegExpExecArray): readonly string[] {
  const value = values.find((found) => found !== undefined) ?? '';
  if (/srcset$/i.test(name))
    return value.split(',').map((size) => size.trim().split(/\s/, 1)[0] ?? '');
  if (!/^(?:content|data)/i.test(name)) return [value];
  const written = value.replace(/^\s*\d+\s*[;,]\s*url=/i, '');
  // Most of them are words.
  return /^(?:https?:|\.{0,2}\/)/i.test(written) ? [written] : [];
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

/** Lower case, with references, escapes and percent signs decoded, so that no spelling hides a word. */
function decodeText(bytes: string): string {
  // Twice: a feed holds markup that is escaped itself.
  const plain = decodeReferences(decodeReferences(bytes))
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code) => fromHex(code))
    .replace(/<\/?(?:span|wbr)[^>]*>|[\u00ad\u200b-\u200d\u2060]/g, '');
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

function decodeReferences(text: string): string {
  return text
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, code) => fromHex(code))
    .replace(/&#(\d{1,7});/g, (_, code) => fromHex(Number(code).toString(16)))
    .replaceAll('&amp;', '&');
}

function fromHex(code: string): string {
  const point = Number.parseInt(code, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
