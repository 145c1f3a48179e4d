/** Opens connections to a workspace file with the settings on which its safety rests. */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { localDate } from '#shared/base/days.ts';
import { fold } from '#shared/base/fold.ts';
import type { Tables } from './tables.ts';

export type RawDatabase = Database.Database;

/** 'MAIL' in ASCII: tells a workspace from any other SQLite file. */
export const applicationId = 0x4d41494c;

/**
 * The connection that writes. WAL lets readers go on during a long import. `synchronous = FULL` because a person's action
 * that was answered with "saved" must outlive a power cut; NORMAL would only save its order. Actions are few, the cost is
 * one fsync each.
 */
export function openWriter(path: string): RawDatabase {
  const db = new Database(path, { timeout: 2000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  prepare(db);
  return db;
}

/** A connection that cannot write, for reads and exports; it sees the last committed state. */
export function openReader(path: string): RawDatabase {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 });
  prepare(db);
  return db;
}

function prepare(db: RawDatabase): void {
  db.pragma('foreign_keys = ON');
  // A workspace may come from a stranger: its schema must not be able to call functions with side effects.
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -32768');
  // A mapped file that another program cuts short takes the process with it (SIGBUS); read by call, it is an error like others.
  db.pragma('mmap_size = 0');
  // The local day, as everything else counts days. `(select today())` asks for it once a query.
  db.function('today', () => localDate(new Date()));
  db.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : null));
}

/** Kysely over a raw connection; closing it is the owner's business. */
export function kyselyOver(db: RawDatabase): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: rememberingStatements(db) }) });
}

/** Statements kept ready: more than the app has, but not without end, since filters change their text. */
const maximumStatements = 300;

/** Preparing a list's query costs as much as running it; the same text is prepared once. */
function rememberingStatements(db: RawDatabase): Pick<RawDatabase, 'prepare' | 'close'> {
  const known = new Map<string, Database.Statement>();
  return {
    close: () => db.close(),
    prepare: ((text: string) => {
      // A full disk makes SQLite take a transaction back by itself: to take it back again would hide the reason.
      if (text === 'rollback' && !db.inTransaction) return db.prepare('select 0');
      const ready = known.get(text);
      if (ready !== undefined && !ready.busy) return ready;
      const made = db.prepare(text);
      if (known.size >= maximumStatements) known.delete(known.keys().next().value ?? '');
      known.set(text, made);
      return made;
    }) as RawDatabase['prepare'],
  };
}
