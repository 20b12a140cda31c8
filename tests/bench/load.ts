import autocannon from 'autocannon';

/** What a load generator saw of one server. */
export interface Load {
  readonly requestsPerSecond: number;
  /** 99th percentile, milliseconds. */
  readonly p99: number;
}

const ROUNDS = 5;
const SECONDS = 4;

/**
 * Loads servers in turn, several times over, so that whatever else the machine does meets all.
 * @returns the median round of each
 */
export async function compareUnderLoad(
  targets: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Load>>> {
  const rounds = new Map<string, Load[]>(Object.keys(targets).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, url] of Object.entries(targets)) {
      const result = await autocannon({
        url,
        connections: 32,
        duration: SECONDS,
        headers: { ...headers },
      });
      if (result.errors > 0 || result.non2xx > 0)
        throw new Error(`${name}: ${result.errors} errors, ${result.non2xx} not 2xx`);
      rounds
        .get(name)
        ?.push({ requestsPerSecond: result.requests.average, p99: result.latency.p99 });
    }
  }
  return Object.fromEntries([...rounds].map(([name, loads]) => [name, median(loads)]));
}

function median(loads: readonly Load[]): Load {
  const sorted = [...loads].sort((a, b) => a.requestsPerSecond - b.requestsPerSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { requestsPerSecond: 0, p99: 0 };
}
