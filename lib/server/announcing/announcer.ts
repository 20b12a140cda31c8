import { join } from 'node:path';
import type { ToldUntil } from '../../publish/announced';
import type { Path } from '../../site/routes';
import { strings } from '../../site/strings';
import { monotonicClock } from '../../store/environment';
import type { Store } from '../../store/store';
import type { AnnouncementLog } from './announcement-log';
import { post, type Reply } from './post';
import type { Recipient } from './recipient';
import { readTold, writeTold } from './told';

/** Tells one recipient of what changes. Nobody ever waits for it, and it never throws. */
export interface Announcer {
  /** Something was taken over, and is up. */
  readonly noted: () => void;
  readonly close: () => Promise<void>;
}

/** How fast an announcer goes, milliseconds. */
export interface Pace {
  /** What comes within this time is told together, and servers of files have dropped the old. */
  readonly settleMs: number;
  /** How long a request may take. */
  readonly limitMs: number;
  /** How long after a failure it is told again; twice as long after each further one. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

/** What an announcer works with. */
export interface AnnouncerParts {
  readonly store: Store;
  readonly recipient: Recipient;
  /** Where it notes until when the world was told. */
  readonly dataDirectory: string;
  readonly announcements: AnnouncementLog;
  readonly log: (line: string) => void;
  readonly logFailure: (line: string, cause: unknown) => void;
  readonly pace?: Pace;
}

const usualPace: Pace = {
  settleMs: 1_000,
  limitMs: 10_000,
  firstPauseMs: 60_000,
  longestPauseMs: 3_600_000,
};

/** A timer hears of no clock that is set, and of no machine that slept: the clock is looked at so often. */
const LOOK_MS = 60_000;

/** Starts to tell a recipient: of what came since it was last told, of nothing when it never was. */
export function startAnnouncer(parts: AnnouncerParts): Announcer {
  const { store, recipient, announcements, log, logFailure, pace = usualPace } = parts;
  const file = join(parts.dataDirectory, `announced-${recipient.name}.json`);
  const { host } = new URL(recipient.to);
  const stop = new AbortController();
  const owed = new Set<Path>();
  let until: ToldUntil | undefined;
  let failures = 0;
  /** By the clock that is never set. */
  let silentUntil = 0;
  let toldOfStatus: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let last: Promise<void> = Promise.resolve();

  // A disk that is full keeps nobody from telling; at worst something is told twice.
  const complain = (cause: unknown) => logFailure(strings.announcementsUnwritten, cause);
  const keep = async () => {
    if (until) await writeTold(file, { ...until, owed: [...owed] }).catch(complain);
  };
  const begin = async (): Promise<ToldUntil> => {
    const told = await readTold(file);
    for (const path of told?.owed ?? []) owed.add(path);
    until = told ?? { position: store.position(), moment: store.now() };
    if (!told) await keep();
    return until;
  };
  /** Notes what has changed, before anyone is told of it. */
  const note = async () => {
    const since = until ?? (await begin());
    const position = store.position();
    const moment = store.now();
    const turn = store.nextChange(since.moment) ?? Number.POSITIVE_INFINITY;
    const hasTurned = moment >= turn || moment < since.moment;
    if (!hasTurned && store.changesSince(since.position)?.length === 0) return;
    const changed = recipient.changedSince(store, since, moment);
    if (!changed) log(strings.announcingFromNow(host));
    for (const path of changed ?? []) owed.add(path);
    until = { position, moment };
    await keep();
  };
  const remember = (addresses: readonly Path[], reply: Reply) =>
    announcements
      .add({
        ...{ at: store.now(), to: recipient.to, addresses, status: reply.status },
        ...(reply.kind === 'failed' && { error: reply.reason }),
      })
      .catch(complain);
  const fail = ({ reason, waitMs = 0 }: Extract<Reply, { readonly kind: 'failed' }>) => {
    if (failures === 0) log(strings.announcingFailed(host, reason));
    const pause = Math.max(pace.firstPauseMs * 2 ** failures, waitMs);
    failures += 1;
    silentUntil = monotonicClock() + Math.min(pause, pace.longestPauseMs);
  };
  /** Tells what is owed. What was refused is owed no more: it would be refused again. */
  const tell = async () => {
    let count = 0;
    while (owed.size > 0) {
      const addresses = firstOf(owed, recipient.mostAtOnce);
      const message = recipient.write(addresses);
      const reply = await post(recipient.to, message, pace.limitMs, stop.signal);
      if (stop.signal.aborted && reply.kind === 'failed') break;
      await remember(addresses, reply);
      if (reply.kind === 'failed') {
        fail(reply);
        break;
      }
      failures = 0;
      for (const path of addresses) owed.delete(path);
      if (reply.kind === 'taken') {
        count += addresses.length;
        toldOfStatus = undefined;
      } else if (toldOfStatus !== reply.status) {
        toldOfStatus = reply.status;
        log(strings.announcingRefused(host, reply.status));
      }
    }
    if (count > 0) log(strings.announced(host, count));
    await keep();
  };
  const round = async () => {
    if (stop.signal.aborted) return;
    try {
      await note();
      if (owed.size > 0 && monotonicClock() >= silentUntil) await tell();
      if (!stop.signal.aborted) wake(untilNextRound());
    } catch (cause) {
      logFailure(strings.announcingBroke(host), cause);
      wake(LOOK_MS);
    }
  };
  const untilNextRound = () => {
    const turn = until && store.nextChange(until.moment);
    const toTurn = turn === undefined ? LOOK_MS : turn - store.now() + pace.settleMs;
    const toRetry = owed.size > 0 ? silentUntil - monotonicClock() : LOOK_MS;
    return Math.min(Math.max(Math.min(toTurn, toRetry), pace.settleMs), LOOK_MS);
  };
  /** Has a round begin in some time, unless one begins earlier. */
  const wake = (waitMs: number) => {
    const at = monotonicClock() + waitMs;
    if (stop.signal.aborted || at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY;
      last = last.then(round);
    }, waitMs).unref();
  };

  last = last.then(round);
  return {
    noted: () => wake(pace.settleMs),
    close: async () => {
      stop.abort();
      clearTimeout(timer);
      await last;
    },
  };
}

function firstOf(owed: ReadonlySet<Path>, count: number): readonly Path[] {
  const first: Path[] = [];
  for (const path of owed) {
    if (first.length >= count) break;
    first.push(path);
  }
  return first;
}
