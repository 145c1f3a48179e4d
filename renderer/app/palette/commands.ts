/** Which commands a text means, the likeliest first: by their label, else by what people may call them. */
import { fold } from '#shared/base/fold.ts';
import type { Action } from '../../lib/actions.ts';

export interface Meant {
  action: Action;
  /** The label begins with the text: more likely meant than a record that holds it somewhere. */
  byName: boolean;
}

const most = 8;
const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Greater is likelier; null is not meant at all. Each word typed must begin one of the label's or of its other names. */
function likelihood({ label, detail, words }: Action, typed: readonly string[]): number | null {
  const [ofLabel, ofShown, ofOthers] = [wordsOf(label), wordsOf(`${label} ${detail}`), wordsOf(words)];
  const begins = (known: readonly string[], word: string): boolean => known.some((one) => one.startsWith(word));
  if (!typed.every((word) => begins(ofShown, word) || begins(ofOthers, word))) return null;
  if (ofLabel.join(' ').startsWith(typed.join(' '))) return 3;
  return typed.every((word) => begins(ofShown, word)) ? 2 : 1;
}

/** What can be done now. Without a text: where one can go, and what one can make. */
export function commandsFor(actions: readonly Action[], text: string): Meant[] {
  const typed = wordsOf(text);
  const possible = actions.filter((action) => action.enabled && action.id !== 'edit.search');
  if (typed.length === 0)
    return possible
      .filter(({ id, menu }) => menu === 'go' || id.startsWith('new.'))
      .toSorted((a, b) => Number(b.menu === 'go') - Number(a.menu === 'go'))
      .map((action) => ({ action, byName: false }));
  return possible
    .flatMap((action) => {
      const likely = likelihood(action, typed);
      return likely === null ? [] : [{ action, likely }];
    })
    .toSorted((a, b) => b.likely - a.likely)
    .slice(0, most)
    .map(({ action, likely }) => ({ action, byName: likely === 3 }));
}
