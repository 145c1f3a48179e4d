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

  it.each([..."'’‘`´ʼʹʻ′＇"])('takes %j for an apostrophe, whatever stands around it', (sign) => {
    expect(fold(`Shaun O${sign}Neil`)).toBe("shaun o'neil");
    expect(fold(`Œuvre d${sign}Été`)).toBe("oeuvre d'ete");
  });

  it.each([...'-‐‑‒–—―−－'])('takes %j for a hyphen', (sign) => {
    expect(fold(`Jean${sign}Pierre`)).toBe('jean-pierre');
    expect(fold(`Île${sign}de${sign}France`)).toBe('ile-de-france');
  });

  it.each([...'\u00AD\u200B\u200C\u200D\u2060\uFEFF'])('does not see %j', (sign) => {
    expect(fold(`Noë${sign}l`)).toBe('noel');
  });

  it('is the same whether accents come composed or apart, and folding twice changes nothing', () => {
    const letter = fc.oneof(
      fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x2b0, max: 0x2ff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x2000, max: 0x2070 }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0xfe00, max: 0xffef }).map((code) => String.fromCharCode(code)),
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
