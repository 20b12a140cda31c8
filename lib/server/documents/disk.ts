import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { touchedSince } from '../../publish/touched';
import type { Path } from '../../site/routes';
import { strings } from '../../site/strings';
import type { Topic } from '../../site/topics';
import { codeOf } from '../../store/content-tree';
import { monotonicClock } from '../../store/environment';
import type { Store } from '../../store/store';
import type { Document } from '../document';
import { type DocumentFolder, openDocumentFolder, type Right } from '../document-folder';
import type { Printed } from './files';
import { emptyGeneration, putInService, removeOthers, takeOutOfService } from './generations';
import { createSweeper, type Sweeper } from './sweep';

/**
 * Documents on a disk. A disk that is full, read-only or gone is no failure of anyone who asks: it
 * is told once, does without for a minute, and is tried again.
 */
export interface DocumentDisk {
  /** Until when everything on it was right as it was opened; undefined when that failed. */
  readonly openedAt: Right | undefined;
  readonly read: (path: Path) => Promise<Document | undefined>;
  /** What was last printed for a path, whether it still holds or not. */
  readonly readPrinted: (path: Path) => Promise<Printed | undefined>;
  readonly has: (path: Path) => Promise<boolean>;
  /** @param isRight asked when its turn has come; false: the document is left unwritten */
  readonly write: (document: Document, isRight: () => boolean) => Promise<void>;
  readonly setAside: (path: Path) => Promise<void>;
  readonly remove: (path: Path) => Promise<void>;
  /** Takes out of service what has one of these topics; undefined: everything. */
  readonly drop: (
    topics: ReadonlySet<Topic> | undefined,
    except?: ReadonlySet<Path>,
  ) => Promise<void>;
  /** Notes until when everything on the disk is right. */
  readonly settle: (right: Right) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the documents of a disk depend on. */
export interface DiskParts {
  readonly store: Store;
  /** Holds a folder for each generation. */
  readonly directory: string;
  readonly limitBytes: number;
  /** All that documents are made from beside the content: build, sources, origin. */
  readonly madeFrom: readonly string[];
  readonly log: (line: string) => void;
}

/** How long a disk that failed is left alone. */
const PAUSE_MS = 60_000;

/** A generation that is open. */
interface Opened {
  readonly generation: string;
  readonly folder: DocumentFolder;
  readonly sweeper: Sweeper;
}

/** Opens the documents of a disk: what changed since they were right is dropped first. */
export async function openDocumentDisk(parts: DiskParts): Promise<DocumentDisk> {
  const { store, directory, limitBytes, log } = parts;
  let opened: Opened | undefined;
  let opening: Promise<void> = Promise.resolve();
  let background: Promise<void> = Promise.resolve();
  let lastGeneration: string | undefined;
  let openedAt: Right | undefined;
  /** 0 while the disk does what it is told. */
  let leftAloneUntil = 0;

  const tell = (cause: unknown) => log(strings.documentsNotKept(codeOf(cause) || String(cause)));
  /** Nothing on the disk is trusted until it has been opened again. */
  const shut = async (cause: unknown) => {
    if (leftAloneUntil === 0) tell(cause);
    opened = undefined;
    leftAloneUntil = monotonicClock() + PAUSE_MS;
    // Nobody drops it now, so nobody else shall send it; a disk that refuses this too is left.
    await takeOutOfService(directory, lastGeneration).catch(() => undefined);
  };
  const open = async (): Promise<void> => {
    try {
      const position = store.position();
      const generation = nameOf([...parts.madeFrom, position.epoch]);
      await mkdir(join(directory, generation), { recursive: true });
      const folder = openDocumentFolder(join(directory, generation));
      const right = await folder.readRight();
      const moment = store.now();
      const touched = right && touchedSince(store, right, moment);
      if (touched) await folder.drop(touched);
      else await emptyGeneration(directory, generation);
      await folder.writeRight({ position, moment });
      await putInService(directory, generation, lastGeneration);
      const sweeper = createSweeper(join(directory, generation), folder, limitBytes, shut);
      opened = { generation, folder, sweeper };
      const left = lastGeneration === generation ? undefined : lastGeneration;
      lastGeneration = generation;
      leftAloneUntil = 0;
      openedAt = { position, moment };
      background = background.then(() => tidy(opened, left));
    } catch (cause) {
      await shut(cause);
    }
  };
  const tidy = async (disk: Opened | undefined, left: string | undefined) => {
    if (!disk) return;
    await removeOthers(directory, disk.generation, left).catch(tell);
    await disk.sweeper.sweep().catch(shut);
  };
  const openAgain = () => {
    opening = opening.then(() => (opened ? undefined : open()));
    return opening;
  };
  /** What is open now. When it is time, a disk that failed is tried again; nobody waits for it. */
  const findOpened = () => {
    if (!opened && leftAloneUntil > 0 && monotonicClock() >= leftAloneUntil) {
      leftAloneUntil = monotonicClock() + PAUSE_MS;
      openAgain();
    }
    return opened;
  };
  const attempt = async <T>(act: (disk: Opened) => Promise<T>): Promise<T | undefined> => {
    const disk = findOpened();
    try {
      return disk && (await act(disk));
    } catch (cause) {
      // What was left behind for another generation does not matter.
      if (opened === disk) await shut(cause);
      return undefined;
    }
  };
  const change = async (act: (disk: Opened) => Promise<unknown>) => {
    await opening;
    await attempt(act);
  };
  const renew = () => {
    const disk = opened;
    opened = undefined;
    // What is under way ends first: it would write into what is being emptied.
    opening = opening.then(() => disk?.folder.close());
    return openAgain();
  };

  await openAgain();
  return {
    openedAt,
    read: (path) => attempt(({ folder }) => folder.read(path)),
    readPrinted: (path) => attempt(({ folder }) => folder.readPrinted(path)),
    has: async (path) => (await attempt(({ folder }) => folder.has(path))) === true,
    write: (document, isRight) =>
      change(({ folder, sweeper }) =>
        sweeper.withRoom(document.size, () => folder.write(document, isRight)),
      ),
    setAside: (path) => change(({ folder }) => folder.setAside(path)),
    remove: (path) => change(({ folder }) => folder.remove(path)),
    drop: (topics, except) =>
      topics ? change(({ folder }) => folder.drop(topics, except)) : renew(),
    settle: (right) => change(({ folder }) => folder.writeRight(right)),
    close: async () => {
      await opening;
      await opened?.folder.close();
      await background;
    },
  };
}

function nameOf(madeFrom: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(madeFrom)).digest('hex').slice(0, 16);
}
