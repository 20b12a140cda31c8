import type { Position } from '../../store/changes';
import { type OutFolder, ownFolder } from './out-folder';

/** What an exported folder says of itself: of which content and by which build it is right. */
export interface ExportState {
  /** Absent until the folder has been written once from end to end. */
  readonly right?: {
    readonly position: Position;
    /** Epoch milliseconds. */
    readonly moment: number;
    /** Of the build, and of how it writes. */
    readonly by: string;
  };
  /** Files that could not be written; the next export tries them again. */
  readonly failed: readonly string[];
}

const stateFile = `${ownFolder}/state.json`;
const listFile = `${ownFolder}/files.txt`;

/** What an export says of its folder; undefined when none has written there. */
export function readExportState(folder: OutFolder): ExportState | undefined {
  const text = folder.read(stateFile)?.toString('utf8');
  if (text === undefined) return undefined;
  try {
    const { right, failed } = JSON.parse(text);
    const isRight =
      typeof right?.position?.epoch === 'string' &&
      Number.isSafeInteger(right.position.version) &&
      Number.isFinite(right.moment) &&
      typeof right.by === 'string';
    return { failed: Array.isArray(failed) ? failed : [], ...(isRight && { right }) };
  } catch {
    // Someone has written over it; what it said is not known, and all is printed again.
    return { failed: [] };
  }
}

/** Writes what the folder says of itself. */
export function writeExportState(folder: OutFolder, state: ExportState): void {
  folder.write(stateFile, Buffer.from(`${JSON.stringify(state)}\n`));
}

/** The files that exports have written, so that only those are ever taken away. */
export function readFileList(folder: OutFolder): Set<string> {
  const text = folder.read(listFile)?.toString('utf8') ?? '';
  return new Set(text.split('\n').filter((file) => file !== ''));
}

/** Keeps which files are those of exports. */
export function writeFileList(folder: OutFolder, files: Iterable<string>): void {
  folder.write(listFile, Buffer.from(`${[...files].join('\n')}\n`));
}
