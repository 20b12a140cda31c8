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
}

/** A configuration, or which value is wrong; the catalogue of problems has the words. */
export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: Configuration }
  | {
      readonly ok: false;
      readonly code: 'port-invalid' | 'site-url-invalid';
      readonly written: string;
    };

// RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5; URL writes every IPv4 in four decimal numbers.
const thisMachine =
  /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]+\])$/;

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
  return {
    ok: true,
    configuration: {
      port,
      hostname: environment.HOSTNAME || '127.0.0.1',
      contentDirectory: environment.CONTENT_DIR || 'content',
      dataDirectory: environment.DATA_DIR || '.data',
      siteUrl: url.origin,
      indexable: url.protocol === 'https:' && !thisMachine.test(url.hostname),
    },
  };
}
