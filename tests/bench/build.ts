import { build, copyApplication } from './application';
import { figure, median } from './measure';
import type { Table } from './report';
import type { Workshop } from './workshop';

const FEW = 10;
const TIMES = 2;

/** What `next build` takes with few articles and with the largest archive: nothing is made of them. */
export async function buildTable(workshop: Workshop): Promise<Table> {
  const many = workshop.options.sizes.at(-1) ?? FEW;
  const application = await copyApplication(workshop);
  const buildWith = (count: number) =>
    build(application, {
      CONTENT_DIR: workshop.newsroom(count),
      DATA_DIR: workshop.newPath('data'),
    });
  // The first build fills what the bundler keeps.
  await buildWith(FEW);
  const [few, more]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    few.push(await buildWith(FEW));
    more.push(await buildWith(many));
    workshop.log(`next build: ${figure(few.at(-1) ?? 0)} s, ${figure(more.at(-1) ?? 0)} s`);
  }
  return {
    title: '`next build` by the size of the archive',
    rows: [
      {
        [`${figure(FEW)} articles, s`]: figure(median(few)),
        [`${figure(many)} articles, s`]: figure(median(more)),
        ratio: figure(median(more) / median(few)),
        asked: '0.85 to 1.15',
      },
    ],
    notes: ['Twice each, in turn.'],
  };
}
