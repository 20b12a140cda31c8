import { join } from 'node:path';
import type { Configuration } from '../site/configuration';
import type { Store } from '../store/store';
import { createAnnouncementLog } from './announcing/announcement-log';
import { type Pace, startAnnouncer } from './announcing/announcer';
import { createIndexNow } from './announcing/index-now';
import { createWebSub } from './announcing/web-sub';

export { type KeyFile, keyFileOf } from './announcing/index-now';

/** Tells the world of what changes: search engines of pages, a hub of feeds. */
export interface Announcing {
  /** Something was taken over, and is up; nobody waits. */
  readonly noted: () => void;
  readonly close: () => Promise<void>;
}

/** What announcing works with. */
export interface AnnouncingParts {
  readonly store: Store;
  readonly configuration: Pick<
    Configuration,
    'dataDirectory' | 'indexable' | 'indexNow' | 'siteUrl' | 'webSubHub'
  >;
  readonly log: (line: string) => void;
  readonly logFailure: (line: string, cause: unknown) => void;
  readonly pace?: Pace;
}

/** Starts to tell everyone who is configured; outside production nobody is told anything. */
export function startAnnouncing(parts: AnnouncingParts): Announcing {
  const { dataDirectory, indexable, indexNow, siteUrl, webSubHub } = parts.configuration;
  const recipients = indexable
    ? [
        ...(indexNow ? [createIndexNow(siteUrl, indexNow)] : []),
        ...(webSubHub ? [createWebSub(siteUrl, webSubHub)] : []),
      ]
    : [];
  const announcements = createAnnouncementLog(join(dataDirectory, 'announcements.jsonl'));
  const announcers = recipients.map((recipient) =>
    startAnnouncer({ ...parts, recipient, dataDirectory, announcements }),
  );
  return {
    noted: () => {
      for (const { noted } of announcers) noted();
    },
    close: async () => {
      await Promise.all(announcers.map(({ close }) => close()));
    },
  };
}
