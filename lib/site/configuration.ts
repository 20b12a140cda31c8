/** How this instance runs, read from the environment once; see the README for each name. */
export interface Configuration {
  readonly port: number;
  readonly hostname: string;
  /** Folder of Markdown, relative to the working directory or absolute. */
  readonly contentDirectory: string;
  /** Folder for what can be derived again. */
  readonly dataDirectory: string;
  /** Origin of every absolute address, without a slash at its end. */
  readonly siteUrl: string;
  /** True when search engines may index: https, and not this machine. */
  readonly indexable: boolean;
  /** What proves that someone may publish; without it nobody can. Never printed anywhere. */
  readonly publishSecret?: string;
  /** Whether publishing first brings the content folder's repository up to date. */
  readonly publishPulls: boolean;
  /** Addresses and networks (`10.0.0.0/8`) whose word on a client's address is taken. */
  readonly trustProxy: readonly string[];
  /** How much memory documents may take, in MB of 1,048,576 bytes; at least 1. */
  readonly documentsMemoryMb: number;
  /** How much of the disk documents may take, in MB of 1,048,576 bytes; 0: none are kept there. */
  readonly documentsDiskMb: number;
  /** The header in which documents tell a shared cache their topics. */
  readonly cacheTagHeader?: CacheTagHeader;
  /** With it search engines are told of each page that has changed. */
  readonly indexNow?: IndexNow;
  /** The hub that is told of each feed that has changed, and that feeds name. */
  readonly webSubHub?: string;
}

/** How search engines are told of changed pages (https://www.indexnow.org/documentation). */
export interface IndexNow {
  /** Public: it lies at `/<key>.txt`, by which they know that it is ours. */
  readonly key: string;
  /** The address that takes it, of one engine for all. */
  readonly endpoint: string;
}

/** Cloudflare and CloudFront; Fastly; Varnish. */
const cacheTagHeaders = ['Cache-Tag', 'Surrogate-Key', 'xkey'] as const;

/** A header in which a document's topics are told. */
export type CacheTagHeader = (typeof cacheTagHeaders)[number];

/** A configuration, or which value is wrong; the catalogue of problems has the words. */
export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration }
  | {
      readonly ok: false;
      readonly code:
        | 'port-invalid'
        | 'site-url-invalid'
        | 'publish-secret-invalid'
        | 'publish-pull-invalid'
        | 'trust-proxy-invalid'
        | 'documents-memory-invalid'
        | 'documents-disk-invalid'
        | 'cache-tag-header-invalid'
        | 'indexnow-key-invalid'
        | 'indexnow-endpoint-invalid'
        | 'websub-hub-invalid';
      /** Empty for the secret. */
      readonly written: string;
    };

// RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5; URL writes every IPv4 in four decimal numbers.
const thisMachine =
  /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\])$/;

/** What a header can carry as it is, and nobody guesses at ten attempts a minute. */
const goodSecret = /^[\u0021-\u007e]{16,256}$/;

/** As IndexNow asks, "Verifying ownership". */
const goodIndexNowKey = /^[A-Za-z0-9-]{8,128}$/;

/** `loopback` in TRUST_PROXY. */
const loopback = ['127.0.0.0/8', '::1'];

/**
 * Reads the configuration from the names an operator may set.
 * @param environment values by name, as in `process.env`; empty means not set
 */
