import { z } from 'zod';
import { isWithinSite, withinSite } from '../addresses';
import { forms } from '../problems/catalogue';

/** Longest text that a single-line key may hold, in characters. */
const LINE_LIMIT = 500;

const line = z.string().trim().min(1).max(LINE_LIMIT);
const lines = z.array(line, { error: forms.names }).max(50);
/** A day with or without its time; `readDate` reads it. */
const date = z.string({ error: forms.date }).trim().min(1).max(LINE_LIMIT);
const webAddress = z.url({ protocol: /^https?$/, error: forms.webAddress });
/** A key that is part of an address. */
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, forms.key);
/** A picture of this site: beside its article, or under a path of the site. */
const pictureAddress = line.refine(isWithinSite, forms.picture);

const image = z.strictObject({
  src: pictureAddress,
  alt: z.string().max(LINE_LIMIT).optional(),
  caption: line.optional(),
  credit: line.optional(),
  /** What must stay in the picture where it is cut to shape. */
  focus: z.enum(['center', 'top', 'bottom', 'left', 'right']).optional(),
});

/** The front matter of an article, as written: dates are still text, names not yet looked up. */
export const articleSchema = z.strictObject({
  title: line,
  date,
  description: line,
  section: line,
  tags: lines.optional(),
  authors: lines.optional(),
  image: image.optional(),
  updated: date.optional(),
  corrections: z.array(z.strictObject({ date, text: z.string().trim().min(1) })).optional(),
  withdrawn: z.strictObject({ date, reason: line }).optional(),
  aliases: lines.optional(),
  featured: z.boolean().optional(),
  draft: z.boolean().optional(),
  series: z.strictObject({ name: line, part: z.int().min(1) }).optional(),
  source: z
    .strictObject({
      name: line,
      url: webAddress.optional(),
      author: line.optional(),
      publishedAt: date.optional(),
    })
    .optional(),
  canonical: webAddress.optional(),
});

/** The front matter of an author's file. */
export const authorSchema = z.strictObject({
  name: line,
  kind: z.enum(['person', 'desk']).default('person'),
  role: line.optional(),
  email: line.optional(),
  aliases: lines.optional(),
});

/** The front matter of a page about the site itself. */
export const sitePageSchema = z.strictObject({
  title: line,
  description: line,
  aliases: lines.optional(),
});

/** `site.yaml`; everything but the name may be left out. */
export const siteSchema = z.strictObject({
  name: line,
  description: line.optional(),
  timeZone: line.optional(),
  sections: z
    .array(
      z.strictObject({
        key,
        name: line,
        description: line.optional(),
        aliases: lines.optional(),
      }),
    )
    .optional(),
  publisher: z
    .strictObject({
      kind: line.optional(),
      name: line.optional(),
      governingBody: line.optional(),
      address: line.optional(),
      email: line.optional(),
      phone: line.optional(),
      responsible: z.strictObject({ name: line, role: line.optional() }).optional(),
      licence: z
        .strictObject({ number: line, date: line.optional(), issuer: line.optional() })
        .optional(),
    })
    .optional(),
  links: z.array(z.strictObject({ name: line, url: webAddress })).optional(),
  corrections: z.strictObject({ heading: line }).optional(),
});

/** `tags.yaml`: the tags that have a settled name. */
export const tagsSchema = z.array(
  z.strictObject({ name: line, synonyms: lines.optional(), description: line.optional() }),
);

/** What the front matter of an article holds, as written. */
export type ArticleFrontMatter = z.infer<typeof articleSchema>;
/** What the front matter of an author's file holds, as written. */
export type AuthorFrontMatter = z.infer<typeof authorSchema>;
/** What `site.yaml` holds, as written. */
export type SiteFile = z.infer<typeof siteSchema>;
/** What the front matter of a page about the site holds, as written. */
export type SitePageFrontMatter = z.infer<typeof sitePageSchema>;
/** What `tags.yaml` holds, as written. */
export type TagsFile = z.infer<typeof tagsSchema>;

/** A schema as other programs read it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * One of the schemas of this file as JSON Schema, of a value as its editor writes it.
 * @returns draft 7: the newest that every YAML extension of an editor knows
 * @see https://json-schema.org/draft-07
 */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === pictureAddress) jsonSchema.pattern = withinSite.source;
      else if (zodSchema === webAddress) jsonSchema.pattern = '^https?://';
      // Blanks at both ends are cut off before a text is measured.
      else if (jsonSchema.minLength === 1) jsonSchema.pattern = '\\S';
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}
