import { searchSchema, searchStatements } from './search/statements';

/**
 * The tables. A list is a name (`all`, `section:<key>`, `tag:<slug>`, `author:<key>`), so that one
 * index answers every list and one table counts them all. Drafts and withdrawn articles stand in no
 * list; an article under embargo does, and every question compares its instant with the reader's.
 * Instants are epoch milliseconds, UTC; months are written 2020-12, in the site's zone.
 */
export const schema = `
  create table file (
    path text primary key, kind text not null, signature text not null, problems text not null,
    -- The address that the name of the file claims.
    slug text not null
  ) without rowid;
  create index file_slug on file (slug);
  create index file_problems on file (path) where problems <> '[]';

  -- What a file says that is judged beside the others; of_body: known since its body was rendered.
  create table mention (
    file text not null, kind text not null, target text not null,
    line integer not null, column integer not null, of_body integer not null,
    -- The same for all that are judged beside each other.
    kin text,
    primary key (file, line, column, kind, target)
  ) without rowid;
  create index mention_kin on mention (kin) where kin is not null;

  create table setting (key text primary key, value text not null) without rowid;

  -- The newest changes, each as JSON; the epoch in which they count stands in setting.
  create table change (version integer primary key, details text not null);

  create table article (
    id integer primary key, slug text not null unique, path text not null unique,
    title text not null, description text not null,
    section text not null, section_name text not null,
    published_at integer not null, published_precision text not null,
    featured integer not null, details text not null
  );
  create table article_body (
    article integer primary key,
    markdown text not null, first_line integer not null,
    -- Null until the body is rendered.
    html text, opening text, problems text, anchors text
  );
  create index body_problems on article_body (article) where problems <> '[]';

  create table listing (
    list text not null, published_at integer not null, slug text not null,
    article integer not null,
    month text not null, label text not null,
    primary key (list, published_at desc, slug)
  ) without rowid;
  create index listing_article on listing (article);
  create table list_month (
    list text not null, month text not null, count integer not null,
    primary key (list, month)
  ) without rowid;
  create table list_count (list text primary key, count integer not null) without rowid;
  create trigger listing_added after insert on listing begin
    insert into list_month values (new.list, new.month, 1)
      on conflict (list, month) do update set count = count + 1;
    insert into list_count values (new.list, 1)
      on conflict (list) do update set count = count + 1;
  end;
  create trigger listing_removed after delete on listing begin
    update list_month set count = count - 1 where list = old.list and month = old.month;
    delete from list_month where list = old.list and month = old.month and count = 0;
    update list_count set count = count - 1 where list = old.list;
    delete from list_count where list = old.list and count = 0;
  end;

  create table correction (
    corrected_at integer not null, slug text not null, position integer not null,
    article integer not null,
    -- From when on readers may see it: when it was made, and its article is out.
    seen_from integer not null, month text not null,
    primary key (corrected_at desc, slug, position)
  ) without rowid;
  create index correction_article on correction (article);
  create index correction_seen_from on correction (seen_from);
  create trigger correction_added after insert on correction begin
    insert into list_month values ('corrections', new.month, 1)
      on conflict (list, month) do update set count = count + 1;
  end;
  create trigger correction_removed after delete on correction begin
    update list_month set count = count - 1 where list = 'corrections' and month = old.month;
    delete from list_month where list = 'corrections' and month = old.month and count = 0;
  end;

  -- When articles were last brought up to date or corrected; by the month of their publication.
  create table revision (
    month text not null, revised_at integer not null, article integer not null,
    primary key (month, revised_at desc, article)
  ) without rowid;
  create index revision_article on revision (article);

  -- Instants at which the clock alone changes what an article shows.
  create table turn (
    instant integer not null, article integer not null, primary key (instant, article)
  ) without rowid;
  create index turn_article on turn (article);

  -- Files of lead photographs, by the file of their article.
  create table photograph (
    file text primary key, path text not null, signature text not null
  ) without rowid;
  create index photograph_path on photograph (path);

  create table alias (
    path text not null, file text not null, target text not null,
    primary key (path, file)
  ) without rowid;
  create index alias_file on alias (file);

  create table author (
    key text primary key, path text not null unique, details text not null, html text not null
  ) without rowid;
  create table site_page (
    slug text primary key, path text not null unique, details text not null, html text not null
  ) without rowid;
  ${searchSchema}
`;

