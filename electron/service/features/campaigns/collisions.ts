/** What a plan would bring over the threshold, when it would not, and which sites could be left out instead. */
import { hasCriteria } from '#shared/campaigns/scope.ts';
import { campaignScopeSchema } from '#shared/campaigns/contract.ts';
import type { CheckedInputOf, OutputOf } from '#shared/contract.ts';
import type { loadContract } from '#shared/load/contract.ts';
import { addDays, daysBetween } from '#shared/base/days.ts';
import { mondayOfIndex, weekIndex } from '#shared/base/weeks.ts';
import type { HandlersOf, ReadContext } from '../../context.ts';
import { partsMove } from './move.ts';
import { siteTable, type SiteTable } from '../../domain/campaigns/site-table.ts';
import { campaignOf } from '../../domain/campaigns/stored.ts';
import { laidOn, templateOf } from '../../domain/campaigns/templates.ts';
import { campaignSpans, taskSpans, weeksOf, type Span } from '../../domain/load/asks.ts';
import { collisionsOf, proposals, type Planned } from './collision-rules.ts';
import { addUp } from '../../domain/load/matrix.ts';
import { scopeMembers } from '../../domain/load/campaign-members.ts';
import { allAsks, membersOf } from '../../domain/load/sources.ts';
import { thresholdOf } from '../../domain/load/network.ts';
import { tasksOf } from '../../domain/campaigns/tasks.ts';
import { found } from '../../records/records.ts';
import { refusedField } from '../../records/refusals.ts';
import { isOneOf } from '../../records/scope.ts';
import { phasesOf } from './queries.ts';

type Input = CheckedInputOf<'campaigns.collisions'>;

/** Half a year either way is looked at. */
const reach = 26;
const mostProposals = 3;

interface Plan extends Planned {
  /** In which the places of its sites are. */
  table: SiteTable;
  startDate: string;
  endDate: string;
}

/** What asks by week: phases that ask (else the whole stretch) as one thing, each task as one more. */
function weightOf(
  campaign: Span & { asksSites: boolean },
  phases: (Span & { asksSites: boolean })[],
  tasks: Span[][],
): Map<number, number> {
  const weight = new Map<number, number>();
  for (const spans of [campaignSpans(campaign, phases), ...tasks])
    for (const week of weeksOf(spans)) weight.set(week, (weight.get(week) ?? 0) + 1);
  return weight;
}

/** What a template would ask, begun on a day. */
function templatePlan({ raw, host }: ReadContext, key: string, startDate: string, wanted: Input['scope']): Plan {
  const template = templateOf(host.resources, key);
  const endDate = addDays(startDate, template.days - 1);
  const phases = template.phases.map((phase) => ({ ...laidOn(startDate, phase), asksSites: phase.asksSites }));
  const tasks = template.tasks.filter((task) => task.ask !== undefined).map((task) => [laidOn(startDate, task)]);
  const table = siteTable(raw);
  const sites = scopeMembers(table, wanted ?? campaignScopeSchema.parse({}), { startDate, endDate });
  return {
    table,
    startDate,
    endDate,
    sites,
    weight: weightOf({ startDate, endDate, asksSites: template.asksSites }, phases, tasks),
  };
}

/** The plan of the input: a campaign as it stands or moved, or one that is not there yet. */
async function planOf(context: ReadContext, input: Input): Promise<Plan> {
  const { db, raw } = context;
  const campaign =
    input.id === undefined
      ? null
      : campaignOf(
          found(
            await db.selectFrom('campaigns').selectAll().where('id', '=', input.id).executeTakeFirst(),
            'campaigns',
            input.id,
          ),
        );
  const startDate = input.startDate ?? campaign?.startDate;
  if (startDate === undefined) throw refusedField('startDate', 'required');
  if (input.templateKey !== undefined) return templatePlan(context, input.templateKey, startDate, input.scope);
  const endDate =
    input.endDate ??
    (campaign === null ? undefined : addDays(campaign.endDate, daysBetween(campaign.startDate, startDate)));
  if (endDate === undefined) throw refusedField('endDate', 'required');
  if (endDate < startDate) throw refusedField('endDate', 'before_start');
  const days = campaign === null ? 0 : partsMove(campaign, { startDate, endDate });
  const later = <T extends Span>(span: T): T => ({
    ...span,
    startDate: addDays(span.startDate, days),
    endDate: addDays(span.endDate, days),
  });
  const phases = input.phases ?? (campaign === null ? [] : (await phasesOf(db, [campaign.id])).map(later));
  const tasks =
    campaign === null
      ? []
      : (await tasksOf(db, { campaignIds: [campaign.id] })).map((task) =>
          task.doneOn === null ? taskSpans(task).map(later) : taskSpans(task),
        );
  const weight = weightOf(
    { startDate, endDate, asksSites: input.asksSites ?? campaign?.asksSites ?? true },
    phases,
    tasks,
  );
  const table = siteTable(raw);
  const isSettled = campaign !== null && campaign.frozenAt !== null && input.scope === undefined;
  const sites = isSettled
    ? (membersOf(raw, table, false).get(campaign.id) ?? new Int32Array())
    : scopeMembers(table, input.scope ?? campaign?.scope ?? campaignScopeSchema.parse({}), { startDate, endDate });
  return { table, startDate, endDate, sites, weight };
}

