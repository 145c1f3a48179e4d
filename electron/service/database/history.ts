/** History by generated triggers: every changed row of an action is kept, to be read, undone and redone. */
import { trackedTables, type TrackedTable } from '#shared/kinds.ts';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/base/result.ts';
import type { RawDatabase } from './connect.ts';
import type { Row } from './tables.ts';

type StoredRow = Record<string, string | number | null>;
type HistoryRow = Row<'history'>;
type TransactionRow = Row<'transactions'>;

/** Quiet columns say nothing to a reader and follow from the others; they are restored with the rest. */
const quoted = (name: string): string => `"${name}"`;

function columnsOf(db: RawDatabase, table: string): string[] {
  return (db.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
}

/**
 * Installs the triggers on this connection. They are temporary, made anew at each opening from the schema as it is, so they
 * can never lag behind a migration; they record only while an action has named itself with `beginAction`.
 */
export function installHistory(db: RawDatabase): void {
  db.exec(`create temp table if not exists historyContext (id integer primary key check (id = 1), transactionSeq integer);
    insert or ignore into historyContext values (1, null);`);
  for (const table of trackedTables) {
    const columns = columnsOf(db, table);
    const all = (prefix: string): string =>
      `json_object(${columns.map((column) => `'${column}', ${prefix}."${column}"`).join(', ')})`;
    const changed = (side: 'old' | 'new'): string =>
      `(select json_group_object(k, v) from (${columns
        .filter((column) => column !== 'seq' && column !== 'id')
        .map(
          (column) => `select '${column}' as k, ${side}."${column}" as v where old."${column}" is not new."${column}"`,
        )
        .join(' union all ')}))`;
    const insertInto = `insert into history (transactionSeq, tableName, recordId, operation, before, after)
      values ((select transactionSeq from historyContext), '${table}',`;
    const recording = `(select transactionSeq from historyContext) is not null`;
    db.exec(`
      create temp trigger if not exists "history_${table}_insert" after insert on main."${table}"
        when ${recording}
        begin ${insertInto} new.id, 'insert', null, ${all('new')}); end;
      create temp trigger if not exists "history_${table}_delete" after delete on main."${table}" when ${recording}
        begin ${insertInto} old.id, 'delete', ${all('old')}, null); end;
      create temp trigger if not exists "history_${table}_update" after update on main."${table}"
        when ${recording} and (${columns.map((column) => `old."${column}" is not new."${column}"`).join(' or ')})
        begin ${insertInto} new.id, 'update', ${changed('old')}, ${changed('new')}); end;`);
  }
}

export interface ActionHead {
  procedure: string;
  actor: string;
  origin: 'app' | 'cli';
  at: string;
}

/** Opens the record of an action inside the transaction already begun; returns its number. What had been undone can no longer be redone. */
export function beginAction(db: RawDatabase, head: ActionHead): number {
  const { lastInsertRowid } = db
    .prepare(
      `insert into transactions (procedure, summary, actor, origin, at, state) values (?, '{}', ?, ?, ?, 'done')`,
    )
    .run(head.procedure, head.actor, head.origin, head.at);
  const seq = Number(lastInsertRowid);
  db.prepare(`update historyContext set transactionSeq = ?`).run(seq);
  return seq;
}

/** Only the stamp moved: such a row is put back by undo with the rest, but makes no action of its own. */
const onlyStamp = `operation = 'update' and after = json_object('updatedAt', after ->> '$.updatedAt')`;

/** Closes the record; an action that changed nothing leaves none. Returns whether it changed something. */
export function endAction(db: RawDatabase, seq: number, summary: Record<string, unknown>): boolean {
  stopRecording(db);
  const changed =
    db.prepare(`select 1 from history where transactionSeq = ? and not (${onlyStamp}) limit 1`).get(seq) !== undefined;
  if (changed) {
    db.prepare('update transactions set summary = ? where seq = ?').run(JSON.stringify(summary), seq);
    db.prepare(
      `update history set payload = null where transactionSeq in (select seq from transactions where state = 'undone')`,
    ).run();
    db.prepare(`update transactions set state = 'discarded' where state = 'undone'`).run();
  } else {
    db.prepare('delete from history where transactionSeq = ?').run(seq);
    db.prepare('delete from transactions where seq = ?').run(seq);
  }
  return changed;
}

/** Stops recording; called by `endAction` and when a transaction is rolled back (a temporary table rolls back too, but a lost connection does not). */
export function stopRecording(db: RawDatabase): void {
  db.prepare(`update historyContext set transactionSeq = null`).run();
}

/**
 * Runs `insert` with row-by-row recording of insertions into these tables off, then records the rows added to each as one
 * run of `seq`. Updates and deletions made meanwhile are recorded as ever. Only inside an action.
 */
export function recordBulk<T>(db: RawDatabase, tables: TrackedTable[], insert: () => T): T {
  const marks = tables.map((table) => ({ table, before: lastSeq(db, table), trigger: takeTrigger(db, table) }));
  const close = (): void => {
    for (const { table, before, trigger } of marks) {
      db.exec(trigger);
      const after = lastSeq(db, table);
      if (after > before) {
        db.prepare(
          `insert into history (transactionSeq, tableName, operation, firstSeq, lastSeq) values ((select transactionSeq from historyContext), ?, 'bulk', ?, ?)`,
        ).run(table, before + 1, after);
      }
    }
  };
  const result = insert();
  if (result instanceof Promise) {
    return result.then((value) => {
      close();
      return value;
    }) as T;
  }
  close();
  return result;
}

/**
 * Takes the trigger of insertions away and answers how it is made again: one that only looks and does nothing costs a third
 * of an insertion. It is part of the transaction: when that is rolled back it stands again.
 */
function takeTrigger(db: RawDatabase, table: TrackedTable): string {
  const name = `history_${table}_insert`;
  const made = db.prepare(`select sql from sqlite_temp_schema where type = 'trigger' and name = ?`).pluck().get(name);
  if (typeof made !== 'string') throw new Error(`no trigger ${name}`);
  db.exec(`drop trigger temp."${name}"`);
  return made.replace(/^create\s+trigger/i, 'create temp trigger');
}

function lastSeq(db: RawDatabase, table: string): number {
  return (db.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table) as number | undefined) ?? 0;
}

