/** Units of indicators in the language of what shows them: those that everyone uses are known in both, any other stays as it was typed. */
import { fold } from './fold.ts';
import type { Language } from './common.ts';

const known: readonly (readonly [fr: string, en: string])[] = [
  ['personne', 'person'],
  ['personnes', 'people'],
  ['salariés', 'employees'],
  ['collègues', 'colleagues'],
  ['bénévoles', 'volunteers'],
  ['bénéficiaires', 'beneficiaries'],
  ['élèves', 'pupils'],
  ['jeunes', 'young people'],
  ['enfants', 'children'],
  ['familles', 'families'],
  ['heure', 'hour'],
  ['heures', 'hours'],
  ['jour', 'day'],
  ['jours', 'days'],
  ['repas', 'meals'],
  ['arbres', 'trees'],
  ['vélos', 'bikes'],
  ['trajets', 'trips'],
  ['ateliers', 'workshops'],
  ['associations', 'associations'],
  ['objets', 'items'],
  ['appareils', 'devices'],
  ['vêtements', 'clothes'],
  ['livres', 'books'],
  ['gobelets', 'cups'],
  ['bouteilles', 'bottles'],
  ['ruches', 'hives'],
  ['tonnes', 'tonnes'],
  ['litres', 'litres'],
  ['dons', 'donations'],
  ['pièces', 'pieces'],
  ['sacs', 'bags'],
  ['colis', 'parcels'],
];
const at: Record<Language, 0 | 1> = { fr: 0, en: 1 };
const byFold = new Map(known.flatMap((pair) => pair.map((word) => [fold(word), pair] as const)));

/** A unit in that language: `people` is `personnes` in a French deck. */
export const unitIn = (unit: string, lang: Language): string => byFold.get(fold(unit))?.[at[lang]] ?? unit;

/** A name with its unit in brackets, once: a name that ends with it already, or says it as a word, is left as it is. */
export function withUnit(name: string, unit: string, lang: Language): string {
  const told = unitIn(unit, lang);
  if (told === '') return name;
  const words = fold(name).split(/[^\p{L}\p{N}%€$²³]+/u);
  return words.includes(fold(told)) || words.includes(fold(unit)) ? name : `${name} (${told})`;
}
