/** The plain letters by which texts are compared and found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/base/fold.ts';
import { holds } from '../factories/properties.ts';

describe('fold', () => {
  it.each([
    ['Œuvre d’Été', "oeuvre d'ete"],
    ['  Łódź   Straße ', 'lodz strasse'],
    ['ÎLE-DE-FRANCE', 'ile-de-france'],
    ['İstanbul ığ', 'istanbul ig'],
    ['ﬁn × ÷', 'fin × ÷'],
    ['Ŀ ĳ ŉ ſ', "l· ij 'n s"],
    ['', ''],
  ])('of %j', (text, plain) => expect(fold(text)).toBe(plain));

  it('is the same whether accents come composed or apart, and folding twice changes nothing', () => {
    const letter = fc.oneof(
      fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
      fc.string({ unit: 'grapheme', maxLength: 1 }),
    );
    holds(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join('');
        // The sign in front keeps the whole text off the quick way.
        expect(fold(`${text}\u2603`).slice(0, -1).trim()).toBe(fold(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { runs: 500 },
    );
    for (let code = 0xc0; code <= 0x17f; code += 1)
      expect([code, fold(`\u2603${String.fromCharCode(code)}`).slice(1)]).toEqual([
        code,
        fold(String.fromCharCode(code)),
      ]);
  });
});
