/** A year of campaigns around the day the story ends: some over, some going on, some being planned, with what sites answered. */
import { campaignTemplates, filledText, laidOn, type CampaignTemplate } from '../domain/campaigns/templates.ts';
import { campaignSearchKey } from '../domain/campaigns/search-key.ts';
import { addDays as later } from '#shared/base/days.ts';
import { mondayOf } from '#shared/base/weeks.ts';
import { adaptations, calendar, refusals, taken } from './campaign-words.ts';
import type { DemoIndicator } from './indicators.ts';
import type { DemoInitiative } from './initiatives.ts';
import { inserter, type DemoContext, type Size } from './insert.ts';
import type { DemoPerson } from './people.ts';
import { randomOf, type Random } from './random.ts';

export const campaignCounts: Record<Size, number> = { small: 8, medium: 14, large: 20 };

type Status = 'draft' | 'ready' | 'running' | 'closed';
type Answer = 'invited' | 'adopted' | 'adapted' | 'declined' | 'done';

/** How answers spread, by how far the campaign is. */
const shares: Record<Exclude<Status, 'draft'>, [Answer, number][]> = {
  ready: [
    ['invited', 88],
    ['adopted', 9],
    ['adapted', 2],
    ['declined', 1],
  ],
  running: [
    ['invited', 34],
    ['adopted', 34],
    ['adapted', 13],
    ['declined', 8],
    ['done', 11],
  ],
  closed: [
    ['invited', 9],
    ['adopted', 6],
    ['adapted', 17],
    ['declined', 12],
    ['done', 56],
  ],
};

interface Site {
  id: string;
  kind: string | null;
  headcount: number | null;
  direction: string | null;
}

/** Open sites with the territory under the root that holds them. */
function openSites(context: DemoContext): Site[] {
  const territories = new Map(
    (
      context.db.prepare('select id, "parentId" from territories').all() as { id: string; parentId: string | null }[]
    ).map((row) => [row.id, row.parentId]),
  );
  const top = (id: string | null): string | null => {
    let at = id;
    for (let depth = 0; at !== null && depth < 20; depth += 1) {
      const parent: string | null = territories.get(at) ?? null;
      if (parent === null || (territories.get(parent) ?? null) === null) return at;
      at = parent;
    }
    return at;
  };
  const rows = context.db
    .prepare(
      `select id, kind, headcount, "territoryId" from sites where status = 'open' and ("openedOn" is null or "openedOn" <= ?) order by seq`,
    )
    .all(context.today) as { id: string; kind: string | null; headcount: number | null; territoryId: string | null }[];
  return rows.map(({ territoryId, ...site }) => ({ ...site, direction: top(territoryId) }));
}

/** Whom a campaign is for: its scope as it is stored, and the sites that this gives. */
function aim(
  random: Random,
  reach: (typeof calendar)[number][2],
  sites: Site[],
): { scope: Record<string, unknown>; sites: Site[] } {
  const whole = {
    territoryIds: [],
    siteKinds: [],
    headcountMin: null,
    headcountMax: null,
    siteIds: [],
    excludedSiteIds: [],
  };
  if (reach === 'direction') {
    const directions = [...new Set(sites.flatMap((site) => site.direction ?? []))];
    if (directions.length > 0) {
      const direction = random.pick(directions);
      return {
        scope: { ...whole, territoryIds: [direction] },
        sites: sites.filter((site) => site.direction === direction),
      };
    }
  }
  if (reach === 'kind') {
    const kinds = [...new Set(sites.flatMap((site) => site.kind ?? []))];
    if (kinds.length > 0) {
      const kind = random.pick(kinds);
      return { scope: { ...whole, siteKinds: [kind] }, sites: sites.filter((site) => site.kind === kind) };
    }
  }
  if (reach === 'large')
    return { scope: { ...whole, headcountMin: 100 }, sites: sites.filter((site) => (site.headcount ?? 0) >= 100) };
  return { scope: whole, sites };
}

function statusOf(today: string, startDate: string, endDate: string): Status {
  if (endDate < today) return 'closed';
  if (startDate <= today) return 'running';
  return startDate <= later(today, 45) ? 'ready' : 'draft';
}

