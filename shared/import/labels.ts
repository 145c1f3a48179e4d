/** The free labels by which records are grouped: those that differ by case, accents, spaces, hyphens or apostrophes are one. */
import { fold } from '../base/fold.ts';

/** The columns that hold such labels, by table. */
export const labelColumns: Record<string, readonly string[]> = {
  territories: ['kind'],
  sites: ['kind'],
  people: ['jobTitle'],
  initiatives: ['theme'],
  campaigns: ['theme', 'pillar'],
};

/** What two spellings of one label have in common: `Centre de soins`, `CENTRE  DE SOINS`. */
export function labelKey(label: string): string {
  return fold(label);
}
