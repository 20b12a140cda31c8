import { describeProblem } from '../content/problems/problems';
import { codeOf } from '../store/content-tree';
import { readConfiguration, readRulesVersion, readShell, systemClock } from '../store/environment';
import { checkContent } from './check/check-content';

// Says what is wrong with the content: npm run check
const { stdout, stderr, argv } = process;
stdout.on('error', (cause) => {
  // Whoever reads may have read enough, as `head` has.
  if (codeOf(cause) !== 'EPIPE') throw cause;
});
const parsed = readConfiguration();
if (!parsed.ok) {
  console.error(describeProblem(parsed.code, parsed.written));
  process.exitCode = 2;
} else {
  process.exitCode = await checkContent(argv.slice(2), {
    configuration: parsed.configuration,
    shell: readShell(),
    now: systemClock,
    rulesVersion: readRulesVersion(),
    output: stdout,
    complaints: stderr,
  });
}