export function lastDone(db: RawDatabase): TransactionRow | undefined {
  return db.prepare(`select * from transactions where state = 'done' order by seq desc limit 1`).get() as
    | TransactionRow
    | undefined;
}

export function nextUndone(db: RawDatabase): TransactionRow | undefined {
  return db.prepare(`select * from transactions where state = 'undone' order by seq limit 1`).get() as
    | TransactionRow
    | undefined;
}

/** Undoes the last action and returns it. Throws `nothing_to_undo`. */
export function undo(db: RawDatabase, at: string): TransactionRow {
  return replay(db, 'undo', at);
}

/** Does again the action undone last. Throws `nothing_to_redo`. */
export function redo(db: RawDatabase, at: string): TransactionRow {
  return replay(db, 'redo', at);
}

function replay(db: RawDatabase, direction: 'undo' | 'redo', at: string): TransactionRow {
  const transaction = direction === 'undo' ? lastDone(db) : nextUndone(db);
  if (transaction === undefined) throw new AppError(direction === 'undo' ? 'nothing_to_undo' : 'nothing_to_redo');
  db.transaction(() => {
    db.pragma('defer_foreign_keys = ON');
    stopRecording(db);
    const seqs = db
      .prepare(`select seq from history where transactionSeq = ? order by seq ${direction === 'undo' ? 'desc' : 'asc'}`)
      .pluck()
      .all(transaction.seq) as number[];
    const read = db.prepare('select * from history where seq = ?');
    for (const seq of seqs) {
      const row = read.get(seq) as HistoryRow;
      if (direction === 'undo') undoRow(db, row);
      else redoRow(db, row);
    }
    db.prepare('update transactions set state = ?, undoneAt = ? where seq = ?').run(
      direction === 'undo' ? 'undone' : 'done',
      direction === 'undo' ? at : null,
      transaction.seq,
    );
  }).immediate();
  return transaction;
}

