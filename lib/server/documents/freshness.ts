import { goneAmong, touchedSince } from '../../publish/touched';
import { answerPages, type Path, paths } from '../../site/routes';
import type { Topic } from '../../site/topics';
import type { Position } from '../../store/changes';
import { monotonicClock } from '../../store/environment';
import type { Store } from '../../store/store';
import type { Right } from '../document-folder';
import type { Press, ReportFailure } from '../press';
import { type Asked, chooseReprints, listFirstPages } from './asked';
import type { DocumentDisk } from './disk';
import type { Makings, Touches } from './makings';
import type { DocumentMemory } from './memory';
import { createReprinting } from './reprinting';

/** What a change has done to the documents. */
export interface CatchUp {
  readonly topics: readonly Topic[] | 'everything';
  /** What was printed again. */
  readonly printed: readonly Path[];
}

/** Keeps documents as fresh as the store. */
export interface Freshness {
  /** Drops what the clock has changed, at that instant; costs a comparison until then. */
  readonly noticeClock: () => void;
  readonly catchUp: () => Promise<CatchUp>;
  readonly close: () => Promise<void>;
}

/** What is kept fresh, and with what. */
export interface FreshnessParts {
  readonly store: Store;
  readonly press: Press;
  readonly memory: DocumentMemory;
  readonly asked: Asked;
  readonly makings: Makings;
  readonly disk?: DocumentDisk | undefined;
  readonly reportFailure: ReportFailure;
}

/** What is known of one change. */
interface Change {
  /** Undefined: everything. */
  readonly touched: ReadonlySet<Topic> | undefined;
  readonly touches: Touches;
  readonly gone: readonly Path[];
  /** Slugs of the articles that changed. */
  readonly changed: readonly string[];
  /** Whether the clock was part of it: what was right a moment ago may not be shown now. */
  readonly hasTurned: boolean;
  /** Until when documents are right once all is done. */
  readonly right: Right;
}

/** How long the old page may be shown while the new one is printed. */
const OLD_SHOWN_MS = 1_000;

/** A timer may fire a moment before its time. */
const TIMERS_ARE_EARLY_MS = 5;

/** Ranks of what nobody has asked us for come after those of what was. */
const MOST = 1_000;

/** A store that cannot say what changed is asked again after this time. */
const RETRY_MS = 1_000;

/** A timer hears of no clock that is set, and of no machine that slept: the clock is looked at so often. */
const CLOCK_LOOK_MS = 1_000;

