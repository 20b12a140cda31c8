import { describeProblem } from '../content/problems/problems';
import { readConfiguration, systemClock } from '../store/environment';
import { makeFile } from './new/make-file';
import { openTerminal } from './new/terminal';

// Makes an article, an author or a page: npm run new
const { stdin, stdout, argv } = process;
const parsed = readConfiguration();
if (!parsed.ok) {
  console.error(describeProblem(parsed.code, parsed.written));
  process.exitCode = 1;
} else {
  const terminal = stdin.isTTY && stdout.isTTY ? openTerminal(stdin, stdout) : undefined;
  const { contentDirectory, siteUrl } = parsed.configuration;
  process.exitCode = await makeFile(argv.slice(2), {
    ...{ contentDirectory, siteUrl, now: systemClock() },
    ...(terminal && { terminal }),
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
  terminal?.close();
}
