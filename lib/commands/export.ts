import { resolve } from 'node:path';
import { describeProblem } from '../content/problems/problems';
import {
  readConfiguration,
  readDocumentsVersion,
  readRulesVersion,
  readShell,
  systemClock,
} from '../store/environment';
import { exportSite } from './export/export-site';

// Writes the site as a folder of files: npm run export
const { stdout, stderr, argv } = process;
const parsed = readConfiguration();
if (!parsed.ok) {
  console.error(describeProblem(parsed.code, parsed.written));
  process.exitCode = 2;
} else {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => stop.abort());
  }
  const exitCode = await exportSite(argv.slice(2), {
    configuration: parsed.configuration,
    applicationDirectory: resolve(import.meta.dirname, '../..'),
    shell: readShell(),
    now: systemClock,
    rulesVersion: readRulesVersion(),
    documentsVersion: readDocumentsVersion(),
    output: stdout,
    complaints: stderr,
    stop: stop.signal,
  });
  // Next.js keeps timers that nobody waits for.
  process.exit(exitCode);
}