export function parseConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): ParsedConfiguration {
  const portText = environment.PORT || '3000';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port > 65535) {
    return { ok: false, code: 'port-invalid', written: portText };
  }
  const urlText = environment.SITE_URL || `http://localhost:${port}`;
  const url = URL.canParse(urlText) ? new URL(urlText) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    return { ok: false, code: 'site-url-invalid', written: urlText };
  }
  const published = parsePublishing(environment);
  if (!published.ok) return published;
  const kept = parseDocuments(environment);
  if (!kept.ok) return kept;
  const told = parseAnnouncing(environment);
  if (!told.ok) return told;
  return {
    ok: true,
    configuration: {
      port,
      hostname: environment.HOSTNAME || '127.0.0.1',
      contentDirectory: environment.CONTENT_DIR || 'content',
      dataDirectory: environment.DATA_DIR || '.data',
      siteUrl: url.origin,
      indexable: url.protocol === 'https:' && !thisMachine.test(url.hostname),
      ...published.part,
      ...kept.part,
      ...told.part,
    },
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

type Wrong = Extract<ParsedConfiguration, { readonly ok: false }>;

/** Some fields of the configuration, or which value is wrong. */
type Part<Keys extends keyof Configuration> =
  | { readonly ok: true; readonly part: Pick<Configuration, Keys> }
  | Wrong;

function parsePublishing(
  environment: Environment,
): Part<'publishSecret' | 'publishPulls' | 'trustProxy'> {
  const secret = environment.PUBLISH_SECRET || undefined;
  if (secret !== undefined && !goodSecret.test(secret)) {
    return { ok: false, code: 'publish-secret-invalid', written: '' };
  }
  const pullText = environment.PUBLISH_PULL || 'false';
  if (pullText !== 'true' && pullText !== 'false') {
    return { ok: false, code: 'publish-pull-invalid', written: pullText };
  }
  const proxies = (environment.TRUST_PROXY ?? '')
    .split(',')
    .map((written) => written.trim())
    .filter((written) => written !== '');
  const unknown = proxies.find((written) => written !== 'loopback' && !isAddressOrNetwork(written));
  if (unknown !== undefined) return { ok: false, code: 'trust-proxy-invalid', written: unknown };
  return {
    ok: true,
    part: {
      ...(secret !== undefined && { publishSecret: secret }),
      publishPulls: pullText === 'true',
      trustProxy: proxies.flatMap((written) => (written === 'loopback' ? loopback : [written])),
    },
  };
}

function parseDocuments(
  environment: Environment,
): Part<'documentsMemoryMb' | 'documentsDiskMb' | 'cacheTagHeader'> {
  const memoryText = environment.DOCUMENTS_MEMORY_MB || '64';
  if (!/^[1-9]\d{0,6}$/.test(memoryText)) {
    return { ok: false, code: 'documents-memory-invalid', written: memoryText };
  }
  const diskText = environment.DOCUMENTS_DISK_MB || '1024';
  if (!/^(?:0|[1-9]\d{0,8})$/.test(diskText)) {
    return { ok: false, code: 'documents-disk-invalid', written: diskText };
  }
  const headerText = environment.CACHE_TAG_HEADER || undefined;
  // Names of headers mean the same in any case (RFC 9110 §5.1).
  const header = cacheTagHeaders.find((name) => name.toLowerCase() === headerText?.toLowerCase());
  if (headerText !== undefined && !header) {
    return { ok: false, code: 'cache-tag-header-invalid', written: headerText };
  }
  return {
    ok: true,
    part: {
      documentsMemoryMb: Number(memoryText),
      documentsDiskMb: Number(diskText),
      ...(header && { cacheTagHeader: header }),
    },
  };
}

function parseAnnouncing(environment: Environment): Part<'indexNow' | 'webSubHub'> {
  const key = environment.INDEXNOW_KEY || undefined;
  if (key !== undefined && !goodIndexNowKey.test(key)) {
    return { ok: false, code: 'indexnow-key-invalid', written: key };
  }
  const endpointText = environment.INDEXNOW_ENDPOINT || 'https://api.indexnow.org/indexnow';
  const endpoint = addressOf(endpointText);
  if (endpoint === undefined) {
    return { ok: false, code: 'indexnow-endpoint-invalid', written: endpointText };
  }
  const hubText = environment.WEBSUB_HUB || undefined;
  const hub = hubText && addressOf(hubText);
  if (hubText !== undefined && !hub) {
    return { ok: false, code: 'websub-hub-invalid', written: hubText };
  }
  return {
    ok: true,
    part: {
      ...(key !== undefined && { indexNow: { key, endpoint } }),
      ...(hub && { webSubHub: hub }),
    },
  };
}

/** An address on the net in the spelling of URLs; undefined for any other, and for one with a password. */
function addressOf(written: string): string | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password;
  return isPlain && !url.hash ? url.href : undefined;
}

/**
 * Whether this is an IP address, or a network as an address and the length of its prefix.
 * @example isAddressOrNetwork('10.0.0.0/8') // true
 */
function isAddressOrNetwork(written: string): boolean {
  const [, address = '', prefix] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(written) ?? [];
  const isV6 = address.includes(':');
  // A URL may hold IPv4 in other spellings too, so that only one is taken.
  const isAddress = isV6
    ? URL.canParse(`http://[${address}]`)
    : /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(address);
  return isAddress && Number(prefix ?? 0) <= (isV6 ? 128 : 32);
}
