/**
 * The index of words. The number of an entry is the second at which readers may see its article, or
 * the next one that is free: an order by number is newest first, a year is a range of numbers, and
 * what is still under embargo lies beyond the reader's second. Entries are sets of terms
 * (`lib/search/terms.ts`), so that no places are kept (`detail=none`).
 */
export const searchSchema = `
  create virtual table search using fts5(
    terms, content='', contentless_delete=1, detail=none, tokenize='ascii'
  );
  -- Written in larger pieces, put together less often: an archive is indexed an eighth faster.
  insert into search (search, rank) values ('hashsize', 8388608);
  insert into search (search, rank) values ('automerge', 8);
  create table search_entry (id integer primary key, article integer not null unique);

  -- Every word that an entry has had, as it was first written; some may be gone again.
  create table word (
    id integer primary key, fold text not null, key text not null, written text not null,
    unique (fold, key)
  );
`;

/** Every question to the index, under its name. Seconds are counted from 1970, UTC. */
export const searchStatements = {
  addSearch: `insert into search (rowid, terms) values (:id, :terms)`,
  removeSearch: `delete from search
    where rowid = (select id from search_entry where article = :article)`,
  addSearchEntry: `insert into search_entry values (:id, :article)`,
  removeSearchEntry: `delete from search_entry where article = :article`,
  listSearchEntriesFrom: `select id from search_entry where id >= :id order by id limit :limit`,

  addWord: `insert into word (fold, key, written) values (:fold, :key, :written)
    on conflict do nothing`,
  findLastWord: `select coalesce(max(id), 0) as id from word`,
  listWordsOfFold: `select fold, key from word where fold = :fold`,
  listWordsFrom: `select fold, key from word where fold >= :first and fold < :last limit :limit`,
  listFoldsFrom: `select distinct fold from word where fold >= :first and fold < :last limit :limit`,
  listKnownFolds: `select distinct fold from word
    where fold in (select value from json_each(:folds))`,

  countFound: `select count(*) as count from search
    where search match :match and rowid between :since and :until`,
  listFound: `select rowid as id from search
    where search match :match and rowid between :since and :until
    order by rowid desc limit :limit offset :offset`,
  listFoundArticles: `select search_entry.id as entry, article.*, body.markdown
    from search_entry join article on article.id = search_entry.article
    join article_body as body on body.article = article.id
    where search_entry.id in (select value from json_each(:ids))`,
} as const;
