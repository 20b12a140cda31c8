import { strings } from '../site/strings';
import { readAliases } from './aliases';
import type { Mention } from './mentions';
import { listProblems, type Refusal, refuse } from './problems/problem-list';
import { type Problem, problem } from './problems/problems';
import { isRefused, placeIn, type Reading } from './reading';
import { checkSchema } from './schema/check-schema';
import { type SiteFile, siteSchema } from './schema/schema';
import { schemaProblems } from './schema/schema-problems';
import { parseYaml } from './source/front-matter';
import { decodeText } from './source/source-text';

/** A section in the order of the site. */
export interface Section {
  readonly key: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Old paths, in canonical spelling. */
  readonly aliases: readonly string[];
}

/** Who publishes; an empty field prints nothing. */
export type Publisher = NonNullable<SiteFile['publisher']>;

/** What `site.yaml` says, with defaults for what it does not. */
export interface Site {
  readonly name: string;
  readonly description: string;
  /** IANA name, for example Asia/Ho_Chi_Minh. */
  readonly timeZone: string;
  readonly sections: readonly Section[];
  readonly publisher: Publisher;
  readonly links: readonly { readonly name: string; readonly url: string }[];
  readonly correctionsHeading: string;
}

/** The site of a folder that has no `site.yaml`. */
export const defaultSite: Site = {
  name: strings.drawnName,
  description: strings.defaultDescription,
  timeZone: 'Asia/Ho_Chi_Minh',
  sections: [],
  publisher: {},
  links: [],
  correctionsHeading: strings.corrections,
};

/** The site, or what is wrong with `site.yaml`. */
export type ParsedSite =
  | Refusal
  | {
      readonly ok: true;
      readonly site: Site;
      readonly warnings: readonly Problem[];
      readonly mentions: readonly Mention[];
    };

/** Reads `site.yaml`. @param file the path that problems name */
export function parseSiteFile(bytes: Uint8Array, file: string): ParsedSite {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return refuse(decoded.problems);
  const yaml = parseYaml(decoded.text, file);
  if (!yaml.ok) return refuse(yaml.problems, decoded.warnings);
  const problems = [...decoded.warnings, ...yaml.source.problems];
  const checked = checkSchema(siteSchema, withoutEmpty(yaml.source.value) ?? {});
  if (!checked.ok) return refuse(schemaProblems(checked.mismatches, yaml.source, file), problems);
  const { name, description, timeZone, sections, publisher, links, corrections } = checked.value;
  const reading: Reading = { file, source: yaml.source, problems, mentions: [] };
  const read = (sections ?? []).map((section, index) => ({
    ...section,
    aliases: readAliases(section.aliases, reading, 'sections', index, 'aliases'),
  }));
  findFaults(timeZone, read, reading);
  if (isRefused(problems)) return refuse(problems);
  return {
    ok: true,
    site: {
      name,
      description: description ?? defaultSite.description,
      timeZone: timeZone ?? defaultSite.timeZone,
      sections: read,
      publisher: publisher ?? {},
      links: links ?? [],
      correctionsHeading: corrections?.heading ?? defaultSite.correctionsHeading,
    },
    warnings: listProblems(problems),
    mentions: reading.mentions,
  };
}

/** A zone that does not exist, and keys that two sections have. */
function findFaults(
  timeZone: string | undefined,
  sections: readonly Section[],
  reading: Reading,
): void {
  const { problems } = reading;
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    problems.push(problem('time-zone-unknown', placeIn(reading, 'timeZone'), timeZone));
  }
  for (const [index, { key }] of sections.entries()) {
    if (sections.findIndex((section) => section.key === key) === index) continue;
    problems.push(problem('key-duplicate', placeIn(reading, 'sections', index, 'key'), key));
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // Intl knows the zones; it answers an unknown one with a RangeError.
    return false;
  }
}

/** Leaves out what was left empty, so that a form half filled in prints only what is there. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || value === '') return undefined;
  // An entry of a list stays, so that the places of the others do.
  if (Array.isArray(value)) return value.map((entry) => withoutEmpty(entry) ?? entry);
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