const card = `article.slug, article.title, article.description, article.section,
  article.section_name, article.published_at, article.published_precision, article.featured,
  article.details`;

/**
 * What files held when they were last good: of articles, of those only that are broken now. It
 * outlives every change of the other tables, so that it never changes itself.
 */
export const lastingSchema = `
  create table if not exists last_good (
    path text primary key, contents text not null, gone_at integer
  ) without rowid;
`;

/** Every question the site asks, under its name. */
export const statements = {
  findSetting: `select value from setting where key = :key`,
  keepSetting: `insert into setting values (:key, :value)
    on conflict (key) do update set value = :value`,
  removeSetting: `delete from setting where key = :key`,

  /** The epoch, and how many changes it has seen. */
  findPosition: `select value as epoch, coalesce((select max(version) from change), 0) as version
    from setting where key = 'epoch'`,
  addChange: `insert into change (details) values (:details)`,
  listChanges: `select change.version, change.details, setting.value as epoch
    from change join setting on setting.key = 'epoch'
    where change.version > :version order by change.version`,
  forgetChanges: `delete from change
    where version <= (select max(version) from change) - :kept`,

  listFiles: `select path, kind, signature from file`,
  findFile: `select path, kind, signature from file where path = :path`,
  listFilesBelow: `select path, kind, signature from file where path >= :first and path < :last`,
  listFilesOfSlug: `select path, kind, signature from file where slug = :slug`,
  /** Files whose reading was stopped, which may have been the machine's fault. */
  listStopped: `select path from file where instr(problems, '"parsing-stopped"') > 0`,
  listWithProblems: `select path from file where problems <> '[]'`,
  /** Files of drafts and of what is withdrawn. */
  listUnlisted: `select path from article
    where not exists (select 1 from listing where listing.article = article.id)`,
  listFilesOfList: `select article.path from listing
    join article on article.id = listing.article where listing.list = :list`,
  /** Tags that no file settles, as written. */
  listTagTargets: `select distinct target from mention where kind = 'tag'`,
  listFilesOfTags: `select file as path from mention
    where kind = 'tag' and target in (select value from json_each(:targets))`,
  keepFile: `insert into file values (:path, :kind, :signature, :problems, :slug)
    on conflict (path) do update set kind = :kind, signature = :signature, problems = :problems,
      slug = :slug`,
  keepProblems: `update file set problems = :problems where path = :path`,
  removeFile: `delete from file where path = :path`,
  /** Problems of files, and of bodies as far as they are rendered; most files have none. */
  listProblems: `select file.problems, body.problems as body_problems
    from (
      select path from file where problems <> '[]'
      union
      select article.path from article_body join article on article.id = article_body.article
      where article_body.problems <> '[]'
    ) as wrong join file on file.path = wrong.path
    left join article on article.path = file.path
    left join article_body as body on body.article = article.id
    order by wrong.path`,
  findProblems: `select file.problems, body.problems as body_problems
    from file left join article on article.path = file.path
    left join article_body as body on body.article = article.id
    where file.path = :path`,

  addMention: `insert into mention (file, kind, target, line, column, of_body, kin)
    values (:file, :kind, :target, :line, :column, :of_body, :kin) on conflict do nothing`,
  removeMentions: `delete from mention where file = :file`,
  removeMentionsOfBody: `delete from mention where file = :file and of_body = 1`,
  listMentions: `select file, kind, target, line, column from mention order by file, line, column`,
  /** Mentions that are judged beside each other. */
  listKin: `select file, kind, target, line, column from mention where kin = :kin
    order by file, line, column`,
  listMentionsOfFile: `select file, kind, target, line, column from mention where file = :file
    order by line, column`,

  keepLastGood: `insert into last_good values (:path, :contents, :gone_at)
    on conflict (path) do update set contents = :contents, gone_at = :gone_at`,
  listGone: `select path, contents from last_good where gone_at >= :since`,
  forgetGone: `delete from last_good where gone_at < :before`,
  listLastGood: `select path, contents, gone_at from last_good`,
  findLastGood: `select contents from last_good where path = :path`,
  forgetLastGood: `delete from last_good where path = :path`,

  findArticle: `select ${card} from article where slug = :slug`,
  findArticleId: `select id from article where slug = :slug`,
  findOwner: `select path from article where slug = :slug`,
  addArticle: `insert into article (slug, path, title, description, section, section_name,
      published_at, published_precision, featured, details)
    values (:slug, :path, :title, :description, :section, :section_name,
      :published_at, :published_precision, :featured, :details)`,
  removeArticle: `delete from article where path = :path`,
  findArticleOfFile: `select article.id, ${card} from article where path = :path`,
  removeBody: `delete from article_body where article = :article`,
  addBody: `insert into article_body (article, markdown, first_line)
    values (:article, :markdown, :first_line)`,
  findAnchors: `select body.anchors from article join article_body as body on body.article = article.id
    where article.slug = :slug`,
  findBody: `select body.markdown, body.first_line, body.html, body.opening,
      article.path, article.slug
    from article join article_body as body on body.article = article.id
    where article.slug = :slug`,
  findBodyOfFile: `select body.markdown from article
    join article_body as body on body.article = article.id where article.path = :path`,
  keepRendering: `update article_body set html = :html, opening = :opening, problems = :problems,
      anchors = :anchors
    where article = (select id from article where path = :path)`,
  forgetRenderings: `update article_body
    set html = null, opening = null, problems = null, anchors = null where html is not null`,
  /** What is wrong with a text that its file no longer holds concerns nobody. */
  silenceBody: `update article_body set problems = '[]'
    where article = (select id from article where path = :path)`,
  listHidden: `select ${card} from article where published_at > :now
      or not exists (select 1 from listing where listing.article = article.id)
    order by published_at desc, slug`,

  addListing: `insert into listing (list, published_at, slug, article, month, label)
    values (:list, :published_at, :slug, :article, :month, :label)
    on conflict do nothing`,
  removeListings: `delete from listing where article = :article`,

  listMonths: `select month, count from list_month where list = :list order by month desc`,
  newestInList: `select slug, published_at, label from listing
    where list = :list and published_at <= :now
    order by published_at desc, slug limit 1`,
  /** A stretch of a list, newest first; the offset counts inside it. */
  listStretch: `select ${card} from listing join article on article.id = listing.article
    where listing.list = :list and listing.published_at < :before and listing.published_at >= :since
    order by listing.published_at desc, listing.slug limit :limit offset :offset`,
  /** How many articles of a list come before one, of those that are not newer than a stretch. */
  countNewer: `select count(*) as count from listing
    where list = :list and published_at < :before and published_at >= :published_at
      and (published_at > :published_at or slug < :slug)`,
  /** The same of whole months: what they hold, and what of it is still under embargo. */
  countNewerMonths: `select coalesce(sum(count), 0) as count from list_month
    where list = :list and month > :month`,
  countFutureMonths: `select count(*) as count from listing
    where list = :list and published_at > :now and month > :month`,
  listListings: `select list, label, published_at, month from listing where article = :article`,
  listNewest: `select slug, label from listing where list = :list and published_at <= :now
    order by published_at desc, slug limit :limit`,
  listSlugsBefore: `select slug, published_at from listing
    where list = :list and
      (published_at < :published_at or (published_at = :published_at and slug > :slug))
      and published_at <= :published_at
    order by published_at desc, slug limit :limit`,
  listSlugsAfter: `select slug, published_at from listing
    where list = :list and
      (published_at > :published_at or (published_at = :published_at and slug < :slug))
      and published_at >= :published_at and published_at <= :now
    order by published_at asc, slug desc limit :limit`,
  countStretch: `select count(*) as count from listing
    where list = :list and published_at < :before and published_at >= :since`,
  listFutureMonths: `select month from listing where list = :list and published_at > :now`,
  /** How much of each list of a kind is still under embargo. */
  countFutureByList: `select other.list, count(*) as count
    from listing as future join listing as other on other.article = future.article
    where future.list = :all and future.published_at > :now
      and other.list >= :first and other.list < :last
    group by other.list`,
  /**
   * All lists of a kind with their counts, embargoed articles included, and with the name that the
   * newest article gives each, and its date.
   */
  listLists: `select list, count, (
      select label from listing where listing.list = list_count.list and published_at <= :now
      order by published_at desc, slug limit 1
    ) as label, (
      select max(published_at) from listing
      where listing.list = list_count.list and published_at <= :now
    ) as newest
    from list_count where list >= :first and list < :last`,
  addTurn: `insert into turn values (:instant, :article) on conflict do nothing`,
  removeTurns: `delete from turn where article = :article`,
  listTurned: `select article.slug from turn join article on article.id = turn.article
    where turn.instant > :since and turn.instant <= :until order by turn.instant limit :limit`,
  nextTurn: `select instant from turn where instant > :now order by instant limit 1`,
  listNeighboursBefore: `select ${card} from listing join article on article.id = listing.article
    where listing.list = :list and
      (listing.published_at < :published_at or
        (listing.published_at = :published_at and listing.slug > :slug))
      and listing.published_at <= :published_at
    order by listing.published_at desc, listing.slug limit :limit`,
  listNeighboursAfter: `select ${card} from listing join article on article.id = listing.article
    where listing.list = :list and
      (listing.published_at > :published_at or
        (listing.published_at = :published_at and listing.slug < :slug))
      and listing.published_at >= :published_at and listing.published_at <= :now
    order by listing.published_at asc, listing.slug desc limit :limit`,

  addCorrection: `insert into correction
    values (:corrected_at, :slug, :position, :article, :seen_from, :month)
    on conflict do nothing`,
  removeCorrections: `delete from correction where article = :article`,
  listCorrections: `select ${card}, correction.position from correction
    join article on article.id = correction.article
    where correction.corrected_at < :before and correction.seen_from <= :now
    order by correction.corrected_at desc, correction.slug, correction.position
    limit :limit offset :offset`,
  listFutureCorrections: `select month from correction where seen_from > :now`,

  keepPhotograph: `insert into photograph values (:file, :path, :signature)`,
  removePhotograph: `delete from photograph where file = :file`,
  listPhotographs: `select file, path, signature from photograph`,
  listPhotographsWithin: `select file, path, signature from photograph
    where path = :path or (path >= :first and path < :last)`,
  addRevision: `insert into revision values (:month, :revised_at, :article) on conflict do nothing`,
  removeRevisions: `delete from revision where article = :article`,
  lastRevision: `select revised_at from revision where month = :month and revised_at <= :now
    order by revised_at desc limit 1`,
  // What site maps name of a stretch of a list: all but articles that say they are at home elsewhere.
  newestAtHome: `select listing.published_at from listing
    join article on article.id = listing.article
    where listing.list = :list and listing.published_at < :before and listing.published_at >= :since
      and article.details ->> '$.canonical' is null
    order by listing.published_at desc limit 1`,
  countAtHome: `select count(*) as count from listing
    join article on article.id = listing.article
    where listing.list = :list and listing.published_at < :before and listing.published_at >= :since
      and article.details ->> '$.canonical' is null`,
  listAtHome: `select ${card} from listing join article on article.id = listing.article
    where listing.list = :list and listing.published_at < :before and listing.published_at >= :since
      and article.details ->> '$.canonical' is null
    order by listing.published_at, listing.slug desc limit :limit offset :offset`,

  /** Every file keeps its claim, so that the next one takes over when the first gives up. */
  findAliases: `select target from alias where path = :path order by file`,
  keepAlias: `insert into alias (path, file, target) values (:path, :file, :target)
    on conflict do nothing`,
  removeAliases: `delete from alias where file = :file`,

  findAuthor: `select details, html from author where key = :key`,
  listAuthors: `select key, details from author`,
  listProfiles: `select key, details, html from author`,
  keepAuthor: `insert into author values (:key, :path, :details, :html)`,
  removeAuthor: `delete from author where path = :path`,
  findAuthorOwner: `select path from author where key = :slug`,

  findSitePage: `select details, html from site_page where slug = :slug`,
  listSitePages: `select slug, details from site_page order by slug`,
  listSitePageTexts: `select slug, details, html from site_page order by slug`,
  keepSitePage: `insert into site_page values (:slug, :path, :details, :html)`,
  removeSitePage: `delete from site_page where path = :path`,
  findSitePageOwner: `select path from site_page where slug = :slug`,

  // Everything that may have an address, step by step (enumeration.ts).
  listArticlesBehind: `select ${card} from article where slug > :slug order by slug limit :limit`,
  listOldPathsBehind: `select path from alias where path > :path group by path order by path
    limit :limit`,
  // The plus keeps the kind out of the order, which is that of the key.
  listPicturesBehind: `select article.slug, mention.target, mention.file, mention.line,
      mention.column
    from mention join article on article.path = mention.file
    where +mention.kind = 'picture' and
      (mention.file, mention.line, mention.column, mention.kind, mention.target) >
        (:file, :line, :column, 'picture', :target)
    order by mention.file, mention.line, mention.column, mention.kind, mention.target
    limit :limit`,

  ...searchStatements,
} as const;

/** The name of a question. */
export type StatementName = keyof typeof statements;
