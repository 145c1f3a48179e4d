/** Offline geocoding by postcode and city, from the bundled gazetteer. */
import { geoCentroid } from 'd3-geo';
import { feature } from 'topojson-client';
import { fold } from '#shared/base/fold.ts';
import { divisions, franceOutlines, geoData, type Commune, type Town } from './geo-data.ts';

export interface Place {
  lat: number;
  lon: number;
  /** `commune`: the centre of the town. `department`: somewhere near, no better than the department may be assumed. */
  accuracy: 'commune' | 'department';
  /** The commune or department that was recognised. */
  matchedName: string;
}

export interface PlaceQuery {
  postcode: string | null;
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

interface Index {
  byPostcode: Map<string, Commune[]>;
  byName: Map<string, Commune[]>;
  byCode: Map<string, Commune>;
  departments: Map<string, { name: string; lat: number; lon: number }>;
  towns: Map<string, Town>;
  /** Those of the towns. */
  countries: string[];
}

/** ISO gives the overseas departments and collectivities countries of their own; INSEE does not. */
export const overseas: Readonly<Record<string, string>> = {
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
/** Communes divided into arrondissements, and how the codes of those begin. */
const divided: Record<string, string> = { 75056: '751', 69123: '6938', 13055: '132' };
const dividedByName: Record<string, string> = { paris: '75056', lyon: '69123', marseille: '13055' };

/** A town's name as it is compared: no accents, hyphens, article, CEDEX; `St` and `Ste` spelt out. */
export function townKey(name: string): string {
  return fold(name)
    .replace(/\(.*?\)/g, ' ')
    .replace(/\bs\//g, ' sur ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bcedex\b.*$/, ' ')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/^\s*(?:\d{4,5} )?\s*(?:(?:le|la|les|l) )?/, '')
    .replace(/ +/g, ' ')
    .trim();
}

const indexes = new Map<string, Index>();

function indexOf(resources: string): Index {
  const ready = indexes.get(resources);
  if (ready !== undefined) return ready;
  const data = geoData(resources);
  const index: Index = {
    byPostcode: new Map(),
    byName: new Map(),
    byCode: new Map(data.communes.map((commune) => [commune.code, commune])),
    departments: new Map(),
    towns: new Map(),
    countries: [],
  };
  const add = (map: Map<string, Commune[]>, key: string, commune: Commune): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [commune]);
    else if (!list.includes(commune)) list.push(commune);
  };
  for (const commune of data.communes) {
    for (const postcode of commune.postcodes) add(index.byPostcode, postcode, commune);
    add(index.byName, townKey(commune.name), commune);
  }
  for (const [name, code] of data.former) {
    const commune = index.byCode.get(code);
    if (commune !== undefined) add(index.byName, townKey(name), commune);
  }
  const names = new Map(divisions(resources).departments.map((department) => [department.code, department.name]));
  for (const shape of feature(franceOutlines(resources), franceOutlines(resources).objects.departments).features) {
    const [lon, lat] = geoCentroid(shape);
    index.departments.set(String(shape.id), { name: shape.properties.name, lat: rounded(lat), lon: rounded(lon) });
  }
  // Overseas collectivities have no outline: their largest town stands for them.
  for (const commune of data.communes) {
    const name = names.get(commune.department) ?? commune.department;
    if (index.departments.has(commune.department) || commune.lat === null || commune.lon === null) continue;
    index.departments.set(commune.department, { name, lat: commune.lat, lon: commune.lon });
  }
  // The largest town of a name comes first in the file and keeps it.
  for (const town of data.towns) {
    for (const key of [townKey(town.name), townKey(town.name.replace(/[()]/g, ' '))]) {
      if (!index.towns.has(`${town.country} ${key}`)) index.towns.set(`${town.country} ${key}`, town);
    }
  }
  for (const [country, other, name] of data.otherNames) {
    const town = index.towns.get(`${country} ${townKey(name)}`);
    if (town !== undefined) index.towns.set(`${country} ${townKey(other)}`, town);
  }
  index.countries = [...new Set(data.towns.map((town) => town.country))].filter((country) => country !== 'FR');
  indexes.set(resources, index);
  return index;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const populous = (communes: Commune[]): Commune[] =>
  communes.toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));

/** The departments a postcode may lie in; Corsica's two share theirs. */
export function departmentsOf(postcode: string): string[] {
  if (postcode.startsWith('20')) return postcode >= '20200' ? ['2B', '2A'] : ['2A', '2B'];
  return [/^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2)];
}

function atDepartment(index: Index, codes: string[]): Place | null {
  for (const code of codes) {
    const department = index.departments.get(code);
    if (department !== undefined)
      return { lat: department.lat, lon: department.lon, accuracy: 'department', matchedName: department.name };
  }
  return null;
}

/** A commune without coordinates is placed at the largest one that shares a postcode, else at its department's centre. */
function atCommune(index: Index, commune: Commune, accuracy: Place['accuracy'] = 'commune'): Place | null {
  if (commune.lat !== null && commune.lon !== null)
    return { lat: commune.lat, lon: commune.lon, accuracy, matchedName: commune.name };
  const near = populous(commune.postcodes.flatMap((postcode) => index.byPostcode.get(postcode) ?? [])).find(
    (other) => other.lat !== null,
  );
  if (near === undefined) return atDepartment(index, [commune.department]);
  const place = atCommune(index, near, 'department');
  return place === null ? null : { ...place, matchedName: commune.name };
}

