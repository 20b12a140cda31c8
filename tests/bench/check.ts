import { figure, memoryOf, timed } from './measure';
import { start } from './processes';
import type { Row, Table } from './report';
import type { Workshop } from './workshop';

/** What the check of an archive takes, the first time and when nothing has changed. */
export async function measureCheck(workshop: Workshop): Promise<readonly Table[]> {
  const { articles } = workshop.options;
  const newsroom = workshop.newsroom(articles);
  const data = workshop.newPath('checked');
  return [
    {
      title: `\`npm run check\` of ${figure(articles)} articles`,
      rows: [
        await runCheck('first run', newsroom, data),
        await runCheck('nothing changed', newsroom, data),
      ],
    },
  ];
}

/** Runs the check as `npm run check` does and watches its process. */
async function runCheck(what: string, newsroom: string, data: string): Promise<Row> {
  const check = start({
    command: process.execPath,
    parameters: ['--import', 'tsx', 'lib/commands/check.ts'],
    environment: { CONTENT_DIR: newsroom, DATA_DIR: data },
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(check.pid).peak);
  }, 100);
  const [exitCode, seconds] = await timed(() => check.ended);
  clearInterval(watch);
  if (exitCode !== 0) throw new Error(`the check ended with ${exitCode}:\n${check.said()}`);
  const lines = check.said().split(/[\r\n]+/);
  return {
    run: what,
    seconds: figure(seconds),
    'memory at most, MB': megabytes,
    'lines of progress': lines.filter((line) => line !== '').length - 1,
  };
}
