/** French school zones since September 2016, and the department that tells a site's zone. Data with its source, not law. */

export const schoolZones = ['A', 'B', 'C'] as const;
export type SchoolZone = (typeof schoolZones)[number];

/**
 * Departments by zone, after the academies listed in the decree of 7 December 2022 (JORF of 8 December 2022). Corsica and
 * overseas have calendars of their own, set by their rectors, and no zone.
 */
const departments: Record<SchoolZone, string> = {
  // Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.
  A: '25 39 70 90 24 33 40 47 64 03 15 43 63 21 58 71 89 07 26 38 73 74 19 23 87 01 42 69 16 17 79 86',
  // Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.
  B: '04 05 13 84 02 60 80 59 62 54 55 57 88 44 49 53 72 85 06 83 14 27 50 61 76 18 28 36 37 41 45 08 10 51 52 22 29 35 56 67 68',
  // Créteil, Montpellier, Paris, Toulouse, Versailles.
  C: '77 93 94 11 30 34 48 66 75 09 12 31 32 46 65 81 82 78 91 92 95',
};

const zoneOf = new Map(
  schoolZones.flatMap((zone) => departments[zone].split(' ').map((department) => [department, zone] as const)),
);

/** The zone of a French postcode by its department, or null abroad, in Corsica, overseas and when it is missing. */
export function schoolZoneOf(postcode: string | null, country: string): SchoolZone | null {
  if (country !== 'FR' || postcode === null) return null;
  return zoneOf.get(postcode.trim().slice(0, 2)) ?? null;
}

/** How many departments each zone has; used by the tests that count them. */
export const zoneSizes = Object.fromEntries(
  schoolZones.map((zone) => [zone, departments[zone].split(' ').length]),
) as Record<SchoolZone, number>;
