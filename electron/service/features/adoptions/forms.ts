/** Forms that came back from the sites: looked at, then merged, conflicts settled by the one who merges. */
import { formOutcomes, type adoptionsContract } from '#shared/adoptions/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import type { HandlersOf } from '../../context.ts';
import { answerChange } from '../../domain/adoptions/answering.ts';
import { judgeForms, readForms, type ReturnedRow } from './forms/read.ts';
import { found } from '../../records/records.ts';

type Names = 'adoptions.previewForm' | 'adoptions.mergeForm';

function countsOf(rows: ReturnedRow[]): OutputOf<'adoptions.previewForm'>['counts'] {
  const counts = { apply: 0, same: 0, conflict: 0, invalid: 0, unknown: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}

export const formHandlers: Pick<HandlersOf<typeof adoptionsContract>, Names> = {
  'adoptions.previewForm': async (job, { paths, outcomes, offset, limit }) => {
    const rows = judgeForms(job.raw, await readForms(job, paths));
    const wanted = formOutcomes.flatMap((outcome) =>
      outcomes.length === 0 || outcomes.includes(outcome) ? rows.filter((row) => row.outcome === outcome) : [],
    );
    return { counts: countsOf(rows), rows: wanted.slice(offset, offset + limit), total: wanted.length };
  },

  'adoptions.mergeForm': async (job, { paths, conflicts, rest }) => {
    const lines = await readForms(job, paths);
    return job.write(async ({ db, raw, now, today, note }) => {
      // Judged inside the transaction: what changed since the files were looked at is a conflict like any other.
      const rows = judgeForms(raw, lines);
      let applied = 0;
      let kept = 0;
      for (const row of rows) {
        if (row.said === null || row.adoptionId === null) continue;
        const takesForm =
          row.outcome === 'apply' || (row.outcome === 'conflict' && (conflicts[row.adoptionId] ?? rest) === 'form');
        if (row.outcome === 'conflict' && !takesForm) kept += 1;
        if (!takesForm) continue;
        const { answeredOn, ...said } = row.said;
        const before = found(
          await db.selectFrom('adoptions').selectAll().where('id', '=', row.adoptionId).executeTakeFirst(),
          'adoptions',
          row.adoptionId,
        );
        const change = answerChange(before, answeredOn === null ? said : { ...said, answeredOn }, today);
        await db
          .updateTable('adoptions')
          .set({ ...change, source: row.said.status === 'invited' ? null : 'form', updatedAt: now })
          .where('id', '=', row.adoptionId)
          .execute();
        applied += 1;
      }
      note({ count: applied });
      return { applied, kept, counts: countsOf(rows) };
    });
  },
};