/** Starts to keep documents fresh; they are right as of now, or of when their disk was opened. */
export function createFreshness(parts: FreshnessParts): Freshness {
  const { store, memory, asked, makings, disk } = parts;
  let right: Right = disk?.openedAt ?? { position: store.position(), moment: store.now() };
  /** From when until when the clock changes nothing, epoch milliseconds. */
  let good = { from: right.moment, until: nextTurn(store, right.moment) };
  let clock: NodeJS.Timeout | undefined;
  let running: Promise<CatchUp> | undefined;
  let settled: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const reprinting = createReprinting(async (path) => {
    if (isClosed) return false;
    try {
      if (makings.isPage(path)) {
        const make = () => printOf(parts.press, path);
        const { document, origin } = await makings.printAgain(path, make);
        return origin !== 'stale' && document.path === path;
      }
      await makings.forget(path);
    } catch (cause) {
      parts.reportFailure(path, cause);
    }
    return false;
  });
  const printAgain = (change: Change, path: Path, rank: number, printed: Path[]) => {
    if (!change.hasTurned) {
      makings.showOld(path, monotonicClock() + OLD_SHOWN_MS);
      // Servers of files have shown it for as long as we have.
      const end = () => makings.endOld(path) && disk?.setAside(path);
      setTimeout(end, OLD_SHOWN_MS + TIMERS_ARE_EARLY_MS).unref();
    }
    return reprinting.add(path, rank).then((isPrinted) => isPrinted && printed.push(path));
  };

  /** Takes effect at once, so that no request that comes now is answered with what is gone. */
  const outdate = ({ touches, gone }: Change, reprints: ReadonlySet<Path>) => {
    makings.outdate(touches);
    for (const kept of memory.list()) {
      const { path, topics, status } = kept.document;
      if (!touches(topics, path)) continue;
      kept.isFresh = false;
      // That it was withdrawn, or is missing, is nothing to fall back on.
      if (status !== 200 && !reprints.has(path)) memory.remove(path);
    }
    for (const path of gone) memory.remove(path);
  };
  /** Starts the printing again of what servers of files may be sending, and of that alone. */
  const dropFromDisk = async (change: Change, spared: Set<Path>, printed: Path[]) => {
    if (!disk) return [];
    const { touched, gone, hasTurned } = change;
    await Promise.all(gone.map(makings.forget));
    const unasked = listFirstPages(touched ?? new Set()).filter(
      (path) => !spared.has(path) && !gone.includes(path),
    );
    const isThere = await Promise.all(unasked.map(disk.has));
    const more = unasked.filter((_, index) => isThere[index]);
    for (const path of more) spared.add(path);
    const printings = more.map((path, rank) => printAgain(change, path, MOST + rank, printed));
    await disk.drop(touched, hasTurned ? undefined : spared);
    return printings;
  };
  const carryOut = (change: Change, reprints: readonly Path[]): Promise<CatchUp> => {
    const spared = new Set(reprints);
    outdate(change, spared);
    const printed: Path[] = [];
    const printings = reprints.map((path, rank) => printAgain(change, path, rank, printed));
    const dropped = dropFromDisk(change, spared, printed);
    makings.untrustDisk(
      (topics, path) =>
        change.touches(topics, path) && (change.hasTurned || !spared.has(path as Path)),
      dropped,
    );
    const done = (async () => {
      await Promise.all([...printings, ...(await dropped)]);
      // The next page is printed while this one is compressed and written.
      await Promise.all(printed.map(makings.written));
      const topics = change.touched ? [...change.touched] : ('everything' as const);
      return { topics, printed };
    })();
    // In the order of the changes: what a later one says holds for all before it.
    settled = settled
      .then(() => done)
      .then(
        () => (isClosed ? undefined : disk?.settle(change.right)),
        // Whoever asked for it hears of it; what was right before is right still.
        () => undefined,
      );
    return done;
  };
  /** A clock that was set back has turned too: what has come out may be under embargo again. */
  const hasClockTurned = () => {
    const now = store.now();
    return now >= good.until || now < good.from;
  };
  /** Begins to take over what has changed; undefined when nothing has. */
  const notice = (): Promise<CatchUp> | undefined => {
    const hasTurned = hasClockTurned();
    const position = store.position();
    if (!hasTurned && isSame(position, right.position)) return undefined;
    const change = readChange(store, right, { position, moment: store.now() }, hasTurned);
    const lately = asked.list().filter(({ path, topics }) => change.touches(topics, path));
    const reprints = chooseReprints(lately, change.changed).filter(makings.isPage);
    const until = nextTurn(store, change.right.moment);
    // Only now: until all this is known, nothing counts as taken over.
    right = change.right;
    good = { from: right.moment, until };
    armClock();
    const round = carryOut(change, reprints).finally(() => {
      if (running === round) running = undefined;
    });
    running = round;
    return round;
  };
  const noticeClock = () => {
    if (!hasClockTurned()) return;
    try {
      notice()?.catch((cause) => parts.reportFailure(paths.front(), cause));
    } catch (cause) {
      // Whatever has come out, nothing in memory shows it.
      makings.outdate(() => true);
      for (const kept of memory.list()) kept.isFresh = false;
      good = { from: Number.NEGATIVE_INFINITY, until: store.now() + RETRY_MS };
      parts.reportFailure(paths.front(), cause);
    }
  };
  const armClock = () => {
    clearTimeout(clock);
    if (isClosed) return;
    const wait = Math.min(Math.max(good.until - store.now(), 1), CLOCK_LOOK_MS);
    clock = setTimeout(() => {
      noticeClock();
      armClock();
    }, wait).unref();
  };

  armClock();
  return {
    noticeClock,
    catchUp: async () => (await (notice() ?? running)) ?? { topics: [], printed: [] },
    close: async () => {
      isClosed = true;
      clearTimeout(clock);
      await settled;
    },
  };
}

function readChange(store: Store, since: Right, right: Right, hasTurned: boolean): Change {
  const { moment } = right;
  const touched = touchedSince(store, since, moment);
  const changes = store.changesSince(since.position) ?? [];
  const turned = hasTurned ? (store.turned(since.moment, moment) ?? []) : [];
  const changed = [
    ...changes.flatMap((change) => (change.kind === 'article' ? [change.slug] : [])),
    ...turned.map(({ article }) => article.slug),
  ];
  return {
    ...{ touched, hasTurned, right },
    touches: (topics) => touched === undefined || topics.some((topic) => touched.has(topic)),
    gone: touched ? goneAmong(store, moment, touched, changes) : [],
    changed: [...new Set(changed)],
  };
}

function nextTurn(store: Store, moment: number): number {
  return store.nextChange(moment) ?? Number.POSITIVE_INFINITY;
}

function isSame(one: Position, other: Position): boolean {
  return one.epoch === other.epoch && one.version === other.version;
}

function printOf(press: Press, path: Path) {
  return path === answerPages.missing ? press.printMissing() : press.printPage(path, 200);
}
