import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A request that claims to come from who knows the secret. */
export interface Claim {
  /** Is given the body as it comes. */
  readonly add: (chunk: Buffer) => void;
  /** Whether the claim is true; asked once, when the body has been read. */
  readonly isProven: () => boolean;
}

/** How far the clock of a signed request may be away, as Standard Webhooks proposes. */
const TOLERANCE_MS = 5 * 60_000;

/** So many signatures may stand side by side while a key is exchanged. */
const MAX_SIGNATURES = 4;

/**
 * Looks for what could prove that a request comes from who knows the secret: the secret itself, or
 * a signature of the body made with it. Any one that is right will do.
 * @param now epoch milliseconds
 * @returns undefined when the headers claim nothing
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 * @see https://docs.gitlab.com/user/project/integrations/webhooks/
 * @see https://forgejo.org/docs/latest/user/webhooks/
 */
export function claimOf(request: IncomingMessage, secret: string, now: number): Claim | undefined {
  // A header that comes twice says nothing: two programs might each read another one.
  const only = (name: string) => {
    const values = request.headersDistinct[name];
    return values?.length === 1 ? values[0] : undefined;
  };
  const tokens = [
    /^bearer +(\S+)$/i.exec(only('authorization') ?? '')?.[1],
    only('x-gitlab-token'),
  ].filter((token) => token !== undefined);
  const signatures = [
    /^sha256=([0-9a-f]{64})$/i.exec(only('x-hub-signature-256') ?? '')?.[1],
    only('x-gitea-signature'),
    only('x-forgejo-signature'),
  ].filter((signature) => signature !== undefined);
  const standard = standardClaim(only, secret, now);
  if (tokens.length + signatures.length === 0 && !standard) return undefined;

  const ofBody = createHmac('sha256', secret);
  return {
    add: (chunk) => {
      ofBody.update(chunk);
      standard?.add(chunk);
    },
    isProven: () => {
      const expected = ofBody.digest('hex');
      // All are compared, so that the time does not tell which was right.
      const verdicts = [
        ...tokens.map((token) => isSame(token, secret)),
        ...signatures.map((signature) => isSame(signature.toLowerCase(), expected)),
        standard?.isProven() ?? false,
      ];
      return verdicts.includes(true);
    },
  };
}

/**
 * The signature of GitLab's signing token, `whsec_` and a key in base64.
 * @see https://www.standardwebhooks.com
 */
function standardClaim(
  only: (name: string) => string | undefined,
  secret: string,
  now: number,
): Claim | undefined {
  const [id, timestamp, written] = [
    only('webhook-id'),
    only('webhook-timestamp') ?? '',
    only('webhook-signature'),
  ];
  const key = Buffer.from(/^whsec_(.+)$/.exec(secret)?.[1] ?? '', 'base64');
  if (id === undefined || written === undefined || key.length === 0) return undefined;
  const isInTime =
    /^\d{1,12}$/.test(timestamp) && Math.abs(Number(timestamp) * 1000 - now) <= TOLERANCE_MS;
  // Node.js reads the bytes of a header as Latin-1.
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.`, 'latin1');
  return {
    add: (chunk) => hmac.update(chunk),
    isProven: () => {
      const expected = `v1,${hmac.digest('base64')}`;
      const given = written.split(' ').slice(0, MAX_SIGNATURES);
      const verdicts = given.map((signature) => isSame(signature, expected));
      return isInTime && verdicts.includes(true);
    },
  };
}

/** Compares digests of one length, so that the time tells nothing of either. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
