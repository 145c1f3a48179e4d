/**
 * Ties a log of changes (`-wal`) to the file it belongs to. SQLite replays whatever log lies beside a file, also one that a
 * crash left there before a sync program put another file in that place: the new file would be ruined. So every log begins
 * with a change of the mark that names the mark the file had, and only a log that names its file's mark is let through.
 */
import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { RawDatabase } from './connect.ts';

/** The version that brought the table; older files have no mark. */
const markVersion = 6;
const pattern = /maillage-mark ([0-9a-f]{32}) ([0-9a-f]{32})/;
const nothingBefore = '0'.repeat(32);

interface Mark {
  /** The mark that the file had before. */
  before: string;
  mark: string;
}

function hasMark(db: RawDatabase): boolean {
  return (db.pragma('user_version', { simple: true }) as number) >= markVersion;
}

/** Gives the file a new mark; the first change of each log, alone or within a transaction. */
export function renewMark(db: RawDatabase): void {
  if (!hasMark(db)) return;
  db.prepare(
    `update "fileMark" set mark = 'maillage-mark ' || substr(mark, 48) || ' ' || lower(hex(randomblob(16)))`,
  ).run();
}

/** The page of the file that holds the mark, whole, so that two moments of it can be compared; null in a file without one. */
export function markPage(db: RawDatabase): number | null {
  if (!hasMark(db)) return null;
  return db.prepare(`select rootpage from sqlite_schema where name = 'fileMark'`).pluck().get() as number;
}

/** The mark on a page: a leaf of a table of one row, as SQLite's file format has it. */
function markOn(page: Buffer): Mark | null {
  if (page.length < 100 || page[0] !== 0x0d || page.readUInt16BE(3) !== 1) return null;
  const cell = page.readUInt16BE(8);
  const [, before, mark] = pattern.exec(page.toString('latin1', cell, cell + 100)) ?? [];
  return before === undefined || mark === undefined ? null : { before, mark };
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  const read = readSync(file, buffer, 0, length, position);
  return buffer.subarray(0, read);
}

interface Log {
  /** Whether it holds a whole transaction: what does not is never replayed. */
  committed: boolean;
  pageSize: number;
  /** Where the first mark was found, and what it says the file had. */
  page: number | null;
  before: string;
  marks: Set<string>;
}

const logHeader = 32;
const frameHeader = 24;

/** What a log says of the file it was written for; null for one that SQLite itself would not read. */
function readLog(file: number): Log | null {
  const head = readAt(file, 0, logHeader);
  if (head.length < logHeader || (head.readUInt32BE(0) & ~1) >>> 0 !== 0x377f0682) return null;
  const pageSize = head.readUInt32BE(8);
  if (pageSize < 512 || pageSize > 65_536) return null;
  const log: Log = { committed: false, pageSize, page: null, before: '', marks: new Set() };
  for (let at = logHeader; ; at += frameHeader + pageSize) {
    const frame = readAt(file, at, frameHeader);
    // A frame of another generation than the log: what follows is older than what was read.
    if (frame.length < frameHeader || !frame.subarray(8, 16).equals(head.subarray(16, 24))) return log;
    const page = frame.readUInt32BE(0);
    if (log.page === null || log.page === page) {
      const mark = markOn(readAt(file, at + frameHeader, pageSize));
      if (mark !== null) {
        if (log.page === null) Object.assign(log, { page, before: mark.before });
        log.marks.add(mark.mark);
      }
    }
    if (frame.readUInt32BE(4) !== 0) log.committed = true;
  }
}

function belongs(log: Log, file: number): boolean {
  const head = readAt(file, 0, 100);
  if (head.length < 100) return false;
  if (log.page === null) return head.readUInt32BE(60) < markVersion;
  const stored = head.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  if (pageSize !== log.pageSize) return false;
  const mark = markOn(readAt(file, (log.page - 1) * pageSize, pageSize));
  // A folding in that a crash cut short has put one of the log's own marks into the file already.
  return mark === null ? log.before === nothingBefore : mark.mark === log.before || log.marks.has(mark.mark);
}

/**
 * Whether the log beside the file at `path` may be replayed into it: none, an empty one, or its own. To be asked before SQLite
 * opens the file, and while nobody else has it open.
 */
export function isLogOwn(path: string): boolean {
  const log = `${path}-wal`;
  if ((lstatSync(log, { throwIfNoEntry: false })?.size ?? 0) <= logHeader) return true;
  const logFile = openSync(log, 'r');
  const file = openSync(path, 'r');
  try {
    const said = readLog(logFile);
    return said === null || !said.committed || (fstatSync(file).size > 0 && belongs(said, file));
  } finally {
    closeSync(file);
    closeSync(logFile);
  }
}

/** The bytes of the file by which it is known again: its header and its mark. */
export function fingerprint(file: number, page: number | null): Buffer {
  const head = readAt(file, 0, 100);
  if (page === null || head.length < 100) return head;
  const stored = head.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  return Buffer.concat([head, readAt(file, (page - 1) * pageSize, pageSize)]);
}
