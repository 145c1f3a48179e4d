/** Kinds of territory in the language of who reads: everyday ones are known in both, any other stays as it was typed. */
import type { Language } from '../base/common.ts';
import { fold } from '../base/fold.ts';

const known: readonly (readonly [fr: string, en: string])[] = [
  ['région', 'region'],
  ['pays', 'country'],
  ['département', 'department'],
  ['direction', 'division'],
  ['zone', 'area'],
  ['ville', 'city'],
  ['continent', 'continent'],
];
const byFold = new Map(known.flatMap((pair) => pair.map((word) => [fold(word), pair] as const)));

/** `region` is `région` in a French window. */
export const territoryKindIn = (kind: string, lang: string): string =>
  byFold.get(fold(kind))?.[lang === 'en' ? 1 : 0] ?? kind;

/** What a territory is called that was made from its name alone. */
export const regionKind: Record<Language, string> = { fr: 'région', en: 'region' };
