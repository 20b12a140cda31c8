import type { Article } from '../../content/article';
import { searchableText } from '../../content/markdown/searchable-text';
import { visible } from '../../content/visible';
import { extractOf, textOfWords } from '../../search/extract';
import { findingsIn, foundWords, markWords } from '../../search/marking';
import type { Part, Query } from '../../search/query';
import type { Hit } from '../../search/results';
import type { WordInText } from '../../search/word';
import { articleOf } from '../article-rows';
import type { Database } from '../database';

/** An article that answers, with the number of its entry. */
export interface FoundArticle {
  readonly id: number;
  readonly article: Article;
  readonly markdown: string;
}

/** The articles of entries, in their order; those only that readers may see. */
export function readFound(
  { database, now }: { readonly database: Database; readonly now: number },
  ids: readonly number[],
): readonly FoundArticle[] {
  const rows = database.list('listFoundArticles', { ids: JSON.stringify(ids) });
  const byId = new Map(rows.map((row) => [row.number('entry'), row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const article = articleOf(row);
    return visible(article, now) === 'live'
      ? [{ id, article, markdown: row.text('markdown') }]
      : [];
  });
}

/** How an article is shown to whoever looked for it. */
export function hitOf({ article, markdown }: FoundArticle, query: Query): Hit {
  const title = textOfWords(article.title);
  const text = textOfWords(`${article.description} ${searchableText(markdown)}`);
  const findings = findingsIn(query, [title.words, text.words]);
  return {
    article,
    title: markWords(title.text, title.words, foundWords(query, title.words, findings)),
    extract: extractOf(text, query, findings),
  };
}

/** Whether the words of a phrase stand side by side, in whatever spelling. */
export function holdsPhrase({ article, markdown }: FoundArticle, phrase: Part): boolean {
  return [article.title, article.description, searchableText(markdown)].some((text) =>
    standsIn(textOfWords(text).words, phrase),
  );
}

function standsIn(words: readonly WordInText[], phrase: Part): boolean {
  return words.some((_, start) =>
    phrase.every(({ fold }, index) => words[start + index]?.fold === fold),
  );
}
