import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = resolve(import.meta.dirname, '../..');

/** What one run of the check took. */
export interface CheckRun {
  readonly seconds: number;
  /** The most memory that its process held at one time. */
  readonly megabytes: number;
  readonly exitCode: number;
  /** Its last line, and how many lines of progress it wrote. */
  readonly summary: string;
  readonly linesOfProgress: number;
}

/**
 * Writes a newsroom of generated articles, about 3 KB each, with headings, links, tags and figures.
 * @param count how many articles
 */
export function writeArticles(directory: string, count: number): void {
  mkdirSync(join(directory, 'authors'), { recursive: true });
  writeFileSync(
    join(directory, 'site.yaml'),
    'name: Báo Thử\nsections: [{ key: thu, name: Thử nghiệm }, { key: khac, name: Khác }]\n',
  );
  writeFileSync(join(directory, 'tags.yaml'), '- { name: thử nghiệm }\n- { name: đo tốc độ }\n');
  writeFileSync(join(directory, 'authors/may-viet.md'), '---\nname: Máy Viết\nkind: desk\n---\n');
  for (let n = 0; n < count; n += 1) {
    const month = String(1 + (n % 12)).padStart(2, '0');
    const year = 2005 + (n % 20);
    const folder = join(directory, 'articles', String(year), month);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `bai-thu-${n}.md`), generatedArticle(n, `${year}-${month}`, count));
  }
}

function generatedArticle(n: number, month: string, count: number): string {
  const paragraph = (k: number) =>
    `Đoạn ${k} của bài ${n}, dựng tự động để đo tốc độ: ${'chữ tiếng Việt có đủ dấu, không phải tin. '.repeat(8)}`;
  const link = `[bài thử số ${(n * 7) % count}](/bai-viet/bai-thu-${(n * 7) % count})`;
  return `---
title: Bài thử số ${n} dựng tự động để đo tốc độ
date: ${month}-${String(1 + (n % 28)).padStart(2, '0')} 08:00
description: Bài này do máy dựng, chỉ để đo tốc độ.
section: ${n % 3 === 0 ? 'khac' : 'thu'}
tags: [thử nghiệm, nhóm số ${n % 50}]
authors: [may-viet]
---

${paragraph(1)}

${paragraph(2)} Xem ${link}.

## Mục một

${paragraph(3)}

- Một việc **quan trọng**
- Hai việc, xem [chủ đề](/chu-de/thu-nghiem)

## Mục hai

${paragraph(4)}

${paragraph(5)}
`;
}

/** Runs the check as `npm run check` does and watches its process. */
export async function runCheck(contentDirectory: string, dataDirectory: string): Promise<CheckRun> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/commands/check.ts'], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: contentDirectory, DATA_DIR: dataDirectory },
  });
  let output = '';
  let progress = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    progress += chunk;
  });
  let megabytes = 0;
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakMemory(child.pid ?? 0));
  }, 100);
  const [exitCode] = await once(child, 'close');
  clearInterval(watch);
  return {
    seconds: Math.round(performance.now() - begun) / 1000,
    megabytes,
    exitCode,
    summary: output.trim().split('\n').at(-1) ?? '',
    linesOfProgress: progress.split(/[\r\n]+/).filter((line) => line !== '').length,
  };
}

/** Peak resident memory of a process, megabytes (Linux: VmHWM of proc(5)); 0 where it is not told. */
function peakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    // It has just ended.
    return 0;
  }
}
