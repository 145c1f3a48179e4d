/** Texts that come again in a workbook: each written once, its cells name it by its number. */
import { textTag } from './cells.ts';

export interface SharedTexts {
  /** The number of a text, from 0. */
  number: (text: string) => number;
  /** What stands in the part: every text in the order of its number. */
  part: (root: string) => Generator<string>;
}

/** Where the part lies. */
export const sharedTextsPart = 'xl/sharedStrings.xml';

export function sharedTexts(): SharedTexts {
  const numbers = new Map<string, number>();
  return {
    number: (text) => {
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
    },
    part: function* (root) {
      yield `${root}${[...numbers.keys()].map((text) => `<si>${textTag(text)}</si>`).join('')}</sst>`;
    },
  };
}
