/** A next step that counts what waits: there is none where nothing does. */
import type { NextStep } from './feature.ts';
import { useFormat } from './format.ts';
import { useWord } from './use-word.ts';
import type { WordKey } from './words.ts';

/** `label` is filled with the count, and with what else it needs. */
export function useCountedStep(): (
  step: Omit<NextStep, 'text'> & { count: number; label: WordKey; values?: Record<string, unknown> },
) => NextStep[] {
  const word = useWord();
  const format = useFormat();
  return ({ count, label, values, ...step }) =>
    count === 0 ? [] : [{ ...step, text: word(label, { count, number: format.number(count), ...values }) }];
}
