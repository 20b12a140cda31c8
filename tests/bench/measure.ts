import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { performance } from 'node:perf_hooks';

/** The value of which `share` of all are at most that; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The value in the middle; of an even number, half-way between the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[Math.floor(index)] ?? 0;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}

/** Values by what is said of them, in the order in which it comes. Node.js 20 has no Map.groupBy. */
export function groupBy<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
): readonly (readonly [key: string, values: readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value)) ?? [];
    group.push(value);
    groups.set(keyOf(value), group);
  }
  return [...groups];
}

/** Runs something. @returns what it gave, and how long it took, seconds */
export async function timed<T>(run: () => Promise<T> | T): Promise<readonly [T, number]> {
  const begun = performance.now();
  const result = await run();
  return [result, (performance.now() - begun) / 1000];
}

/** Memory of a process, megabytes: now, and at its most. Zero where it is not told (proc(5) tells). */
export function memoryOf(pid: number): { readonly resident: number; readonly peak: number } {
  const status = readOf(pid, 'status');
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { resident: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/**
 * Memory of a process and those that it has started, megabytes; what they share (the program of
 * Node.js itself) is counted once, by its share in each (proc(5), Pss).
 */
export function memoryWithChildren(pid: number): number {
  const share = Number(/^Pss:\s+(\d+)/m.exec(readOf(pid, 'smaps_rollup'))?.[1] ?? 0);
  const children = readOf(pid, `task/${pid}/children`).trim().split(' ').filter(Boolean);
  return children.reduce((sum, child) => sum + memoryWithChildren(Number(child)), share / 1024);
}

/** Time that a process has spent on a processor so far, seconds; counted in hundredths (proc(5)). */
export function processorTimeOf(pid: number): number {
  // The second field is a name in brackets, which may hold blanks.
  const fields = readOf(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

/** A number as the tables write it: to three digits that count. @example figure(1234.5) // '1,235' */
export function figure(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** On what was measured, in words: processors, memory, Node.js, day. */
export function describeMachine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `${cpus().length} cores, ${gigabytes} GB, Node.js ${process.versions.node}, ${day}`;
}

function readOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // Another system, or it has just ended.
    return '';
  }
}
