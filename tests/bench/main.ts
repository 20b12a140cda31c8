import { measureArchive } from './archive';
import { measureCheck } from './check';
import { measureDocuments } from './documents';
import { measureEdits } from './edits';
import { measureExport } from './export';
import { measureMachines } from './machines';
import { measureNginx } from './nginx';
import { type Part, parseOptions } from './options';
import { stopAll } from './processes';
import { report, type Table, writeIntoReadme } from './report';
import { measureSearch } from './search';
import { measureWeights } from './weights';
import { openWorkshop, type Workshop } from './workshop';

// `npm run bench`: all that the project says about its speed, measured. Parts can be named:
// `npm run bench -- documents edits --sizes 1000,10000`; `--write-readme` keeps what they print.
const measures = {
  weights: measureWeights,
  documents: measureDocuments,
  nginx: measureNginx,
  check: measureCheck,
  archive: measureArchive,
  search: measureSearch,
  machines: measureMachines,
  edits: measureEdits,
  export: measureExport,
} satisfies Record<Part, (workshop: Workshop) => Promise<readonly Table[]>>;

const options = parseOptions(process.argv.slice(2));
const workshop = await openWorkshop(options);
const close = async () => {
  await stopAll();
  await workshop.remove();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => close().finally(() => process.exit(1)));
}
try {
  for (const part of options.parts) {
    console.log(`\n${part}`);
    const tables = await measures[part](workshop);
    if (tables.length === 0) continue;
    const text = report(part, tables);
    if (options.writesReadme) writeIntoReadme(part, text);
  }
} finally {
  await close();
}
