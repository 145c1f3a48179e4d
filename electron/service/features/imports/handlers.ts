/** Imports: look, try, take in, save what was rejected. A try and an import go by the same plan. */
import type { ImportInput, ImportReport, importsContract } from '#shared/import/contract.ts';
import { newId } from '#shared/base/ids.ts';
import { headerSignature } from '#shared/import/propose.ts';
import { AppError } from '#shared/base/result.ts';
import type { HandlersOf, JobContext } from '../../context.ts';
import type { RawDatabase } from '../../database/connect.ts';
import { openSource } from '../../sources/source.ts';
import { newRecord } from '../../records/records.ts';
import { isOneOf } from '../../records/scope.ts';
import type { Workspace } from '../../workspace.ts';
import { corrected, correctionsOf, leaveOutRefused, leftOutNotes } from '../../engines/intake/corrections.ts';
import { inspectSource } from '../../engines/intake/inspect.ts';
import { planImport, type Plan } from '../../engines/intake/plan.ts';
import { saveRejects } from './rejects.ts';
import { writePlan } from '../../engines/intake/write.ts';
import type { Source } from '../../sources/rows.ts';

/** The latest plans of a workspace, so that their rows can be paged through; they go with it. */
const plans = new WeakMap<Workspace, Map<string, Plan>>();
const keptPlans = 2;

function keep(workspace: Workspace, plan: Plan): string {
  const kept = plans.get(workspace) ?? new Map<string, Plan>();
  plans.set(workspace, kept);
  const id = newId();
  // What is to be written is not needed any more; what was found is.
  plan.changes.close();
  kept.set(id, plan);
  for (const [old, { outcomes, rejected }] of kept) {
    if (kept.size <= keptPlans) break;
    kept.delete(old);
    outcomes.close();
    rejected.close();
  }
  return id;
}

function planOf(workspace: Workspace, id: string): Plan {
  const plan = plans.get(workspace)?.get(id);
  if (plan === undefined) throw new AppError('not_found', { table: 'imports', id });
  return plan;
}

function reportOf(plan: Plan): ImportReport {
  return {
    counts: plan.counts,
    also: plan.also,
    notes: plan.notes,
    key: plan.key,
    unread: plan.unread,
    totals: plan.totals,
    reasons: plan.reasons,
  };
}

async function withSource<T>(
  input: Pick<ImportInput, 'path' | 'sheet' | 'encoding' | 'delimiter' | 'hiddenRows' | 'headerLine' | 'markFaults'>,
  work: (source: Source) => Promise<T> | T,
): Promise<T> {
  const source = await openSource(input.path, input);
  try {
    return await work(source);
  } finally {
    source.close();
  }
}

/** So often values are left out and the rows tried again: a row tells five of its faults at a time. */
const mostTries = 5;

function makePlan(job: JobContext, raw: RawDatabase, input: ImportInput): Promise<Plan> {
  return withSource(input, async (source) => {
    const corrections = correctionsOf(source, input.corrections);
    const leftOut = new Map<string, number[]>();
    for (let tries = 1; ; tries += 1) {
      const plan = await planImport(
        raw,
        corrected(source, corrections),
        input,
        { resources: job.host.resources, now: job.now, today: job.today },
        job.catalogue.judges[input.kind],
        async (done) => {
          job.progress({ done, total: null, label: 'readingRows' });
          await job.breathe();
        },
      );
      const more = tries > mostTries ? new Map<string, number[]>() : leaveOutRefused(corrections, source, plan, input);
      if (more.size === 0) return { ...plan, notes: [...plan.notes, ...leftOutNotes(leftOut)] };
      for (const [column, lines] of more) leftOut.set(column, [...(leftOut.get(column) ?? []), ...lines]);
      for (const spent of [plan.changes, plan.outcomes, plan.rejected]) spent.close();
    }
  });
}

/** The columns of this file, as they were mapped now, for the next file with the same header. */
function remember(raw: RawDatabase, input: ImportInput, columns: string[], now: string): void {
  const record = newRecord(now);
  raw
    .prepare(`insert into importMappings (id, kind, signature, mapping, createdAt, updatedAt) values (?, ?, ?, ?, ?, ?)
    on conflict (kind, signature) do update set mapping = excluded.mapping, updatedAt = excluded.updatedAt where mapping <> excluded.mapping`)
    .run(record.id, input.kind, headerSignature(columns), JSON.stringify(input.mapping), now, now);
}

const lastChange = (raw: RawDatabase): number =>
  raw.prepare('select coalesce(max(seq), 0) from history').pluck().get() as number;

export const importsHandlers: HandlersOf<typeof importsContract> = {
  'imports.inspect': async (job, input) => {
    await job.breathe();
    // Faults of the encoding are shown in their place, where it can be chosen anew.
    return withSource({ ...input, markFaults: true }, (source) => inspectSource(job.raw, source, input.kind));
  },

  'imports.dryRun': async (job, input) => {
    const plan = await makePlan(job, job.raw, input);
    return { ...reportOf(plan), planId: keep(job.workspace, plan) };
  },

  'imports.outcomes': ({ workspace }, { planId, status, offset, limit }) => {
    const { outcomes } = planOf(workspace, planId);
    return { rows: outcomes.page(status, offset, limit), total: outcomes.count(status) };
  },

  'imports.commit': async (job, input) => {
    const seen = lastChange(job.raw);
    let plan = await makePlan(job, job.raw, input);
    if (plan.changes.count() > 0) {
      await job.write(async ({ raw, now, note }) => {
        // Someone changed the data while the file was being read: the plan is made again on what is true now.
        if (lastChange(raw) !== seen) plan = await makePlan(job, raw, input);
        const total = plan.changes.count();
        await writePlan(raw, plan.changes, async (done) => {
          job.progress({ done, total, label: 'writingRows' });
          await job.breathe();
        });
        remember(raw, input, plan.columns, now);
        note({
          file: input.path.replace(/^.*[\\/]/, ''),
          count: plan.counts.created + plan.counts.updated,
          kind: input.kind,
        });
      });
    }
    return { ...reportOf(plan), planId: keep(job.workspace, plan) };
  },

  'imports.saveRejects': async (job, { planId, outPath }) => {
    const rows = await saveRejects(planOf(job.workspace, planId), outPath, job);
    return { path: outPath, rows };
  },

  'imports.mappings': async ({ db }) => {
    const rows = await db
      .selectFrom('importMappings')
      .select(['id', 'kind', 'mapping', 'updatedAt'])
      .orderBy('updatedAt', 'desc')
      .execute();
    return {
      rows: rows.map(({ mapping, kind, ...row }) => ({
        ...row,
        kind: kind as ImportInput['kind'],
        columns: Object.keys(JSON.parse(mapping) as object),
      })),
    };
  },

  'imports.forgetMappings': async ({ db, note }, { ids }) => {
    const result = await db.deleteFrom('importMappings').where(isOneOf('id', ids)).executeTakeFirst();
    const count = Number(result.numDeletedRows);
    note({ count });
    return { count };
  },
};
