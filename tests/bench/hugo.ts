import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateArticle } from './corpus/article';
import { isThere, run } from './processes';
import type { Workshop } from './workshop';

/** What Hugo made of the same articles. */
export interface HugoRun {
  readonly version: string;
  readonly seconds: number;
  readonly pages: number;
}

/** The least that shows an article and the lists it stands in, twenty at a time. */
const files: Readonly<Record<string, string>> = {
  'hugo.toml': `baseURL = "https://bench.example/"
languageCode = "vi"
title = "Báo Dựng Tự Động"
paginate = 20
disableKinds = ["RSS", "sitemap", "robotsTXT"]
[taxonomies]
tag = "tags"
author = "authors"
`,
  'layouts/_default/baseof.html': `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>{{ block "main" . }}{{ end }}</body></html>
`,
  'layouts/_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time>
{{ .Content }}
{{ range .GetTerms "tags" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</article>{{ end }}
`,
  'layouts/_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</p>
{{ end }}{{ if .Paginator.HasNext }}<a href="{{ .Paginator.Next.URL }}">Tiếp</a>{{ end }}{{ end }}
`,
  'layouts/_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}{{ end }}
`,
  'layouts/index.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range (.Paginate .Site.RegularPages).Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</p>
{{ end }}{{ end }}
`,
};

/** Builds the newsroom with Hugo and minimal templates; undefined where there is none. */
export async function runHugo(workshop: Workshop, count: number): Promise<HugoRun | undefined> {
  if (!isThere('hugo')) {
    workshop.log('left out: no hugo is here (Debian: apt-get install hugo)');
    return undefined;
  }
  const site = workshop.newPath('hugo');
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  for (let n = 0; n < count; n += 1) {
    const { section, slug, text } = generateArticle(n, count);
    // Hugo wants seconds, and takes its sections from folders.
    write(`content/${section}/${slug}.md`, text.replace(/^date: .*$/m, '$&:00'));
  }
  const { said } = await run({ command: 'hugo', parameters: ['version'] });
  const { seconds } = await run({ command: 'hugo', parameters: ['--quiet', '-s', site] });
  const made = readdirSync(join(site, 'public'), { recursive: true, encoding: 'utf8' });
  return {
    version: /v\d[\d.]*/.exec(said)?.[0] ?? '',
    seconds,
    pages: made.filter((name) => name.endsWith('.html')).length,
  };
}
