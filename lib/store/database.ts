import { createHash } from 'node:crypto';
import { renameSync, rmSync, statSync } from 'node:fs';
import Libsql from 'libsql';
import { lastingSchema, type StatementName, schema, statements } from './statements';

/** Another number for other tables: a file made for those is built again from the content. */
const SCHEMA_VERSION = Number.parseInt(
  createHash('sha256').update(schema).digest('hex').slice(0, 7),
  16,
);

type Value = string | number | null;
type Parameters = Readonly<Record<string, Value>>;

/** The one database, asked only by the names of `statements`. */
export interface Database {
  readonly find: (name: StatementName, parameters?: Parameters) => Row | undefined;
  readonly list: (name: StatementName, parameters?: Parameters) => readonly Row[];
  readonly run: (name: StatementName, parameters?: Parameters) => void;
  /** Runs all of `work` or none of it; waits for another process that writes. */
  readonly transaction: (work: () => void) => void;
  /** Runs `work`, answers what it found, and takes back what it wrote. */
  readonly rehearse: <T>(work: () => T) => T;
  readonly close: () => void;
}

/** A row, read column by column with the type that the table gives it. */
export class Row {
  readonly #columns: Readonly<Record<string, unknown>>;

  constructor(columns: unknown) {
    this.#columns = columns as Readonly<Record<string, unknown>>;
  }

  /** @throws TypeError when the column holds no text */
  text(column: string): string {
    const value = this.#columns[column];
    if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
    return value;
  }

  /** The text of a column that may be null. */
  textOrNull(column: string): string | null {
    return this.#columns[column] === null ? null : this.text(column);
  }

  /** The number of a column that may be null. */
  numberOrNull(column: string): number | null {
    return this.#columns[column] === null ? null : this.number(column);
  }

  /** @throws TypeError when the column holds no number */
  number(column: string): number {
    const value = this.#columns[column];
    if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
    return value;
  }
}

/**
 * Opens the database file, making its tables where they are missing or of another version.
 * @param file a path, or ':memory:'
 * @throws when the file cannot be written
 */
export function openDatabase(file: string): Database {
  return wrap(openCurrent(file));
}

/**
 * Opens a database file that another connection has made, to ask it only.
 * @throws when it is not there
 */
export function openForReading(file: string): Database {
  const connection = connect(file, { readonly: true });
  return wrap(connection);
}

/**
 * Opens the database file and brings the content into it.
 * @param fill asked again, of an empty file, when it finds a damaged one
 * @returns the database, and what `fill` answered
 * @throws when the file cannot be written, and whatever `fill` throws
 */
export async function openFilled<T>(
  file: string,
  fill: (database: Database) => Promise<T>,
): Promise<{ readonly database: Database; readonly filled: T }> {
  const database = openDatabase(file);
  try {
    return { database, filled: await fill(database) };
  } catch (cause) {
    const lastGood = isDamage(cause) ? salvage(database) : undefined;
    database.close();
    if (!lastGood) throw cause;
    const rebuilt = wrap(rebuild(file, lastGood));
    return { database: rebuilt, filled: await fill(rebuilt) };
  }
}

/**
 * Takes a file for this process alone; the system gives it back when the process ends, however.
 * @param file a path; made when it is not there
 * @returns what gives it back; undefined when another process has it
 * @throws when the file cannot be written
 */
export function holdFile(file: string): (() => void) | undefined {
  const connection = new Libsql(file);
  try {
    connection.exec('begin exclusive');
    return () => connection.close();
  } catch (cause) {
    connection.close();
    if (!hasCode(cause, /^SQLITE_(BUSY|LOCKED)/)) throw cause;
    return undefined;
  }
}

