/** Texts by number in SQLite's own temporary file: it has no name, and is gone when it is closed or the process ends. */
import Database from 'better-sqlite3';

export interface TemporaryTexts {
  write: (number: number, text: string) => void;
  /** Undefined for a number never written. */
  read: (number: number) => string | undefined;
  close: () => void;
}

export function temporaryTexts(): TemporaryTexts {
  const db = new Database('');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('temp_store = FILE');
  db.pragma('cache_size = -1024');
  db.exec('create table texts (number integer primary key, text text not null)');
  const insert = db.prepare('insert into texts values (?, ?)');
  const select = db.prepare('select text from texts where number = ?').pluck();
  return {
    write: (number, text) => void insert.run(number, text),
    read: (number) => select.get(number) as string | undefined,
    close: () => db.close(),
  };
}
