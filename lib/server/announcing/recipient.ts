import type { ToldUntil } from '../../publish/announced';
import type { Path } from '../../site/routes';
import type { Store } from '../../store/store';

/** Someone far away who wants to hear of what has changed. */
export interface Recipient {
  /** In the names of files. */
  readonly name: 'indexnow' | 'websub';
  /** The address to which everything is sent. */
  readonly to: string;
  /** What it is told of; undefined: everything may have changed, and it is told nothing. */
  readonly changedSince: (
    store: Store,
    until: ToldUntil,
    now: number,
  ) => readonly Path[] | undefined;
  /** How many addresses one request may tell. */
  readonly mostAtOnce: number;
  readonly write: (addresses: readonly Path[]) => Message;
}

/** The body of a request. */
export interface Message {
  readonly contentType: string;
  readonly body: string;
}