function inserters(context: DemoContext) {
  return {
    campaign: inserter(context, 'campaigns', [
      'id',
      'code',
      'title',
      'theme',
      'pillar',
      'sdgs',
      'objective',
      'ownerId',
      'startDate',
      'endDate',
      'budget',
      'status',
      'scope',
      'frozenAt',
      'asksSites',
      'colour',
      'templateKey',
      'searchKey',
    ]),
    phase: inserter(context, 'campaignPhases', [
      'id',
      'campaignId',
      'kind',
      'title',
      'startDate',
      'endDate',
      'asksSites',
      'position',
    ]),
    task: inserter(context, 'campaignTasks', [
      'id',
      'campaignId',
      'phaseId',
      'title',
      'ownerId',
      'startDate',
      'dueDate',
      'doneOn',
      'asksSites',
      'ask',
      'position',
    ]),
    link: inserter(context, 'campaignTaskLinks', ['id', 'taskId', 'dependsOnId']),
    kit: inserter(context, 'kitItems', ['id', 'campaignId', 'kind', 'lang', 'title', 'text', 'position']),
    target: inserter(context, 'campaignTargets', ['id', 'campaignId', 'indicatorId', 'value']),
    adoption: inserter(context, 'adoptions', [
      'id',
      'campaignId',
      'siteId',
      'status',
      'what',
      'why',
      'answeredOn',
      'source',
      'initiativeId',
      'remindedOn',
      'reminders',
    ]),
  };
}

/** When the sites were asked: three weeks before the start, and a week ago at the latest. */
function invitedOn(today: string, startDate: string): string {
  const [usual, latest] = [later(startDate, -21), later(today, -7)];
  return usual < latest ? usual : latest;
}

/** The phases, tasks and messages of a template laid on the campaign's dates; what should be done by today mostly is. */
function writeParts(
  context: DemoContext,
  random: Random,
  insert: ReturnType<typeof inserters>,
  campaignId: string,
  template: CampaignTemplate,
  span: { startDate: string; endDate: string },
  owners: DemoPerson[],
): void {
  const { lang, newId, today } = context;
  const phases = template.phases.map((phase, position) => {
    const id = newId();
    const at = laidOn(span.startDate, phase);
    insert.phase([
      id,
      campaignId,
      phase.kind,
      phase.title?.[lang] ?? null,
      at.startDate,
      at.endDate,
      phase.asksSites ? 1 : 0,
      position,
    ]);
    return id;
  });
  const tasks = new Map(template.tasks.map((task) => [task.key, newId()]));
  for (const [position, task] of template.tasks.entries()) {
    const at = laidOn(span.startDate, task);
    const doneOn = at.endDate < today && random.chance(0.92) ? at.endDate : null;
    insert.task([
      tasks.get(task.key) ?? '',
      campaignId,
      task.phase === undefined ? null : (phases[task.phase] ?? null),
      task.title[lang],
      owners.length > 0 && random.chance(0.8) ? random.pick(owners).id : null,
      at.startDate,
      at.endDate,
      doneOn,
      task.ask === undefined ? 0 : 1,
      task.ask?.[lang] ?? null,
      position,
    ]);
  }
  for (const task of template.tasks)
    for (const key of task.after) insert.link([newId(), tasks.get(task.key) ?? '', tasks.get(key) ?? '']);
  for (const language of ['fr', 'en'] as const)
    for (const [position, item] of template.kit.entries())
      insert.kit([
        newId(),
        campaignId,
        item.kind,
        language,
        item.title?.[language] ?? null,
        filledText(item.text[language], language, span),
        position,
      ]);
}

/** What sites did of a theme around a campaign: the first initiative of each, that its answer can point to. */
function doneAround(
  initiatives: readonly DemoInitiative[],
  templateKey: string,
  span: { startDate: string; endDate: string },
): Map<string, string> {
  const [from, to] = [later(span.startDate, -45), later(span.endDate, 45)];
  const bySite = new Map<string, string>();
  for (const { id, site, status, startDate, template } of initiatives) {
    const happened = status === 'done' || status === 'shared' || status === 'running';
    if (
      happened &&
      template.theme === taken[templateKey] &&
      startDate !== null &&
      startDate >= from &&
      startDate <= to &&
      !bySite.has(site.id)
    )
      bySite.set(site.id, id);
  }
  return bySite;
}