function wrap(connection: Libsql.Database): Database {
  const prepared = new Map<StatementName, Libsql.Statement<unknown[]>>();
  const statement = (name: StatementName) => {
    const known = prepared.get(name);
    if (known) return known;
    const fresh = connection.prepare(statements[name]);
    prepared.set(name, fresh);
    return fresh;
  };
  return {
    find: (name, parameters = {}) => {
      const row = statement(name).get(parameters);
      return row === undefined ? undefined : new Row(row);
    },
    list: (name, parameters = {}) =>
      statement(name)
        .all(parameters)
        .map((row) => new Row(row)),
    run: (name, parameters = {}) => {
      statement(name).run(parameters);
    },
    transaction: (work) => connection.transaction(work).immediate(),
    rehearse: (work) => {
      connection.exec('begin immediate');
      try {
        return work();
      } finally {
        connection.exec('rollback');
      }
    },
    close: () => connection.close(),
  };
}

function openCurrent(file: string): Libsql.Database {
  // What lies beside an emptied file would keep it locked.
  if (statSync(file, { throwIfNoEntry: false })?.size === 0) discard(file);
  const connection = connect(file);
  const version = versionOf(connection);
  if (version === SCHEMA_VERSION) return connection;
  const lastGood = version === 0 ? [] : salvage(wrap(connection));
  connection.close();
  return rebuild(file, lastGood);
}

interface LastGood {
  readonly path: string;
  readonly contents: string;
  readonly gone_at: number | null;
}

/** What a file of other tables, or a damaged one, knew of files that are broken now. */
function salvage(database: Database): readonly LastGood[] {
  try {
    return database.list('listLastGood').map((row) => ({
      path: row.text('path'),
      contents: row.text('contents'),
      gone_at: row.numberOrNull('gone_at'),
    }));
  } catch (cause) {
    if (hasCode(cause, /^SQLITE_(BUSY|LOCKED)/)) throw cause;
    // None of ours, or damaged just there.
    return [];
  }
}

/** A new file in place of the old one. It is made beside it, so that a stop loses nothing. */
function rebuild(file: string, lastGood: readonly LastGood[]): Libsql.Database {
  if (file !== ':memory:') discard(`${file}.new`);
  const fresh = new Libsql(file === ':memory:' ? file : `${file}.new`);
  fresh.exec(`begin; ${schema} ${lastingSchema} pragma user_version = ${SCHEMA_VERSION}; commit;`);
  const keep = fresh.prepare(statements.keepLastGood);
  fresh.transaction(() => {
    for (const row of lastGood) keep.run({ ...row });
  })();
  if (file === ':memory:') return fresh;
  fresh.close();
  // Of the old file first what would be taken for the new one's.
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(`${file}.new`, file);
  const connection = connect(file);
  versionOf(connection);
  return connection;
}

// All of it is derived from the content: starting again is safe, and simpler than migrating.
function discard(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

function isDamage(cause: unknown): boolean {
  return hasCode(cause, /^SQLITE_(CORRUPT|NOTADB)/);
}

/** Whether an error says that the file is no longer there, or no longer what it was. */
export function isLost(cause: unknown): boolean {
  return hasCode(cause, /^SQLITE_(CORRUPT|NOTADB|READONLY|IOERR|CANTOPEN)/);
}

function hasCode(cause: unknown, pattern: RegExp): boolean {
  return cause instanceof Error && 'code' in cause && pattern.test(`${cause.code}`);
}

function connect(file: string, options?: Libsql.Options): Libsql.Database {
  const connection = new Libsql(file, options);
  connection.exec('pragma busy_timeout = 2000');
  return connection;
}

/** The version of a file's tables; 0 of a new one, -1 of one that is none of ours or damaged. */
function versionOf(connection: Libsql.Database): number {
  try {
    connection.exec('pragma journal_mode = wal; pragma synchronous = normal;');
    lookIntoTables(connection);
    return new Row(connection.prepare('pragma user_version').get()).number('user_version');
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    return -1;
  }
}

/** Reads the beginning of each table: what is damaged there is better found now than by a reader. */
function lookIntoTables(connection: Libsql.Database): void {
  const tables = connection.prepare(`select name from sqlite_schema where type = 'table'`).all();
  for (const table of tables) {
    connection.prepare(`select * from "${new Row(table).text('name')}" limit 1`).get();
  }
}
