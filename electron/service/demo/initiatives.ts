/** Two years of initiatives: when they happen, who leads them, which were taken up elsewhere, how far they are. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import { initiativeSearchKey } from '../domain/initiatives/search-key.ts';
import { inserter, type DemoContext, type Size } from './insert.ts';
import type { DemoSite } from './network.ts';
import type { DemoPerson } from './people.ts';
import { drawerOf, randomOf, type Random } from './random.ts';
import { templates, themes, type Template } from './templates.ts';

export interface DemoInitiative {
  id: string;
  title: string;
  template: Template;
  status: Status;
  site: DemoSite;
  lead: DemoPerson | null;
  startDate: string | null;
  endDate: string | null;
}

type Status = 'idea' | 'planned' | 'running' | 'done' | 'shared' | 'abandoned';

export const initiativeCounts: Record<Size, number> = { small: 180, medium: 6000, large: 200_000 };

interface Plan {
  template: Template;
  startDate: string | null;
  endDate: string | null;
  status: Status;
}

/** Twenty-four months back to three ahead; the network does more each year, each thing in its season. */
function startDrawer(random: Random, today: string): (template: Template) => string {
  return (template) => {
    for (;;) {
      // The inverse of a density that rises in a straight line to twice its beginning.
      const days = Math.round(-730 + 820 * (Math.sqrt(1 + 3 * random.next()) - 1));
      if (days > 0 && random.chance(0.5)) continue;
      const date = addDays(today, days);
      const month = Number(date.slice(5, 7));
      // August and the last week of the year are quiet everywhere.
      if (month === 8 && random.chance(0.8)) continue;
      if (date.slice(5) > '12-22' && random.chance(0.9)) continue;
      if (template.months.includes(month) || random.chance(0.07)) return date;
    }
  };
}

function statusOf(random: Random, today: string, startDate: string, endDate: string | null): Status {
  if (startDate > today) return 'planned';
  if (endDate === null || endDate >= today) return 'running';
  const age = daysBetween(endDate, today);
  return random.weighted([
    ['done', 62],
    ['shared', age > 60 ? 30 : 8],
    ['abandoned', 5],
  ] as const);
}

function planned(random: Random, today: string, draw: (template: Template) => string): Plan {
  const template = random.pick(templates);
  if (random.chance(0.03)) return { template, startDate: null, endDate: null, status: 'idea' };
  const startDate = draw(template);
  const days = template.days === 1 ? 0 : Math.max(1, Math.round(template.days * (0.7 + random.next() * 0.6)));
  const endDate =
    template.days > 100 && random.chance(0.3) && daysBetween(startDate, today) < 300 ? null : addDays(startDate, days);
  return { template, startDate, endDate, status: statusOf(random, today, startDate, endDate) };
}

interface Origin {
  id: string;
  siteId: string;
  startDate: string;
}

/** About a quarter are taken up from elsewhere, mostly from the few that spread well. */
function originPicker(random: Random): {
  pick: (template: Template, siteId: string, startDate: string) => Origin | null;
  offer: (template: Template, origin: Origin) => void;
} {
  const known = new Map<Template, Origin[]>();
  return {
    pick: (template, siteId, startDate) => {
      if (!random.chance(0.27)) return null;
      const list = known.get(template) ?? [];
      const origin = list[Math.floor(random.next() ** 2.5 * Math.min(list.length, 40))];
      return origin === undefined || origin.siteId === siteId || daysBetween(origin.startDate, startDate) < 20
        ? null
        : origin;
    },
    offer: (template, origin) => {
      const list = known.get(template);
      if (list === undefined) known.set(template, [origin]);
      else if (list.length < 400) list.push(origin);
    },
  };
}

const endings = {
  fr: [
    '',
    '',
    '',
    ' L’équipe cherche un autre site pour la reprendre.',
    ' La direction du site a donné une demi-journée à chacun.',
    ' Une deuxième édition est déjà demandée.',
    ' Tout le matériel peut être prêté à un autre site.',
  ],
  en: [
    '',
    '',
    '',
    ' The team is looking for another site to take it up.',
    ' Site management gave everyone half a day.',
    ' A second edition has already been asked for.',
    ' All the equipment can be lent to another site.',
  ],
};

/** Writes the initiatives in the order they began. */
export async function writeInitiatives(
  context: DemoContext,
  people: DemoPerson[],
  sites: DemoSite[],
): Promise<DemoInitiative[]> {
  const random = randomOf(context.seed, 'initiatives');
  const { lang, today } = context;
  const insert = inserter(context, 'initiatives', [
    'id',
    'code',
    'title',
    'summary',
    'status',
    'theme',
    'sdgs',
    'siteId',
    'leadId',
    'replicatesId',
    'startDate',
    'endDate',
    'searchKey',
  ]);
  // A few people carry many initiatives, most carry one or two.
  const energies = new Map(people.map((person) => [person, random.logNormal(1, 0.9)]));
  const leaders = people.filter((person) => person.joinedOn !== null && person.stage !== 'agreed');
  const drawLeader = drawerOf(random, leaders, (person) => energies.get(person) ?? 1);
  /** Someone of the network on that day; the first months had few, and some things happen without any. */
  const leaderOn = (date: string | null): DemoPerson | null => {
    for (let tries = 0; tries < 25; tries += 1) {
      const person = drawLeader();
      const on = date ?? today;
      if ((person.joinedOn ?? on) <= on && (person.leftOn === null || person.leftOn > on)) return person;
    }
    return null;
  };
  const drawSite = drawerOf(
    random,
    sites.filter((site) => site.isOpen),
    (site) => (site.headcount ?? 20) ** 0.5,
  );
  const draw = startDrawer(random, today);
  const plans = Array.from({ length: initiativeCounts[context.size] }, () => planned(random, today, draw));
  plans.sort((a, b) =>
    (a.startDate ?? '9999') < (b.startDate ?? '9999') ? -1 : (a.startDate ?? '9999') > (b.startDate ?? '9999') ? 1 : 0,
  );
  const origins = originPicker(random);
  const initiatives: DemoInitiative[] = [];
  for (const [index, { template, startDate, endDate, status }] of plans.entries()) {
    const lead = random.chance(0.9) ? leaderOn(startDate) : null;
    const site = lead?.site ?? drawSite();
    const origin = startDate === null ? null : origins.pick(template, site.id, startDate);
    const words = template[lang];
    const title = random.pick(words.titles);
    const theme = themes[template.theme][lang];
    const id = context.newId();
    const code = `I${String(index + 1).padStart(context.size === 'large' ? 6 : 4, '0')}`;
    insert([
      id,
      code,
      title,
      words.summary + random.pick(endings[lang]),
      status,
      theme,
      JSON.stringify(template.sdgs),
      site.id,
      lead?.id ?? null,
      origin?.id ?? null,
      startDate,
      endDate,
      initiativeSearchKey({ title, theme, code }),
    ]);
    if (startDate !== null && origin === null && (status === 'done' || status === 'shared'))
      origins.offer(template, { id, siteId: site.id, startDate });
    initiatives.push({ id, title, template, status, site, lead, startDate, endDate });
    if (index % 4000 === 3999) await context.step(4000);
  }
  await context.step(initiatives.length % 4000);
  return initiatives;
}