async function collisions(context: ReadContext, input: Input): Promise<OutputOf<'campaigns.collisions'>> {
  const { db, raw, today } = context;
  const plan = await planOf(context, input);
  const threshold = thresholdOf(raw);
  const { table } = plan;
  const weeks = [...plan.weight.keys()];
  const first = (weeks.length === 0 ? weekIndex(plan.startDate) : Math.min(...weeks)) - reach;
  const last = (weeks.length === 0 ? weekIndex(plan.endDate) : Math.max(...weeks)) + reach;
  const members = membersOf(raw, table, input.drafts);
  const others = allAsks(raw, first, last).flatMap((ask) => {
    const sites = ask.of === input.id ? undefined : members.get(ask.of);
    return sites === undefined ? [] : [{ weeks: ask.weeks, sites }];
  });
  const base = addUp(table.sites.length, first, last - first + 1, others);
  const over = collisionsOf(base, plan, threshold);
  const byWeek = new Map<number, number>();
  for (const one of over) for (const { week } of one.weeks) byWeek.set(week, (byWeek.get(week) ?? 0) + 1);
  // A plan is not moved into the past.
  const earliest = Math.min(0, weekIndex(today) - weekIndex(plan.startDate));
  const dates = proposals(base, plan, threshold, { reach, earliest, most: mostProposals }).map(
    ({ shift, over: count }) => ({
      startDate: addDays(plan.startDate, shift * 7),
      endDate: addDays(plan.endDate, shift * 7),
      weeks: shift,
      over: count,
    }),
  );
  const idOf = (place: number): string => table.sites[place]?.id ?? '';
  const ordered = input.descending ? [...over].reverse() : over;
  const page = ordered.slice(input.offset, input.offset + input.limit);
  const rows = await db
    .selectFrom('sites')
    .leftJoin('territories', 'territories.id', 'sites.territoryId')
    .select(['sites.id', 'sites.code', 'sites.name', 'territories.name as territoryName'])
    .where(
      isOneOf(
        'sites.id',
        page.map((one) => idOf(one.site)),
      ),
    )
    .execute();
  const names = new Map(rows.map((row) => [row.id, row]));
  return {
    threshold,
    sites: plan.sites.length,
    total: over.length,
    alreadyOver: over.filter((one) => one.weeks.some((week) => week.before > threshold)).length,
    rows: page.flatMap((one) => {
      const site = names.get(idOf(one.site));
      return site === undefined
        ? []
        : [
            {
              siteId: site.id,
              code: site.code,
              name: site.name,
              territoryName: site.territoryName,
              weeks: one.weeks.map(({ week, before, load }) => ({ monday: mondayOfIndex(week), before, load })),
            },
          ];
    }),
    byWeek: [...byWeek]
      .sort(([a], [b]) => a - b)
      .map(([week, count]) => ({ monday: mondayOfIndex(week), over: count })),
    dates,
    leaveOut: over.map((one) => idOf(one.site)),
  };
}

export const collisionHandlers: Pick<HandlersOf<typeof loadContract>, 'campaigns.collisions' | 'campaigns.leaveOut'> = {
  'campaigns.collisions': collisions,

  'campaigns.leaveOut': async ({ db, now, note }, { id, siteIds }) => {
    const campaign = campaignOf(
      found(await db.selectFrom('campaigns').selectAll().where('id', '=', id).executeTakeFirst(), 'campaigns', id),
    );
    // A scope that names no site any more would be the whole network.
    if (
      !hasCriteria(campaign.scope) &&
      campaign.scope.siteIds.length > 0 &&
      campaign.scope.siteIds.every((site) => siteIds.includes(site))
    )
      throw refusedField('siteIds', 'required');
    const excludedSiteIds = [...new Set([...campaign.scope.excludedSiteIds, ...siteIds])];
    const scope = {
      ...campaign.scope,
      excludedSiteIds,
      siteIds: campaign.scope.siteIds.filter((site) => !siteIds.includes(site)),
    };
    await db
      .updateTable('campaigns')
      .set({ scope: JSON.stringify(scope), updatedAt: now })
      .where('id', '=', id)
      .execute();
    const { numDeletedRows } = await db
      .deleteFrom('adoptions')
      .where('campaignId', '=', id)
      .where('status', '=', 'invited')
      .where(isOneOf('siteId', siteIds))
      .executeTakeFirstOrThrow();
    note({ name: campaign.title, count: siteIds.length });
    return { count: excludedSiteIds.length - campaign.scope.excludedSiteIds.length, removed: Number(numDeletedRows) };
  },
};
