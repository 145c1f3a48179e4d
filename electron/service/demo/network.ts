/** The fictional company's territories and sites, on real towns drawn by their population. */
import { addDays } from '#shared/base/days.ts';
import type { Language } from '#shared/base/common.ts';
import { foldSearch } from '#shared/base/fold.ts';
import { departmentFinder } from '../geo/map-places.ts';
import { divisions, geoData, type Commune, type Town } from '../geo/geo-data.ts';
import { siteSearchKey } from '../domain/sites/search-key.ts';
import { inserter, type DemoContext, type Size } from './insert.ts';
import { streets } from './names.ts';
import { drawerOf, randomOf, type Random } from './random.ts';

export interface DemoSite {
  id: string;
  name: string;
  country: string;
  /** INSEE code of the region, or the country abroad. */
  region: string;
  city: string;
  headcount: number | null;
  isOpen: boolean;
}

interface Kind {
  prefix: string;
  fr: string;
  en: string;
  share: number;
  /** Median headcount and its spread. */
  median: number;
  sigma: number;
}

const kinds: Kind[] = [
  { prefix: 'USI', fr: 'Usine', en: 'Plant', share: 9, median: 260, sigma: 0.55 },
  { prefix: 'ENT', fr: 'Entrepôt', en: 'Warehouse', share: 13, median: 95, sigma: 0.55 },
  { prefix: 'AGE', fr: 'Agence', en: 'Branch', share: 36, median: 22, sigma: 0.6 },
  { prefix: 'MAG', fr: 'Magasin', en: 'Store', share: 42, median: 34, sigma: 0.5 },
];
const seat: Kind = { prefix: 'SIE', fr: 'Siège', en: 'Head office', share: 0, median: 780, sigma: 0.1 };

const directions: { code: string; fr: string; en: string; colour: string; regions: string[] }[] = [
  { code: 'IDF', fr: 'Île-de-France', en: 'Paris region', colour: '#2B5C8A', regions: ['11'] },
  { code: 'NORD', fr: 'Direction Nord', en: 'North', colour: '#4F6B2A', regions: ['32', '28'] },
  { code: 'OUEST', fr: 'Direction Ouest', en: 'West', colour: '#1F5C4D', regions: ['53', '52', '24'] },
  { code: 'SUDO', fr: 'Direction Sud-Ouest', en: 'South-West', colour: '#B4612A', regions: ['75', '76'] },
  { code: 'SUDE', fr: 'Direction Sud-Est', en: 'South-East', colour: '#A8323E', regions: ['84', '93', '94'] },
  { code: 'EST', fr: 'Direction Est', en: 'East', colour: '#6B3F75', regions: ['44', '27'] },
  { code: 'OM', fr: 'Outre-mer', en: 'Overseas', colour: '#1C7C86', regions: ['01', '02', '03', '04', '06'] },
];

const countries: { code: string; fr: string; en: string; weight: number }[] = [
  { code: 'BE', fr: 'Belgique', en: 'Belgium', weight: 5 },
  { code: 'ES', fr: 'Espagne', en: 'Spain', weight: 4 },
  { code: 'DE', fr: 'Allemagne', en: 'Germany', weight: 4 },
  { code: 'IT', fr: 'Italie', en: 'Italy', weight: 3 },
  { code: 'PL', fr: 'Pologne', en: 'Poland', weight: 2 },
  { code: 'NL', fr: 'Pays-Bas', en: 'Netherlands', weight: 1 },
  { code: 'PT', fr: 'Portugal', en: 'Portugal', weight: 1 },
];

export const siteCounts: Record<Size, number> = { small: 60, medium: 1500, large: 20_000 };
const overseas = ['971', '972', '973', '974', '976'];
const quarters = [
  'Centre',
  'Gare',
  'Nord',
  'Sud',
  'Est',
  'Ouest',
  'Les Halles',
  'Port',
  'Technopole',
  'La Plaine',
  'Les Prés',
  'Canal',
];

