/** Numbers under texts, for the keys of a million rows: the same answers as a map, whatever is set, changed and taken away. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordNumbers, textNumbers, textsByNumber } from '../../electron/service/engines/intake/text-numbers.ts';
import { holds } from '../factories/properties.ts';

it('numbers under texts answer as a map does', async () => {
  const key = fc.oneof(fc.string({ maxLength: 3 }), fc.nat(400).map(String));
  const step = fc.record({ key, value: fc.option(fc.oneof(fc.nat(), fc.constant(0xffff_fff0)), { nil: null }) });
  await holds(
    fc.property(fc.array(step, { maxLength: 1500, size: 'max' }), (steps) => {
      const map = new Map<string, number>();
      const numbers = textNumbers();
      for (const { key: text, value } of steps) {
        if (value === null) {
          map.delete(text);
          numbers.delete(text);
        } else {
          map.set(text, value);
          numbers.set(text, value);
        }
      }
      for (const text of [...map.keys(), ...steps.map((one) => one.key), 'never'])
        expect(numbers.get(text)).toBe(map.get(text));
    }),
    { runs: 40 },
  );
});

it('two hundred thousand texts that differ by little are all told apart, and those between them are unknown', () => {
  const numbers = textNumbers();
  for (let n = 0; n < 200_000; n += 1) numbers.set(`M${n * 2}`, n);
  let wrong = 0;
  for (let n = 0; n < 200_000; n += 1)
    if (numbers.get(`M${n * 2}`) !== n || numbers.get(`M${n * 2 + 1}`) !== undefined) wrong += 1;
  expect(wrong).toBe(0);
});

it('records have one number each, and texts of theirs that are changed', () => {
  const records = recordNumbers();
  expect(['a', 'b', 'a', 'c'].map(records.of)).toEqual([0, 1, 0, 2]);
  expect([records.known('c'), records.known('d'), records.idOf(1)]).toEqual([2, undefined, 'b']);
  const texts = textsByNumber();
  texts.set(3, 'three');
  texts.set(1, 'one');
  texts.set(3, 'drei');
  expect([0, 1, 2, 3, 4, -1].map(texts.get)).toEqual(['', 'one', '', 'drei', '', '']);
});