function undoRow(db: RawDatabase, row: HistoryRow): void {
  if (row.operation === 'insert') removeRow(db, row.tableName, row.recordId);
  else if (row.operation === 'delete') restoreRow(db, row.tableName, parse(row.before));
  else if (row.operation === 'update') writeColumns(db, row.tableName, row.recordId, parse(row.before));
  else undoBulk(db, row);
}

function redoRow(db: RawDatabase, row: HistoryRow): void {
  if (row.operation === 'insert') restoreRow(db, row.tableName, parse(row.after));
  else if (row.operation === 'delete') removeRow(db, row.tableName, row.recordId);
  else if (row.operation === 'update') writeColumns(db, row.tableName, row.recordId, parse(row.after));
  else redoBulk(db, row);
}

function parse(text: string | null): StoredRow {
  return JSON.parse(text ?? '{}') as StoredRow;
}

function removeRow(db: RawDatabase, table: string, id: string | null): void {
  db.prepare(`delete from ${quoted(table)} where id = ?`).run(id);
}

function restoreRow(db: RawDatabase, table: string, row: StoredRow): void {
  const columns = Object.keys(row);
  db.prepare(
    `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  ).run(...columns.map((column) => row[column] ?? null));
}

function writeColumns(db: RawDatabase, table: string, id: string | null, values: StoredRow): void {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  db.prepare(
    `update ${quoted(table)} set ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} where id = ?`,
  ).run(...columns.map((column) => values[column] ?? null), id);
}

const chunkRows = 5000;

/** The rows of a run are kept compressed only once they leave the table: before that the table itself is the copy. */
function undoBulk(db: RawDatabase, row: HistoryRow): void {
  const chunks: Buffer[] = [];
  let chunk: unknown[][] = [];
  const columns = columnsOf(db, row.tableName);
  const flush = (): void => {
    const packed = deflateRawSync(JSON.stringify(chunk), { level: 1 });
    const length = Buffer.alloc(4);
    length.writeUInt32LE(packed.length);
    chunks.push(length, packed);
    chunk = [];
  };
  for (const values of db
    .prepare(
      `select ${columns.map(quoted).join(', ')} from ${quoted(row.tableName)} where seq between ? and ? order by seq`,
    )
    .raw()
    .iterate(row.firstSeq, row.lastSeq)) {
    chunk.push(values as unknown[]);
    if (chunk.length === chunkRows) flush();
  }
  flush();
  // One by one and last first: within a run a later row may refer to an earlier one (a territory to its parent).
  const remove = db.prepare(`delete from ${quoted(row.tableName)} where seq = ?`);
  for (let seq = row.lastSeq ?? 0; seq >= (row.firstSeq ?? 1); seq -= 1) remove.run(seq);
  db.prepare('update history set payload = ?, after = ? where seq = ?').run(
    Buffer.concat(chunks),
    JSON.stringify(columns),
    row.seq,
  );
}

function redoBulk(db: RawDatabase, row: HistoryRow): void {
  const columns = JSON.parse(row.after ?? '[]') as string[];
  const insert = db.prepare(
    `insert into ${quoted(row.tableName)} (${columns.map(quoted).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const payload = Buffer.from(row.payload ?? new Uint8Array());
  for (let at = 0; at < payload.length;) {
    const length = payload.readUInt32LE(at);
    for (const values of JSON.parse(
      inflateRawSync(payload.subarray(at + 4, at + 4 + length)).toString('utf8'),
    ) as unknown[][])
      insert.run(...values);
    at += 4 + length;
  }
  db.prepare('update history set payload = null where seq = ?').run(row.seq);
}