/** The arrondissement meant by `Paris 12e`, or by the postcode when the town is divided. */
function districtOf(index: Index, key: string, postcode: string): Commune | undefined {
  const match = /^(paris|lyon|marseille)(?: (\d{1,2})(?: ?(?:e|er|eme|ieme|o))?(?: arr[a-z]*)?)?$/.exec(key);
  const code = dividedByName[match?.[1] ?? ''];
  if (match === null || code === undefined) return undefined;
  const start = divided[code] ?? '';
  const named =
    match[2] === undefined ? undefined : index.byCode.get(`${start}${match[2].padStart(5 - start.length, '0')}`);
  return (
    named ??
    index.byPostcode.get(postcode)?.find((commune) => commune.code !== code && commune.code.startsWith(start)) ??
    index.byCode.get(code)
  );
}

/** One name begins with the other, word by word: `Évry` and `Évry-Courcouronnes`. */
function akin(commune: Commune, key: string): boolean {
  const name = townKey(commune.name);
  return name.startsWith(`${key} `) || key.startsWith(`${name} `);
}

function locateInFrance(index: Index, key: string, postcode: string, home: string | undefined): Place | null {
  if (key !== '') {
    const district = districtOf(index, key, postcode);
    const own = departmentsOf(postcode);
    if (district !== undefined && (postcode === '' || own.includes(district.department)))
      return atCommune(index, district);
  }
  const sharing =
    postcode === ''
      ? []
      : (index.byPostcode.get(postcode) ?? []).filter(
          (commune) => !Object.values(divided).some((start) => start.length > 3 && commune.code === start),
        );
  const named = key === '' ? [] : (index.byName.get(key) ?? []);
  if (postcode === '')
    return home === undefined
      ? known(index, named)
      : (known(
          index,
          named.filter((commune) => commune.department === home),
        ) ?? (key === '' ? null : atDepartment(index, [home])));
  const exact = named.find((commune) => sharing.includes(commune));
  if (exact !== undefined) return atCommune(index, exact);
  if (key !== '') {
    const departments = departmentsOf(postcode);
    const inDepartment =
      populous(named.filter((commune) => departments.includes(commune.department)))[0] ??
      populous(sharing).find((commune) => akin(commune, key));
    if (inDepartment !== undefined) return atCommune(index, inDepartment);
  }
  const largest = populous(sharing)[0];
  if (largest !== undefined)
    return atCommune(index, largest, key === '' && sharing.length === 1 ? 'commune' : 'department');
  return atDepartment(index, departmentsOf(postcode));
}

/** Without a postcode only a name that is unmistakable counts: a single commune, or one far larger than its namesakes. */
function known(index: Index, named: Commune[]): Place | null {
  const [first, second] = populous(named);
  if (first === undefined) return null;
  if (second !== undefined && (first.population ?? 0) < 5 * (second.population ?? 0)) return null;
  return atCommune(index, first);
}

/** The whole name first, then without what stands in brackets, a district's number, or what follows a stroke. */
function townAbroad(index: Index, country: string, name: string): Town | undefined {
  for (const spelling of [name.replace(/[()]/g, ' '), name, name.replace(/\d+\s*$/, ''), name.split(/[/,]/)[0] ?? '']) {
    const town = index.towns.get(`${country} ${townKey(spelling)}`);
    if (town !== undefined) return town;
  }
  return undefined;
}

/**
 * The place of a town, or null when it is not known; never 0,0. In France the postcode decides between towns of one name,
 * and a postcode alone, a CEDEX or a misspelt town still give the department. Elsewhere in Europe towns of more than
 * 15,000 people are known by name. `resources` is the folder of the bundled resources.
 */
export function locate(query: PlaceQuery, resources: string): Place | null {
  const index = indexOf(resources);
  const key = query.city === null ? '' : townKey(query.city);
  const country = query.country.toUpperCase();
  const home = overseas[country];
  if (country !== 'FR' && home === undefined) {
    const town = townAbroad(index, country, query.city ?? '');
    return town === undefined ? null : { lat: town.lat, lon: town.lon, accuracy: 'commune', matchedName: town.name };
  }
  const digits = (query.postcode ?? '').replace(/^(?:F|FR)-?/i, '').replace(/\s/g, '');
  const postcode = /^\d{5}$/.test(digits) ? digits : /^\d{4}$/.test(digits) ? `0${digits}` : '';
  if (key === '' && postcode === '') return null;
  return locateInFrance(index, key, postcode, home);
}

/**
 * The country of a town with a postcode and no country beside them: `FR` when both may be French, another when a town of that
 * name is in one country alone, '' when the postcode is none of France or its zero is missing and the town is not French.
 */
export function countryOf({ city, postcode }: { city: string; postcode: string }, resources: string): string {
  const index = indexOf(resources);
  const key = townKey(city);
  const digits = postcode
    .replace(/^F(?:R)?\s*-?\s*(?=\d)/i, '')
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/[.,]0$/, '');
  const full = /^\d{4,5}$/.test(digits) ? digits.padStart(5, '0') : '';
  // A cell that holds the postcode too, or both at once, is read elsewhere.
  if (key === '' || /\bcedex\b/i.test(city) || /^\d{5}\D/.test(digits) || /\d{4}/.test(city)) return 'FR';
  const sharing = full === '' ? [] : (index.byPostcode.get(full) ?? []);
  const named = index.byName.get(key) ?? [];
  const departments = departmentsOf(full);
  const isPadded = digits.length === 4;
  if (named.some(({ department }) => departments.includes(department) || !isPadded)) return 'FR';
  if (districtOf(index, key, full) !== undefined || sharing.some((commune) => akin(commune, key))) return 'FR';
  const abroad = index.countries.filter((country) => townAbroad(index, country, city) !== undefined);
  const [only, second] = abroad;
  if (only !== undefined && second === undefined) return only;
  // A misspelt town beside a postcode that a commune has is a French one as far as anyone can tell; with a zero made up it is not.
  return full === '' || (sharing.length > 0 && !isPadded) ? 'FR' : '';
}
