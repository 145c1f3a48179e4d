/** The region of France that a postcode lies in. */
import { divisions } from './geo-data.ts';
import { departmentsOf, overseas } from './gazetteer.ts';

/** Its name as the state writes it; null for another country, no postcode, or one that no department has. */
export function regionOf(resources: string, country: string, postcode: string | null): string | null {
  const { departments, regions } = divisions(resources);
  const codes =
    country === 'FR' || overseas[country] !== undefined
      ? postcode !== null && /^\d{5}$/.test(postcode)
        ? departmentsOf(postcode)
        : [overseas[country] ?? '']
      : [];
  const department = departments.find(({ code }) => codes.includes(code));
  return regions.find(({ code }) => code === department?.region)?.name ?? null;
}
