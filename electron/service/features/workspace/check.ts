/** The integrity check on request: the file, its references, and the content of its attachments. */
import { trackedTables } from '#shared/kinds.ts';
import { statSync } from 'node:fs';
import type { z } from 'zod';
import { type checkReportSchema } from '#shared/workspace/contract.ts';
import type { JobContext } from '../../context.ts';
import { schemaVersion } from '../../database/migrate.ts';
import { hashOf } from '../../formats/images.ts';

type CheckReport = z.infer<typeof checkReportSchema>;

/** Reads everything and changes nothing; a problem is told in SQLite's own words, which support needs. */
export async function checkWorkspace({ raw, workspace, progress, breathe }: JobContext): Promise<CheckReport> {
  const problems: CheckReport['problems'] = [];
  progress({ done: 0, total: 3, label: 'checkingFile' });
  await breathe();
  for (const line of raw.pragma('integrity_check(100)') as { integrity_check: string }[]) {
    if (line.integrity_check !== 'ok') problems.push({ kind: 'integrity', text: line.integrity_check });
  }
  progress({ done: 1, total: 3, label: 'checkingReferences' });
  await breathe();
  for (const row of (raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]).slice(
    0,
    100,
  )) {
    problems.push({ kind: 'foreign_key', text: `${row.table} ${row.rowid} → ${row.parent}` });
  }
  progress({ done: 2, total: 3, label: 'checkingAttachments' });
  const hashes = raw.prepare('select hash from blobs').pluck().all() as string[];
  const read = raw.prepare('select bytes from blobs where hash = ?').pluck();
  for (const hash of hashes) {
    if (hashOf(read.get(hash) as Buffer) !== hash) problems.push({ kind: 'blob', text: hash });
    await breathe();
  }
  const tables = [...trackedTables, 'blobs', 'transactions', 'history'].map((name) => ({
    name,
    rows: raw.prepare(`select count(*) from "${name}"`).pluck().get() as number,
  }));
  return {
    ok: problems.length === 0,
    problems,
    tables,
    size: statSync(workspace.path).size,
    version: schemaVersion(raw),
  };
}
