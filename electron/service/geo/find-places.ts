/** Places to go to on the map, found by the beginning of a word of their name or of their postcode. */
import { fold } from '#shared/base/fold.ts';
import { divisions, geoData } from './geo-data.ts';

export interface FoundPlace {
  name: string;
  /** Department, or country in the language asked for. */
  detail: string;
  lat: number;
  lon: number;
  population: number;
}

interface Entry extends Omit<FoundPlace, 'detail'> {
  key: string;
  postcodes: string[];
  /** Name of the department; null for a town abroad. */
  department: string | null;
  country: string;
}

const indexes = new Map<string, Entry[]>();

const keyOf = (name: string): string =>
  ` ${fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;

function entriesOf(resources: string): Entry[] {
  const known = indexes.get(resources);
  if (known !== undefined) return known;
  const { communes, towns, otherNames } = geoData(resources);
  const nameOf = new Map(divisions(resources).departments.map(({ code, name }) => [code, name]));
  const other = new Map<string, string>();
  for (const [country, also, name] of otherNames)
    other.set(`${country} ${name}`, `${other.get(`${country} ${name}`) ?? ''} ${also}`);
  const french = communes.flatMap(({ name, postcodes, department, population, lat, lon }): Entry[] =>
    lat === null || lon === null
      ? []
      : [
          {
            name,
            key: keyOf(name),
            postcodes,
            department: nameOf.get(department) ?? department,
            country: 'FR',
            lat,
            lon,
            population: population ?? 0,
          },
        ],
  );
  const abroad = towns.map(({ country, name, population, lat, lon }): Entry => ({
    name,
    key: keyOf(`${name} ${other.get(`${country} ${name}`) ?? ''}`),
    postcodes: [],
    department: null,
    country,
    lat,
    lon,
    population,
  }));
  const entries = [...french, ...abroad].sort((a, b) => b.population - a.population);
  indexes.set(resources, entries);
  return entries;
}

/** At most `limit`: those whose name begins with the text first, the largest of them first. */
export function findPlaces(query: string, limit: number, lang: 'fr' | 'en', resources: string): FoundPlace[] {
  const key = keyOf(query).trimEnd();
  if (key.trim() === '') return [];
  const isPostcode = /^ \d{2,5}$/.test(key);
  const first: Entry[] = [];
  const then: Entry[] = [];
  for (const entry of entriesOf(resources)) {
    if (isPostcode ? entry.postcodes.some((postcode) => postcode.startsWith(key.trim())) : entry.key.startsWith(key))
      first.push(entry);
    else if (!isPostcode && entry.key.includes(key)) then.push(entry);
    if (first.length >= limit) break;
  }
  const countries = new Intl.DisplayNames(lang, { type: 'region' });
  return [...first, ...then].slice(0, limit).map(({ name, department, country, lat, lon, population }) => ({
    name,
    detail: department ?? countries.of(country) ?? country,
    lat,
    lon,
    population,
  }));
}
