/** The list of actions, what happened to one record, undo and redo. */
import { sql } from 'kysely';
import type { RecordChange, TransactionEntry, workspaceContract } from '#shared/workspace/contract.ts';

import { AppError } from '#shared/base/result.ts';
import type { HandlersOf, SessionContext } from '../../context.ts';
import { lastDone, nextUndone, redo, undo } from '../../database/history.ts';
import type { ReadDb, Row } from '../../database/tables.ts';
import { inWriteTurn } from '../../writing.ts';
import { namesOf, type Names } from './names.ts';

type Procedures = Extract<keyof typeof workspaceContract, `history.${string}`>;

function entryOf(row: Omit<Row<'transactions'>, 'summary'> & { summary: string }): TransactionEntry {
  return { ...row, summary: JSON.parse(row.summary) as TransactionEntry['summary'] };
}

/** Columns that say nothing to a reader: keys, stamps, and what follows from other columns. */
const silentFields = new Set([
  'seq',
  'id',
  'key',
  'searchKey',
  'createdAt',
  'updatedAt',
  'blobHash',
  'thumbnailHash',
  'snapshot',
  'signature',
  'mapping',
  'overrides',
  'options',
]);

async function recordHistory(
  db: ReadDb,
  names: Names,
  input: { table: string; id: string; limit: number },
): Promise<RecordChange[]> {
  const bulk = sql<boolean>`history.operation = 'bulk' and (select seq from ${sql.table(input.table)} where id = ${input.id}) between history."firstSeq" and history."lastSeq"`;
  const rows = await db
    .selectFrom('history')
    .innerJoin('transactions', 'transactions.seq', 'history.transactionSeq')
    .select(['history.seq as historySeq', 'history.operation', 'history.before', 'history.after'])
    .selectAll('transactions')
    .where('history.tableName', '=', input.table)
    .where(sql<boolean>`(history."recordId" = ${input.id} or (${bulk}))`)
    .orderBy('history.seq', 'desc')
    .limit(input.limit)
    .execute();
  return rows.map(({ historySeq, operation, before, after, ...transaction }) => {
    const old = JSON.parse(operation === 'bulk' ? '{}' : (before ?? '{}')) as Record<string, unknown>;
    const fresh = JSON.parse(operation === 'bulk' ? '{}' : (after ?? '{}')) as Record<string, unknown>;
    const fields = [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter(
      (field) => !silentFields.has(field) && (old[field] ?? null) !== (fresh[field] ?? null),
    );
    return {
      seq: historySeq,
      operation,
      changes: fields.map((field) => ({
        field,
        before: names.of(input.table, field, old[field] ?? null, old),
        after: names.of(input.table, field, fresh[field] ?? null, fresh),
      })),
      transaction: entryOf(transaction),
    };
  });
}

async function step(
  { service, now }: SessionContext,
  direction: 'undo' | 'redo',
  expected?: number,
): Promise<{ transaction: TransactionEntry }> {
  const workspace = service.workspace;
  if (workspace === null) throw new AppError('no_workspace');
  return inWriteTurn(workspace, async (writer) => {
    // The toast's button undoes the action it speaks of, never a later one.
    if (expected !== undefined && lastDone(writer)?.seq !== expected)
      throw new AppError('conflict', { table: 'transactions', id: String(expected) });
    const transaction = direction === 'undo' ? undo(writer, now) : redo(writer, now);
    return {
      transaction: entryOf({
        ...transaction,
        state: direction === 'undo' ? 'undone' : 'done',
        undoneAt: direction === 'undo' ? now : null,
      }),
    };
  });
}

export const historyHandlers: Pick<HandlersOf<typeof workspaceContract>, Procedures> = {
  'history.list': async ({ db }, { offset, limit }) => {
    const rows = await db
      .selectFrom('transactions')
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(limit)
      .offset(offset)
      .execute();
    const { total } = await db
      .selectFrom('transactions')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { rows: rows.map(entryOf), total };
  },

  'history.record': async ({ db, raw, catalogue }, input) => ({
    rows: await recordHistory(db, namesOf(raw, catalogue.names), input),
  }),

  'history.state': ({ raw }) => {
    const done = lastDone(raw);
    const undone = nextUndone(raw);
    return { undo: done === undefined ? null : entryOf(done), redo: undone === undefined ? null : entryOf(undone) };
  },

  'history.undo': (context, { seq }) => step(context, 'undo', seq),
  'history.redo': (context) => step(context, 'redo'),
};
