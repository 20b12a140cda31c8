import type { Section, Site } from '@/lib/content/site-file';
import type { SitePage } from '@/lib/content/site-page-file';
import type { Edition } from '@/lib/store/edition';

/** What masthead and footer show on every page. */
export interface Frame {
  readonly site: Site;
  readonly sections: readonly Section[];
  readonly sitePages: readonly SitePage[];
  /** True while editors write: the page reloads itself. */
  readonly isPreview: boolean;
}

/** The frame of an edition. */
export function frameOf(edition: Edition): Frame {
  return {
    site: edition.site,
    sections: edition.sections(),
    sitePages: edition.sitePages(),
    isPreview: edition.isPreview,
  };
}