function writeAnswers(
  context: DemoContext,
  random: Random,
  insert: ReturnType<typeof inserters>,
  campaignId: string,
  status: Exclude<Status, 'draft'>,
  span: { startDate: string; endDate: string },
  sites: Site[],
  did: Map<string, string>,
): void {
  const { lang, newId, today } = context;
  const invited = invitedOn(today, span.startDate);
  const last = span.endDate < today ? span.endDate : today;
  const room = Math.max(0, Math.round((Date.parse(last) - Date.parse(invited)) / 86_400_000));
  for (const site of sites) {
    const answer = random.weighted(shares[status]);
    const [what, why] =
      answer === 'adapted'
        ? random.pick(adaptations).map((words) => words[lang])
        : [null, answer === 'declined' ? random.pick(refusals)[lang] : null];
    const isReminded = answer === 'invited' && status !== 'ready' && random.chance(0.6);
    insert.adoption([
      newId(),
      campaignId,
      site.id,
      answer,
      what ?? null,
      why ?? null,
      answer === 'invited' ? null : later(invited, random.int(0, room)),
      answer === 'invited' ? null : random.chance(0.5) ? 'form' : 'app',
      answer === 'done' || answer === 'adapted' ? (did.get(site.id) ?? null) : null,
      isReminded ? later(last, -random.int(0, 6)) : null,
      isReminded ? random.int(1, 2) : 0,
    ]);
  }
}

/** Writes the campaigns of a size. Large stays bounded: half of its twenty campaigns are for a direction, a kind or the large sites alone. */
export async function writeCampaigns(
  context: DemoContext,
  people: DemoPerson[],
  initiatives: readonly DemoInitiative[],
  indicators: Map<string, DemoIndicator>,
): Promise<void> {
  const random = randomOf(context.seed, 'campaigns');
  const insert = inserters(context);
  const templates = new Map(campaignTemplates(context.resources).map((template) => [template.key, template]));
  const sites = openSites(context);
  const active = people.filter((person) => person.stage === 'active');
  const owners = Array.from({ length: Math.min(6, active.length) }, () => random.pick(active));
  const { lang, newId, today } = context;
  const planned = calendar.slice(0, campaignCounts[context.size]).sort((a, b) => a[1] - b[1]);
  for (const [place, [key, week, reach]] of planned.entries()) {
    const template = templates.get(key);
    if (template === undefined) continue;
    const startDate = later(mondayOf(today), week * 7);
    const span = { startDate, endDate: later(startDate, template.days - 1) };
    const status = statusOf(today, span.startDate, span.endDate);
    const { scope, sites: asked } = aim(random, reach, sites);
    const id = newId();
    const code = `C-${String(place + 1).padStart(4, '0')}`;
    const title = `${template.title[lang]} ${startDate.slice(0, 4)}`;
    const words = { title, theme: template.theme[lang], pillar: template.pillar[lang], code };
    insert.campaign([
      id,
      code,
      title,
      words.theme,
      words.pillar,
      JSON.stringify(template.sdgs),
      template.objective[lang],
      owners.length === 0 ? null : random.pick(owners).id,
      span.startDate,
      span.endDate,
      random.int(4, 60) * 500,
      status,
      JSON.stringify(scope),
      status === 'draft' ? null : `${invitedOn(today, span.startDate)}T08:00:00.000Z`,
      1,
      template.colour,
      key,
      campaignSearchKey(words),
    ]);
    writeParts(context, random, insert, id, template, span, owners);
    const indicator = indicators.get('PARTICIPANTS');
    if (indicator !== undefined)
      insert.target([newId(), id, indicator.id, Math.max(10, Math.round(asked.length / 5)) * 10]);
    if (status !== 'draft')
      writeAnswers(context, random, insert, id, status, span, asked, doneAround(initiatives, key, span));
    await context.step(1);
  }
}