/** `Usine du Havre`, `Agence d’Angers`, `Magasin des Ulis`. */
export function ofTown(name: string): string {
  if (name.startsWith('Le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('Les ')) return `des ${name.slice(4)}`;
  return /^[AEIOUYÀÂÉÈÊÎÔŒ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

function townOf(commune: Commune): { city: string; label: string } {
  const match = /^(Paris|Lyon|Marseille) (\d+)/.exec(commune.name);
  const city = match?.[1] ?? commune.name;
  return { city, label: match === null ? commune.name : `${city} ${match[2] === '1' ? '1er' : `${match[2] ?? ''}e`}` };
}

/** Writes the tree: countries, their directions, in larger networks also the regions. Answers the leaf for each region and country. */
function writeTerritories(context: DemoContext): Map<string, string> {
  const insert = inserter(context, 'territories', ['id', 'code', 'name', 'kind', 'parentId', 'colour', 'searchKey']);
  const leaves = new Map<string, string>();
  const word = (fr: string, en: string): string => (context.lang === 'fr' ? fr : en);
  const add = (code: string, name: string, kind: string, parentId: string | null, colour: string | null): string => {
    const id = context.newId();
    insert([id, code, name, kind, parentId, colour, foldSearch(name, code)]);
    return id;
  };
  const france = add('FR', 'France', word('pays', 'country'), null, '#1F5C4D');
  const regions = new Map(divisions(context.resources).regions.map((region) => [region.code, region.name]));
  for (const direction of directions) {
    const parent = add(
      `FR-${direction.code}`,
      word(direction.fr, direction.en),
      word('direction', 'division'),
      france,
      direction.colour,
    );
    for (const region of direction.regions) {
      const isLeaf = context.size === 'small' || direction.regions.length === 1;
      leaves.set(
        region,
        isLeaf ? parent : add(`FR-R${region}`, regions.get(region) ?? region, word('région', 'region'), parent, null),
      );
    }
  }
  for (const country of countries)
    leaves.set(country.code, add(country.code, word(country.fr, country.en), word('pays', 'country'), null, '#6E7B74'));
  return leaves;
}

interface Spot {
  city: string;
  label: string;
  postcode: string | null;
  country: string;
  lat: number;
  lon: number;
  territory: string;
  /** Department of a French town, and how far from its middle a site may stand, in kilometres. */
  department: string | null;
  reach: number;
}

/** Real towns, large ones more often than their population alone would give. */
function spotDrawer(context: DemoContext, random: Random): (kind: Kind, isAbroad: boolean) => Spot {
  const data = geoData(context.resources);
  const regionOf = new Map(
    divisions(context.resources).departments.map((department) => [department.code, department.region]),
  );
  const divided = new Set(['75056', '69123', '13055']);
  const communes = data.communes.filter(
    (commune) =>
      commune.lat !== null &&
      commune.postcodes.length > 0 &&
      (commune.population ?? 0) >= 2500 &&
      !divided.has(commune.code) &&
      (commune.department.length === 2 || overseas.includes(commune.department)),
  );
  // On the continent: the map of Europe does not reach the Canaries or the Azores.
  const towns = data.towns.filter((town) => town.population > 60_000 && town.lat > 35 && town.lon > -12);
  const drawCommune = drawerOf(random, communes, (commune) => (commune.population ?? 0) ** 1.15);
  const quiet = drawerOf(
    random,
    communes.filter((commune) => (commune.population ?? 0) < 60_000),
    (commune) => (commune.population ?? 0) ** 0.6,
  );
  const byCountry = new Map(
    countries.map(({ code }) => [
      code,
      drawerOf(
        random,
        towns.filter((town) => town.country === code),
        (town: Town) => town.population ** 0.75,
      ),
    ]),
  );
  return (kind, isAbroad) => {
    if (isAbroad) {
      const country = random.weighted(countries.map(({ code, weight }) => [code, weight] as const));
      const town = byCountry.get(country)?.();
      if (town !== undefined)
        return {
          city: town.name,
          label: town.name,
          postcode: null,
          country,
          lat: town.lat,
          lon: town.lon,
          territory: country,
          department: null,
          reach: 0.6,
        };
    }
    // Plants and warehouses stand in small towns.
    const commune = kind.prefix === 'USI' || kind.prefix === 'ENT' ? quiet() : drawCommune();
    return {
      ...townOf(commune),
      postcode: commune.postcodes[0] ?? null,
      country: 'FR',
      lat: commune.lat ?? 0,
      lon: commune.lon ?? 0,
      territory: regionOf.get(commune.department) ?? '11',
      department: commune.department,
      reach: reachOf(commune),
    };
  };
}

/** A town of ten thousand spreads over some 600 m around its middle, one of half a million over two kilometres. */
function reachOf(commune: Commune): number {
  return 0.35 + Math.sqrt(commune.population ?? 0) / 400;
}

/** A place of its own for a site with an address: around the middle of its town, in the same department, on land. */
function scattered(
  context: DemoContext,
  random: Random,
  { lat, lon, department, reach }: Spot,
): { lat: number; lon: number } | null {
  const turn = random.next() * 2 * Math.PI;
  const away = (reach * Math.sqrt(random.next())) / 111.2;
  const place = {
    lat: Number((lat + away * Math.cos(turn)).toFixed(5)),
    lon: Number((lon + (away * Math.sin(turn)) / Math.cos((lat * Math.PI) / 180)).toFixed(5)),
  };
  return department === null || departmentFinder(context.resources)(place.lat, place.lon) !== department ? null : place;
}

function siteName(kind: Kind, label: string, lang: Language): string {
  return lang === 'fr' ? `${kind.fr} ${ofTown(label)}` : `${label} ${kind.en.toLowerCase()}`;
}

/** Writes the territories and the sites. Some sites have no headcount, a few no place, some are closed or planned. */
export async function writeNetwork(context: DemoContext): Promise<DemoSite[]> {
  const random = randomOf(context.seed, 'sites');
  const leaves = writeTerritories(context);
  const spot = spotDrawer(context, random);
  const insert = inserter(context, 'sites', [
    'id',
    'code',
    'name',
    'kind',
    'status',
    'territoryId',
    'address',
    'postcode',
    'city',
    'country',
    'lat',
    'lon',
    'accuracy',
    'headcount',
    'openedOn',
    'closedOn',
    'searchKey',
  ]);
  const seats = geoData(context.resources).communes.filter(
    (commune) =>
      /^(Lyon|Nantes|Lille|Toulouse)/.test(commune.name) && (commune.population ?? 0) > 45_000 && commune.lat !== null,
  );
  const numbers = new Map<string, number>();
  const uses = new Map<string, number>();
  const sites: DemoSite[] = [];
  for (let index = 0; index < siteCounts[context.size]; index += 1) {
    const kind = index === 0 ? seat : random.weighted(kinds.map((one) => [one, one.share] as const));
    const isAbroad = index > 0 && random.chance(0.13);
    let at = spot(kind, isAbroad);
    if (index === 0) {
      const home = random.pick(seats);
      const regionOf = new Map(
        divisions(context.resources).departments.map((department) => [department.code, department.region]),
      );
      at = {
        ...townOf(home),
        postcode: home.postcodes[0] ?? null,
        country: 'FR',
        lat: home.lat ?? 0,
        lon: home.lon ?? 0,
        territory: regionOf.get(home.department) ?? '11',
        department: home.department,
        reach: reachOf(home),
      };
    }
    const number = (numbers.get(kind.prefix) ?? 0) + 1;
    numbers.set(kind.prefix, number);
    const plain = siteName(kind, at.label, context.lang);
    const used = uses.get(plain) ?? 0;
    uses.set(plain, used + 1);
    const quarter = quarters[(used - 1) % quarters.length] ?? '';
    const name =
      used === 0
        ? plain
        : `${plain} ${quarter}${used > quarters.length ? ` ${Math.ceil(used / quarters.length)}` : ''}`;
    // A few in every network, even a small one: the screens must show what is missing.
    const isPlaced = index % 29 !== 17;
    const status =
      index === 0
        ? 'open'
        : random.weighted([
            ['open', 95],
            ['planned', 2],
            ['closed', 3],
          ] as const);
    const headcount = index % 23 === 11 ? null : Math.max(3, Math.round(random.logNormal(kind.median, kind.sigma)));
    const openedOn =
      status === 'planned'
        ? addDays(context.today, random.int(30, 300))
        : addDays(context.today, -random.int(900, 14_000));
    const closedOn = status === 'closed' ? addDays(context.today, -random.int(10, 700)) : null;
    const site = {
      id: context.newId(),
      code: `${kind.prefix}-${String(number).padStart(context.size === 'large' ? 5 : 4, '0')}`,
      name,
      city: isPlaced ? at.city : null,
      postcode: isPlaced ? at.postcode : null,
    };
    const address =
      isPlaced && at.country === 'FR' && random.chance(0.9) ? `${random.int(1, 148)} ${random.pick(streets)}` : null;
    const exact = address === null ? null : scattered(context, random, at);
    insert([
      site.id,
      site.code,
      name,
      context.lang === 'fr' ? kind.fr : kind.en,
      status,
      leaves.get(at.territory) ?? null,
      address,
      site.postcode,
      site.city,
      at.country,
      isPlaced ? (exact?.lat ?? at.lat) : null,
      isPlaced ? (exact?.lon ?? at.lon) : null,
      !isPlaced ? null : exact === null ? 'commune' : 'site',
      headcount,
      openedOn,
      closedOn,
      siteSearchKey(site),
    ]);
    sites.push({
      id: site.id,
      name,
      country: at.country,
      region: at.territory,
      city: at.city,
      headcount,
      isOpen: status === 'open',
    });
    if (index % 2000 === 1999) await context.step(2000);
  }
  await context.step(sites.length % 2000);
  return sites;
}
