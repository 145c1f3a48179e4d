/** Campaigns, their phases and their tasks as the views of time draw them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, Task } from '#shared/campaigns/contract.ts';
import { campaignStatuses, type CampaignStatus, type PhaseKind } from '#shared/campaigns/lists.ts';
import type { OutputOf } from '#shared/contract.ts';
import { useFormat } from '../../../lib/format.ts';
import type { TimeItem, TimePhase, TimePlan, TimeRecord, TimeTask } from '../../../lib/time-source.ts';
import { today } from '../../../lib/today.ts';
import { campaignMarks, useCampaignWords } from '../words.ts';
import type { PlanBar } from './plan-bar.ts';

export const source = 'campaigns';

const stages: Record<CampaignStatus, TimeItem['stage']> = {
  draft: 'draft',
  ready: 'ready',
  running: 'running',
  closed: 'over',
  archived: 'over',
};
const looks: Record<PhaseKind, TimePhase['look']> = {
  teasing: 'before',
  launch: 'peak',
  relance: 'main',
  results: 'after',
  other: 'main',
};

type Plan = Omit<OutputOf<'campaigns.plan'>, 'total'> & { total?: number };

const recordOf = (id: string): TimeRecord => ({ kind: 'campaign', id });

/** What a campaign's tasks tell of it: how many are open, and how many would begin too early. */
interface Sums {
  total: number;
  open: number;
  early: number;
}

function sumsOf(tasks: readonly Task[]): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { campaignId, doneOn, tooEarly } of tasks) {
    const own = sums.get(campaignId) ?? { total: 0, open: 0, early: 0 };
    own.total += 1;
    if (doneOn === null) own.open += 1;
    if (tooEarly) own.early += 1;
    sums.set(campaignId, own);
  }
  return sums;
}

const said = (parts: readonly (string | null)[]): string[] => parts.filter((part) => part !== null);

export function useTimePlan(): (plan: Plan) => TimePlan {
  const { t } = useTranslation(['campaigns', 'timeline']);
  const words = useCampaignWords();
  const format = useFormat();
  return useMemo(() => {
    const statuses = campaignStatuses.map((status) => ({ id: status, name: words.status(status) }));
    const statusOf = new Map(statuses.map(({ id, name }) => [id, name]));
    const item = (bar: PlanBar, sums: Sums | undefined): TimeItem => ({
      source,
      ...recordOf(bar.id),
      title: bar.title,
      colour: bar.colour,
      startDate: bar.startDate,
      endDate: bar.endDate,
      stage: stages[bar.status],
      mark: campaignMarks[bar.status],
      status: statusOf.get(bar.status) ?? '',
      facts: () =>
        said([
          statusOf.get(bar.status) ?? null,
          t('scope.sites', { count: bar.sites, number: format.number(bar.sites) }),
          sums === undefined
            ? null
            : t('tasksOpen', { open: format.number(sums.open), total: format.number(sums.total) }),
          bar.tasksLate > 0 ? t('late', { count: bar.tasksLate, number: format.number(bar.tasksLate) }) : null,
          sums !== undefined && sums.early > 0
            ? t('early', { count: sums.early, number: format.number(sums.early) })
            : null,
        ]),
      fixed: bar.status === 'closed' || bar.status === 'archived',
      late: bar.tasksLate > 0,
      lanes: {
        territory: bar.territoryIds,
        ...(bar.theme === null ? {} : { theme: [bar.theme] }),
        ...(bar.owner === null ? {} : { owner: [bar.owner] }),
        status: [bar.status],
      },
    });
    const phase = (row: Phase): TimePhase => {
      const title = row.title ?? words.phase(row.kind);
      return {
        source,
        of: recordOf(row.campaignId),
        id: row.id,
        title,
        startDate: row.startDate,
        endDate: row.endDate,
        look: looks[row.kind],
        facts: () =>
          said([words.phase(row.kind), row.asksSites ? t('plan.asks') : null]).filter((part) => part !== title),
      };
    };
    const task = (row: Task): TimeTask => ({
      source,
      of: recordOf(row.campaignId),
      id: row.id,
      title: row.title,
      startDate: row.startDate,
      dueDate: row.dueDate,
      doneOn: row.doneOn,
      phaseId: row.phaseId,
      dependsOn: row.dependsOn,
      tooEarly: row.tooEarly,
      facts: () =>
        said([
          row.doneOn === null ? null : t('plan.doneOn', { date: format.date(row.doneOn) }),
          row.doneOn === null && row.dueDate < today() ? t('plan.late') : null,
          row.tooEarly ? t('plan.tooEarly') : null,
          row.asksSites ? t('plan.asks') : null,
          row.owner,
        ]),
    });
    return ({ campaigns, phases, tasks, total }) => {
      const sums = sumsOf(tasks);
      return {
        items: campaigns.map((bar) => item(bar, sums.get(bar.id))),
        phases: phases.map(phase),
        tasks: tasks.map(task),
        total: total ?? campaigns.length,
        statuses,
      };
    };
  }, [t, words, format]);
}
