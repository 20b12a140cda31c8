import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedConfiguration, parseConfiguration } from '../site/configuration';

/** Reads the environment; the only file that does. */
export function readConfiguration(): ParsedConfiguration {
  return parseConfiguration(process.env);
}

/** The clock of the machine, epoch milliseconds; the only file that reads it. */
export function systemClock(): number {
  return Date.now();
}

/** Which build of the application runs; what another build rendered is not trusted. */
export function readBuildId(): string {
  try {
    return readFileSync(join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
  } catch {
    // Development and tests have no build, and then every start renders anew.
    return `unbuilt-${process.pid}-${systemClock()}`;
  }
}
