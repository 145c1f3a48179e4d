/** What a timeline draws: campaigns with their phases and tasks, as spans of days. */
import type { OutputOf } from '#shared/contract.ts';
import type { Phase, Task } from '#shared/campaigns/contract.ts';
import { dayNumber } from '#shared/base/days.ts';

type Plan = OutputOf<'campaigns.plan'>;
export type PlanBar = Plan['campaigns'][number];

/** Both days counted, as numbers since 1970. */
export interface Span {
  start: number;
  end: number;
}

interface Base extends Span {
  id: string;
  campaignId: string;
  title: string;
  colour: string | null;
}

export interface CampaignItem extends Base {
  kind: 'campaign';
  bar: PlanBar;
  phases: PhaseItem[];
  tasks: TaskItem[];
}

export interface PhaseItem extends Base {
  kind: 'phase';
  phase: Phase;
}

export interface TaskItem extends Base {
  kind: 'task';
  task: Task;
  /** A due date alone. */
  milestone: boolean;
}

export type Item = CampaignItem | PhaseItem | TaskItem;

/** A closed or archived campaign stays where it was. */
export function isLocked(item: Item): boolean {
  return item.kind === 'campaign' && (item.bar.status === 'closed' || item.bar.status === 'archived');
}

function byCampaign<T extends { campaignId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const list = found.get(row.campaignId);
    if (list === undefined) found.set(row.campaignId, [row]);
    else list.push(row);
  }
  return found;
}

export function phaseItem(phase: Phase, title: string, colour: string | null): PhaseItem {
  return {
    kind: 'phase',
    id: phase.id,
    campaignId: phase.campaignId,
    title,
    colour,
    start: dayNumber(phase.startDate),
    end: dayNumber(phase.endDate),
    phase,
  };
}

export function taskItem(task: Task, colour: string | null): TaskItem {
  return {
    kind: 'task',
    id: task.id,
    campaignId: task.campaignId,
    title: task.title,
    colour,
    start: dayNumber(task.startDate ?? task.dueDate),
    end: dayNumber(task.dueDate),
    task,
    milestone: task.startDate === null,
  };
}

/** The plan as items; `phaseName` gives a phase without a title its name. */
export function itemsOf(
  { campaigns, phases, tasks }: Pick<Plan, 'campaigns' | 'phases' | 'tasks'>,
  phaseName: (phase: Phase) => string,
): CampaignItem[] {
  const [phasesOf, tasksOf] = [byCampaign(phases), byCampaign(tasks)];
  return campaigns.map((bar) => ({
    kind: 'campaign',
    id: bar.id,
    campaignId: bar.id,
    title: bar.title,
    colour: bar.colour,
    start: dayNumber(bar.startDate),
    end: dayNumber(bar.endDate),
    bar,
    phases: (phasesOf.get(bar.id) ?? []).map((phase) => phaseItem(phase, phase.title ?? phaseName(phase), bar.colour)),
    tasks: (tasksOf.get(bar.id) ?? []).map((task) => taskItem(task, bar.colour)),
  }));
}

/** The parts in the order in which they are listed: each phase with its tasks, then tasks without a phase; by date. */
export function partsInOrder({ phases, tasks }: Pick<CampaignItem, 'phases' | 'tasks'>): (PhaseItem | TaskItem)[] {
  const byDate = <T extends Span>(list: readonly T[]): T[] =>
    [...list].sort((a, b) => a.start - b.start || a.end - b.end);
  const known = new Set(phases.map((phase) => phase.id));
  const loose = tasks.filter(({ task }) => task.phaseId === null || !known.has(task.phaseId));
  return [
    ...byDate(phases).flatMap((phase) => [phase, ...byDate(tasks.filter(({ task }) => task.phaseId === phase.id))]),
    ...byDate(loose),
  ];
}
