import { type Newsroom, parseArticle } from '@/lib/content/article';
import { type RenderedBody, renderBody } from '@/lib/content/markdown/render';
import type { Problem } from '@/lib/content/problems/problems';
import { defaultSite } from '@/lib/content/site-file';
import { indexTagNames, parseTagsFile } from '@/lib/content/tags-file';

/** The bytes of a file with this text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const tags = parseTagsFile(
  bytesOf('- name: Kỳ Anh\n  synonyms: [thị xã Kỳ Anh]\n- name: kỷ luật\n- name: Hòa Bình\n'),
  'tags.yaml',
);

/** A newsroom with two sections, three tags and one author. */
export const newsroom: Newsroom = {
  site: {
    ...defaultSite,
    sections: [
      { key: 'thoi-su', name: 'Thời sự', aliases: [] },
      { key: 'quoc-phong-an-ninh', name: 'Quốc phòng – An ninh', aliases: [] },
    ],
  },
  tagNames: indexTagNames(tags.ok ? tags.declared : []),
  authorNames: new Map([['thu-trang', 'Thu Trang']]),
};

/** A newsroom that has nothing but articles: no site.yaml, tags.yaml or authors/. */
export const bareNewsroom: Newsroom = { site: defaultSite, tagNames: indexTagNames([]) };

const usual = {
  title: 'Tin ngắn',
  date: '2020-12-24',
  description: 'Một câu.',
  section: 'thoi-su',
};

/** An article's file: the usual front matter with `changed` in place of it, then the body. */
export function articleFile(changed: Record<string, string> = {}, body = ''): string {
  const lines = Object.entries({ ...usual, ...changed }).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n${body}`;
}

/** Reads an article's file; throws when it is refused. */
export function readArticle(changed: Record<string, string> = {}, room = newsroom) {
  const parsed = parseArticle(bytesOf(articleFile(changed)), 'articles/tin-ngan.md', room);
  if (!parsed.ok) throw new Error(parsed.problems.map(placed).join('; '));
  return parsed;
}

/** Where a problem is and which: `3:7 date-unreadable`. */
export function placed({ line, column, code }: Problem): string {
  return `${line}:${column} ${code}`;
}

/** Renders a body that begins on the first line of its file. */
export function render(markdown: string): RenderedBody {
  return renderBody(markdown, {
    file: 'a.md',
    bodyLine: 1,
    siteUrl: 'https://vi-du.vn',
    pictureAddress: (source) => (source.startsWith('/') ? source : `/anh/a/${source}`),
  });
}
