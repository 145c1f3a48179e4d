/** Countries by their codes and by the names that French and English files give them; overseas territories are their own. */
import { fold } from '#shared/base/fold.ts';
import { cellText, type Cell } from './cells.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

const threeLetters: Record<string, string> = {
  FRA: 'FR',
  DEU: 'DE',
  GER: 'DE',
  ESP: 'ES',
  ITA: 'IT',
  BEL: 'BE',
  NLD: 'NL',
  LUX: 'LU',
  CHE: 'CH',
  SUI: 'CH',
  GBR: 'GB',
  IRL: 'IE',
  PRT: 'PT',
  AUT: 'AT',
  POL: 'PL',
  CZE: 'CZ',
  SVK: 'SK',
  HUN: 'HU',
  ROU: 'RO',
  BGR: 'BG',
  GRC: 'GR',
  HRV: 'HR',
  SVN: 'SI',
  SRB: 'RS',
  DNK: 'DK',
  SWE: 'SE',
  NOR: 'NO',
  FIN: 'FI',
  EST: 'EE',
  LVA: 'LV',
  LTU: 'LT',
  MAR: 'MA',
  TUN: 'TN',
  DZA: 'DZ',
  SEN: 'SN',
  CIV: 'CI',
  CMR: 'CM',
  TUR: 'TR',
  USA: 'US',
  CAN: 'CA',
  MEX: 'MX',
  BRA: 'BR',
  ARG: 'AR',
  CHN: 'CN',
  JPN: 'JP',
  KOR: 'KR',
  IND: 'IN',
  AUS: 'AU',
  ZAF: 'ZA',
  ARE: 'AE',
  MCO: 'MC',
  AND: 'AD',
};
/** Names beside those of the Unicode lists, without hyphens, articles and points. */
const otherNames: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  angleterre: 'GB',
  scotland: 'GB',
  ecosse: 'GB',
  wales: 'GB',
  'pays de galles': 'GB',
  'grande bretagne': 'GB',
  'irlande nord': 'GB',
  'northern ireland': 'GB',
  hollande: 'NL',
  holland: 'NL',
  nederland: 'NL',
  usa: 'US',
  us: 'US',
  'etats unis amerique': 'US',
  'united states america': 'US',
  'republique tcheque': 'CZ',
  'czech republic': 'CZ',
  coree: 'KR',
  'coree sud': 'KR',
  'south korea': 'KR',
  'republique coree': 'KR',
  'coree nord': 'KP',
  'cote ivoire': 'CI',
  'ivory coast': 'CI',
  turkey: 'TR',
  turquie: 'TR',
  russie: 'RU',
  'federation russie': 'RU',
  'viet nam': 'VN',
  espana: 'ES',
  deutschland: 'DE',
  'republique federale allemagne': 'DE',
  rfa: 'DE',
  italia: 'IT',
  osterreich: 'AT',
  schweiz: 'CH',
  'confederation suisse': 'CH',
  polska: 'PL',
  belgie: 'BE',
  'grand duche luxembourg': 'LU',
  'france metropolitaine': 'FR',
  'france metropole': 'FR',
  'france continentale': 'FR',
  'republique francaise': 'FR',
  metropole: 'FR',
  corse: 'FR',
  corsica: 'FR',
  reunion: 'RE',
  'ile reunion': 'RE',
  guyane: 'GF',
  'guyane francaise': 'GF',
  'french guiana': 'GF',
  polynesie: 'PF',
  tahiti: 'PF',
  caledonie: 'NC',
  'saint martin': 'MF',
  'saint barthelemy': 'BL',
  'saint pierre et miquelon': 'PM',
  'wallis et futuna': 'WF',
  rdc: 'CD',
  drc: 'CD',
  'congo kinshasa': 'CD',
  zaire: 'CD',
  'republique democratique congo': 'CD',
  congo: 'CG',
  'congo brazzaville': 'CG',
  'republique congo': 'CG',
  'hong kong': 'HK',
  hongkong: 'HK',
  macao: 'MO',
  macau: 'MO',
  emirats: 'AE',
  eau: 'AE',
  uae: 'AE',
  macedoine: 'MK',
  'macedoine nord': 'MK',
  bosnie: 'BA',
  'bosnie herzegovine': 'BA',
  'cap vert': 'CV',
  'cape verde': 'CV',
  'ile maurice': 'MU',
  palestine: 'PS',
  bielorussie: 'BY',
  belarus: 'BY',
  birmanie: 'MM',
  burma: 'MM',
  myanmar: 'MM',
  moldavie: 'MD',
  'republique moldavie': 'MD',
  swaziland: 'SZ',
  'timor oriental': 'TL',
  'ile man': 'IM',
  vatican: 'VA',
  chine: 'CN',
  'republique populaire chine': 'CN',
  'republique slovaque': 'SK',
  'republique irlande': 'IE',
  eire: 'IE',
  'republique dominicaine': 'DO',
  'republique centrafricaine': 'CF',
  centrafrique: 'CF',
  'republique sud africaine': 'ZA',
};

/** The letters that stand on cars and before postcodes: `D-10115`. */
const carLetters: Record<string, string> = { D: 'DE', B: 'BE', F: 'FR', E: 'ES', I: 'IT', L: 'LU', P: 'PT', A: 'AT' };

/** A name without what writers vary: hyphens, points, brackets, apostrophes, articles, `rep.` for `république`. */
function nameKey(text: string): string {
  return fold(text)
    .replace(/\brep\./g, 'republique ')
    .replace(/\b(st|ste)[. -]/g, 'saint ')
    .replace(/\b[dl]'/g, ' ')
    .replace(/[-'.,()/&]+/g, ' ')
    .replace(/\bof the\b|\bthe\b|\bof\b|\b(?:la|le|les|du|de|des)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

const retired = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'FX',
  'NT',
  'QU',
  'EU',
  'EZ',
  'UN',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
  'DY',
  'HV',
  'NH',
  'RH',
  'XA',
  'XB',
  'ZZ',
]);

let byName: Map<string, string> | null = null;

/** Every country's French and English name, the short one too where brackets hold another; made on first use. */
function countryNames(): Map<string, string> {
  if (byName !== null) return byName;
  const names = new Map<string, string>(Object.entries(otherNames).map(([name, code]) => [nameKey(name), code]));
  const add = (name: string, code: string): void => {
    // Deprecated codes share a name with the living one, which comes later or earlier: a known one is kept.
    if (!names.has(nameKey(name))) names.set(nameKey(name), code);
  };
  for (const lang of ['fr', 'en']) {
    const display = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
    for (let first = 65; first <= 90; first += 1) {
      for (let second = 65; second <= 90; second += 1) {
        const code = String.fromCharCode(first, second);
        const name = retired.has(code) ? undefined : display.of(code);
        if (name !== undefined) add(name, code);
      }
    }
  }
  byName = names;
  return names;
}

const longest = 100;

/** Reads a country by its ISO code of two or three letters, or its French or English name; gives the two-letter code. */
export function parseCountry(cell: Cell): Outcome<string> {
  const text = cellText(cell);
  if (text.length > longest) return refuse('countryUnknown');
  const upper = text.toUpperCase();
  if (upper === 'FR') return accept('FR');
  const names = countryNames();
  const found = names.get(nameKey(text)) ?? threeLetters[upper] ?? carLetters[upper];
  if (found !== undefined) return accept(found);
  return /^[A-Z]{2}$/.test(upper) && [...names.values()].includes(upper) ? accept(upper) : refuse('countryUnknown');
}
