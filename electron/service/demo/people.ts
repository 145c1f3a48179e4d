/** The ambassadors: who they are, how they came, how far along they are, and what they agreed to. */
import { addDays, daysBetween } from '#shared/base/days.ts';
import { fold } from '#shared/base/fold.ts';
import { personSearchKey } from '../domain/people/search-key.ts';
import { inserter, type DemoContext, type Size } from './insert.ts';
import { jobsOf, namesOf } from './names.ts';
import type { DemoSite } from './network.ts';
import { eraOf, joiningDay, stageAfter, stageDay, type JoinedStage } from './eras.ts';
import { drawerOf, randomOf, type Random } from './random.ts';

export interface DemoPerson {
  id: string;
  name: string;
  isWoman: boolean;
  site: DemoSite;
  stage: Stage;
  joinedOn: string | null;
  leftOn: string | null;
  jobTitle: string;
}

type Stage = 'identified' | 'contacted' | JoinedStage;
type Profile = 'spontaneous' | 'local_manager' | 'natural_communicator';

export const personCounts: Record<Size, number> = { small: 150, medium: 3000, large: 20_000 };
const profileShares = [
  ['spontaneous', 46],
  ['local_manager', 24],
  ['natural_communicator', 22],
  [null, 8],
] as const;
const hoursByProfile: Record<Profile, number[]> = {
  spontaneous: [2, 3, 4, 4, 6],
  local_manager: [2, 2, 3, 4],
  natural_communicator: [3, 4, 6, 8],
};

function mailOf(first: string, last: string, taken: Set<string>): string {
  const plain = (text: string): string =>
    fold(text)
      .replace(/[^a-z]+/g, '-')
      .replace(/^-|-$/g, '');
  const start = `${plain(first)}.${plain(last)}`;
  let mail = start;
  for (let number = 2; taken.has(mail); number += 1) mail = `${start}${number}`;
  taken.add(mail);
  return `${mail}@valorne.example`;
}

function writeConsents(context: DemoContext, random: Random): (person: DemoPerson) => void {
  const insert = inserter(context, 'consents', [
    'id',
    'personId',
    'purpose',
    'media',
    'grantedOn',
    'expiresOn',
    'withdrawnOn',
  ]);
  const media =
    context.lang === 'fr'
      ? ['Intranet et cérémonie', 'Toutes communications internes', 'Rapport annuel']
      : ['Intranet and ceremony', 'All internal communication', 'Annual report'];
  return (person) => {
    if (person.joinedOn === null || !random.chance(0.68)) return;
    const age = Math.max(1, daysBetween(person.joinedOn, context.today));
    const grantedOn = addDays(person.joinedOn, Math.min(age - 1, random.int(0, 60)));
    const expiresOn = random.chance(0.7) ? addDays(grantedOn, random.chance(0.12) ? 365 : 1826) : null;
    const withdrawnOn = random.chance(0.03)
      ? addDays(grantedOn, Math.min(random.int(20, 300), daysBetween(grantedOn, context.today)))
      : null;
    for (const purpose of ['name', 'face', 'quote'] as const) {
      if (purpose === 'quote' && !random.chance(0.6)) continue;
      if (purpose === 'face' && !random.chance(0.88)) continue;
      insert([context.newId(), person.id, purpose, random.pick(media), grantedOn, expiresOn, withdrawnOn]);
    }
  };
}

/** Writes the people and their consents. Large sites have more of them, yet a small site may have one too. */
export async function writePeople(context: DemoContext, sites: DemoSite[]): Promise<DemoPerson[]> {
  const random = randomOf(context.seed, 'people');
  const insert = inserter(context, 'people', [
    'id',
    'code',
    'firstName',
    'lastName',
    'email',
    'phone',
    'jobTitle',
    'siteId',
    'profile',
    'channel',
    'stage',
    'stageSince',
    'joinedOn',
    'leftOn',
    'allottedHours',
    'lang',
    'searchKey',
  ]);
  const consent = writeConsents(context, randomOf(context.seed, 'consents'));
  const drawSite = drawerOf(
    random,
    sites.filter((site) => site.isOpen),
    (site) => (site.headcount ?? 20) ** 0.72 * eraOf(site.region).density,
  );
  const taken = new Set<string>();
  const people: DemoPerson[] = [];
  for (let index = 0; index < personCounts[context.size]; index += 1) {
    const site = drawSite();
    const names = namesOf(site.country);
    const isWoman = random.chance(0.54);
    const firstName = random.pick(isWoman ? names.women : names.men);
    const lastName = random.chance(0.04)
      ? `${random.pick(names.last)}-${random.pick(names.last)}`
      : random.pick(names.last);
    const profile = random.weighted<Profile | null>(profileShares);
    const era = eraOf(site.region);
    const joinedOn = random.chance(0.12) ? null : joiningDay(random, era, context.today);
    const joined = joinedOn === null ? null : stageAfter(random, daysBetween(joinedOn, context.today), era);
    const stage: Stage = joined ?? (random.chance(0.55) ? 'identified' : 'contacted');
    const stageSince =
      joinedOn === null || joined === null
        ? addDays(context.today, -random.int(2, 90))
        : stageDay(random, joined, joinedOn, context.today, era);
    const leftOn = stage === 'alumni' ? stageSince : null;
    const channel =
      profile === 'local_manager'
        ? random.weighted([
            ['manager_recommendation', 5],
            ['appointed', 4],
            ['volunteer_call', 1],
          ] as const)
        : random.weighted([
            ['volunteer_call', 6],
            ['manager_recommendation', 3],
            ['appointed', 1],
            [null, 1],
          ] as const);
    const hours =
      profile === null || joinedOn === null || random.chance(0.15) ? null : random.pick(hoursByProfile[profile]);
    const jobTitle = random.pick(jobsOf(context.lang));
    const person = {
      firstName,
      lastName,
      email: random.chance(0.96) ? mailOf(firstName, lastName, taken) : null,
      code: `A${String(index + 1).padStart(5, '0')}`,
    };
    const phone =
      site.country === 'FR' && random.chance(0.4) ? `06 39 98 ${random.int(10, 99)} ${random.int(10, 99)}` : null;
    const id = context.newId();
    insert([
      id,
      person.code,
      firstName,
      lastName,
      person.email,
      phone,
      jobTitle,
      site.id,
      profile,
      channel,
      stage,
      stageSince,
      joinedOn,
      leftOn,
      hours,
      names.lang,
      personSearchKey(person),
    ]);
    const known: DemoPerson = {
      id,
      name: `${firstName} ${lastName}`,
      isWoman,
      site,
      stage,
      joinedOn,
      leftOn,
      jobTitle,
    };
    people.push(known);
    consent(known);
    if (index % 2000 === 1999) await context.step(2000);
  }
  await context.step(people.length % 2000);
  return people;
}
