import autocannon from 'autocannon';
import { median, quantile } from './measure';

/** A server under load, and what it has to answer. */
export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: 200 | 304;
}

/** What a load generator saw of one server. */
export interface Load {
  readonly requestsPerSecond: number;
  /** 99 of 100 answers took at most so long, milliseconds. */
  readonly p99: number;
}

const ROUNDS = 7;
const SECONDS = 4;
const CONNECTIONS = 32;

/**
 * Loads servers in turn, several times over, so that whatever else the machine does meets all.
 * @returns of each the median of its rounds
 */
export async function compareUnderLoad<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
): Promise<Readonly<Record<Name, Load>>> {
  const names = Object.keys(targets) as Name[];
  const rounds = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Load[]
  >;
  for (const name of names) await loadOnce(name, targets[name], 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) rounds[name].push(await loadOnce(name, targets[name], SECONDS));
  }
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        requestsPerSecond: median(rounds[name].map(({ requestsPerSecond }) => requestsPerSecond)),
        p99: median(rounds[name].map(({ p99 }) => p99)),
      },
    ]),
  ) as Record<Name, Load>;
}

async function loadOnce(name: string, target: Target, seconds: number): Promise<Load> {
  const { url, headers, status } = target;
  const times: number[] = [];
  let others = 0;
  const { errors, duration } = await new Promise<autocannon.Result>((done, fail) => {
    const running = autocannon(
      { url, connections: CONNECTIONS, duration: seconds, headers: { ...headers } },
      (cause: unknown, result) => (cause ? fail(cause) : done(result)),
    );
    // Its own table of times knows whole milliseconds only.
    running.on('response', (_client, code, _bytes, milliseconds) => {
      times.push(milliseconds);
      if (code !== status) others += 1;
    });
  });
  if (errors > 0 || others > 0)
    throw new Error(`${name}: ${errors} errors, ${others} answers other than ${status}`);
  return { requestsPerSecond: times.length / duration, p99: quantile(times, 0.99) };
}
