/** Every slide stays on its page and its texts in their boxes, whatever is written on it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { page, pictureIn, provenanceBar, type Box } from '#shared/deck/boxes.ts';
import { drawChart, ticksOf } from '#shared/deck/chart-drawing.ts';
import { contrast, mix } from '#shared/deck/colours.ts';
import { layoutSlide, type LayoutContext } from '#shared/deck/layout.ts';
import { breakWidths, fitText, joinLines, textWidth, wrap } from '#shared/deck/measure.ts';
import {
  emptySlide,
  fieldsOf,
  inPages,
  pageSizes,
  picturedKinds,
  slideKinds,
  type Picture,
  type Slide,
  type SlideKind,
} from '#shared/deck/slides.ts';
import { categoryGround, temperaments, themeOf } from '#shared/deck/themes.ts';
import { frenchTypography, initialsOf, isRtl, quoted, typeset } from '#shared/deck/typography.ts';
import { sampleSlides } from '../factories/deck.ts';
import { holds } from '../factories/properties.ts';

const context = (temperament: (typeof temperaments)[number] = 'sober'): LayoutContext => ({
  theme: themeOf({ temperament, primary: '#1F5C4D', accent: '#E0A100' }),
  lang: 'fr',
  logo: null,
});
const picture = (width: number, height: number): Picture => ({
  source: 'attachment',
  id: 'p',
  width,
  height,
  alt: 'Une photo',
  credit: null,
});
const long =
  'Anticonstitutionnellement, la collecte inter-sites de vêtements professionnels réemployables avance à grands pas dans toutes les régions. '.repeat(
    12,
  );

/** What is wrong with a box, or null: plain comparisons, for there are some hundred thousand of them. */
function faultOf(box: Box): string | null {
  if (box.kind === 'line')
    return [box.x1, box.x2].every((x) => x >= -0.001 && x <= page.width + 0.001) &&
      [box.y1, box.y2].every((y) => y >= -0.001 && y <= page.height + 0.001)
      ? null
      : 'a line off the page';
  if (
    !(box.x >= -0.001 && box.y >= -0.001 && box.x + box.w <= page.width + 0.001 && box.y + box.h <= page.height + 0.001)
  )
    return 'off the page';
  if (!(box.w > 0 && box.h > 0)) return 'without extent';
  if (box.kind !== 'text') return null;
  if (box.size < 18) return `at ${box.size} points`;
  if ((box.lines.length * box.size * box.lineHeight) / 72 > box.h + 0.02) return 'higher than its place';
  const wide = box.lines.find(
    (line) =>
      textWidth(line, box.font, box.size, box.bold) >
      Math.max(box.w, textWidth([...line][0] ?? '', box.font, box.size, box.bold)) + 0.02,
  );
  return wide === undefined ? null : `wider than its place: ${wide}`;
}

function expectInside(boxes: Box[]): void {
  for (const box of boxes) {
    const fault = faultOf(box);
    if (fault !== null) expect({ fault, box }).toBeNull();
  }
}

/** A slide of a kind with every text the same and as many entries as one page holds. */
function full(kind: SlideKind, words: string, entries: number, shown: Picture | null): Slide {
  return {
    ...emptySlide('k', kind),
    texts: Object.fromEntries(fieldsOf[kind].map((field) => [field, words])),
    picture: shown,
    items: Array.from({ length: entries }, () => ({
      eyebrow: words,
      title: words,
      detail: words,
      colour: '#2B5C8A',
      picture: shown,
      person: true,
    })),
    figures: Array.from({ length: Math.min(4, entries) }, (_, at) => ({
      label: words,
      value: at === 1 ? null : 1_234_567.891,
      unit: words.slice(0, 30),
      decimals: 2,
      provenance: (['measured', 'declared', 'estimated'] as const)[at % 3] ?? 'measured',
    })),
    number: 12,
    colour: '#8A2F45',
  };
}

describe('layout', () => {
  it.each(slideKinds)('keeps %s on its page with nothing, little, very long and right-to-left texts', (kind) => {
    for (const words of [
      '',
      'Vélo',
      long,
      'x'.repeat(400),
      'جائزة السفراء للمسؤولية الاجتماعية',
      'עידית כהן-לוי',
      '👩🏽‍🚒🏳️‍🌈 Équipe 🌱🌱🌱',
      'a\nb\n\n\n\nc',
    ]) {
      const pictures =
        kind === 'agenda' || kind === 'figures'
          ? [null]
          : [null, picture(4000, 3000), picture(600, 2400), picture(12_000, 900), picture(0, 0), picture(1, 1)];
      for (const shown of pictures) {
        for (const temperament of temperaments) {
          const most =
            kind === 'agenda'
              ? pageSizes.agenda
              : kind === 'nominees'
                ? pageSizes.nominees
                : kind === 'winners'
                  ? pageSizes.winners
                  : 4;
          for (const entries of kind === 'winner' ? [0, 2] : picturedKinds.includes(kind) ? [0] : [0, 1, 3, most])
            expectInside(layoutSlide(full(kind, words, entries, shown), context(temperament)).boxes);
        }
      }
    }
  });

  it('holds for any text', () => {
    holds(
      fc.property(
        fc.constantFrom(...slideKinds),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom(...temperaments),
        (kind, words, entries, temperament) => {
          const most = kind === 'nominees' ? 4 : 8;
          expectInside(layoutSlide(full(kind, words, Math.min(entries, most), null), context(temperament)).boxes);
        },
      ),
      { runs: 150 },
    );
  });

  it('has exactly one heading on every slide that has a title, and reads right-to-left names from the right', () => {
    for (const temperament of temperaments) {
      for (const kind of slideKinds) {
        for (const shown of [null, picture(1600, 1200)]) {
          const { boxes } = layoutSlide(full(kind, 'Une idée', 2, shown), context(temperament));
          expect(
            boxes.filter((box) => box.kind === 'text' && box.role === 'title'),
            `${temperament} ${kind}`,
          ).toHaveLength(1);
        }
      }
    }
    const { boxes } = layoutSlide({ ...emptySlide('w', 'winner'), texts: { title: 'נועה לוי' } }, context());
    expect(boxes.find((box) => box.kind === 'text' && box.role === 'title')).toMatchObject({
      rtl: true,
      align: 'right',
    });
  });

  it('keeps saffron for winners', () => {
    for (const temperament of temperaments) {
      for (const kind of slideKinds) {
        const { boxes } = layoutSlide(full(kind, 'Une idée', 2, null), context(temperament));
        const uses = JSON.stringify(boxes).includes('#E0A100');
        if (kind === 'winners') continue;
        expect(uses, `${temperament} ${kind}`).toBe(kind === 'winner');
      }
    }
  });

  it('sets letters, not a grey box, where a photo is missing', () => {
    const { boxes } = layoutSlide(
      { ...emptySlide('w', 'winner'), texts: { title: 'Zoé Œhler' }, person: true },
      context(),
    );
    expect(boxes.find((box) => box.kind === 'text' && box.decorative)).toMatchObject({ text: 'ZŒ' });
    expect(boxes.some((box) => box.kind === 'picture')).toBe(false);
  });

  it('gives a photo at least half of the slide', () => {
    const photo = picture(1600, 1200);
    for (const temperament of temperaments) {
      for (const kind of ['title', 'picture', 'opener', 'winner', 'thanks'] as const) {
        const { boxes } = layoutSlide(full(kind, 'Une idée', 0, photo), context(temperament));
        const shown = boxes.find((box) => box.kind === 'picture');
        expect(
          shown?.kind === 'picture' ? (shown.w * shown.h) / (page.width * page.height) : 0,
          `${temperament} ${kind}`,
        ).toBeGreaterThanOrEqual(0.5);
      }
    }
  });

  it('keeps words on a photo readable over a white one', () => {
    let judged = 0;
    for (const primary of ['#1F5C4D', '#FFFFFF', '#000000', '#FFE000']) {
      const theme = themeOf({ temperament: 'photo', primary, accent: '#E0A100' });
      for (const kind of ['title', 'picture', 'opener', 'nominees', 'winner', 'winners', 'thanks'] as const) {
        const { boxes } = layoutSlide(full(kind, 'Une idée', 3, picture(1600, 1200)), {
          theme,
          lang: 'fr',
          logo: null,
        });
        boxes.forEach((box, at) => {
          if (box.kind !== 'text' || box.decorative) return;
          // What lies under the words: the plates from the picture up, on white.
          let ground = '#FFFFFF';
          for (const under of boxes.slice(0, at)) {
            const covers =
              under.kind !== 'line' &&
              under.x <= box.x + 0.01 &&
              under.y <= box.y + 0.01 &&
              under.x + under.w >= box.x + box.w - 0.01 &&
              under.y + under.h >= box.y + box.h - 0.01;
            if (!covers) continue;
            if (under.kind === 'picture') ground = '#FFFFFF';
            if (under.kind === 'rect') ground = mix(ground, under.fill, under.opacity);
          }
          const bare = boxes.some(
            (one) =>
              one.kind === 'picture' &&
              one.x < box.x + box.w &&
              one.y < box.y + box.h &&
              one.x + one.w > box.x &&
              one.y + one.h > box.y,
          );
          if (!bare) return;
          judged += 1;
          expect(contrast(box.colour, ground), `${primary} ${kind} ${box.text}`).toBeGreaterThanOrEqual(4.5);
        });
      }
    }
    expect(judged).toBeGreaterThan(10);
  });

  it('breaks a title evenly: no word alone on the last line', () => {
    const { boxes } = layoutSlide(
      { ...emptySlide('t', 'title'), texts: { title: 'Prix des ambassadeurs 2026' } },
      context(),
    );
    const title = boxes.find((box) => box.kind === 'text' && box.role === 'title');
    expect(title).toMatchObject({ lines: ['Prix des', 'ambassadeurs 2026'] });
  });

  it('draws measured solid, declared outlined and estimated hatched, hatches inside the bar', () => {
    const place = { x: 1, y: 2, w: 0.6, h: 1.4 };
    expect(provenanceBar(place, 'measured', '#000000').kind).toBe('rect');
    const [declared, estimated] = [
      provenanceBar(place, 'declared', '#000000'),
      provenanceBar(place, 'estimated', '#000000'),
    ];
    expect(declared.kind === 'mesh' ? declared.threads.length : 0).toBe(4);
    if (estimated.kind !== 'mesh') throw new Error('not hatched');
    expect(estimated.threads.length).toBeGreaterThan(15);
    for (const [x1, y1, x2, y2] of estimated.threads) {
      for (const x of [x1, x2]) expect(x >= 1 - 1e-9 && x <= 1.6 + 1e-9).toBe(true);
      for (const y of [y1, y2]) expect(y >= 2 - 1e-9 && y <= 3.4 + 1e-9).toBe(true);
      expect(Math.abs(Math.abs(x2 - x1) - Math.abs(y2 - y1)) < 1e-9 || x1 === x2 || y1 === y2).toBe(true);
    }
  });

  it('says a unit once', () => {
    const figure = {
      label: 'Personnes aidées',
      value: 630,
      unit: 'personnes',
      decimals: 0,
      provenance: 'measured',
    } as const;
    const { boxes } = layoutSlide(
      { ...emptySlide('f', 'figures'), figures: [figure, { ...figure, label: 'Heures de bénévolat', unit: 'h' }] },
      context(),
    );
    const numbers = boxes.filter((box) => box.kind === 'text' && box.text === '630');
    expect(numbers.map((box) => (box.kind === 'text' ? (box.tail?.text ?? null) : ''))).toEqual([null, '\u00A0h']);
  });

  it('finds round steps for any highest value, however small', () => {
    expect(ticksOf(0, 1720)).toEqual([0, 500, 1000, 1500, 2000]);
    for (const highest of [1e-9, 1e-300, 1.5e-323, 5e-324]) expect(ticksOf(0, highest).length).toBeLessThan(9);
  });

  it('draws a chart with gaps inside its place', () => {
    holds(
      fc.property(
        fc.array(fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: null }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom('bar' as const, 'line' as const),
        (values, type) => {
          const slide: Slide = {
            ...full('figures', 'Kilos', 1, null),
            chart: {
              type,
              title: 'Kilos',
              unit: 'kg',
              decimals: 1,
              labels: values.map((_, at) => String(at + 1)),
              values,
            },
          };
          const chart = layoutSlide(slide, context()).boxes.find((box) => box.kind === 'chart');
          expect(chart).toBeDefined();
          if (chart?.kind !== 'chart') return;
          const drawn = drawChart(chart, 'fr');
          expect(drawn.filter((box) => box.kind === (type === 'bar' ? 'rect' : 'ellipse'))).toHaveLength(
            values.filter((value) => value !== null).length,
          );
          for (const box of drawn) {
            if (box.kind !== 'rect') continue;
            expect(box.y).toBeGreaterThanOrEqual(chart.y - 0.01);
            expect(box.y + box.h).toBeLessThanOrEqual(chart.y + chart.h + 0.01);
          }
        },
      ),
      { runs: 100 },
    );
    expect(ticksOf(0, 37)).toEqual([0, 10, 20, 30, 40]);
    // Values too small for a computer to divide.
    expect(ticksOf(-5e-324, 5e-324)).toEqual([0, 1]);
    expect(ticksOf(0, 4e-299)).toHaveLength(5);
  });
});

describe('pages', () => {
  it('spreads entries evenly', () => {
    expect(inPages([], 4)).toEqual([[]]);
    expect(inPages(['a'], 4)).toEqual([['a']]);
    expect(
      inPages(
        Array.from({ length: 9 }, (_, at) => at),
        8,
      ).map((part) => part.length),
    ).toEqual([5, 4]);
    const forty = inPages(
      Array.from({ length: 40 }, (_, at) => at),
      pageSizes.agenda,
    );
    expect(forty.map((part) => part.length)).toEqual([14, 13, 13]);
    expect(forty.flat()).toEqual(Array.from({ length: 40 }, (_, at) => at));
  });
});

describe('texts', () => {
  it('shrinks to the floor, then ends with an ellipsis at the end of a word', () => {
    const options = { font: 'text', size: 24, floor: 18, lineHeight: 1.3, width: 4, height: 1 } as const;
    expect(fitText('Court', options)).toMatchObject({ size: 24, lines: ['Court'], truncated: false });
    const fitted = fitText(long, options);
    expect(fitted).toMatchObject({ size: 18, truncated: true });
    const end = fitted.lines[fitted.lines.length - 1] ?? '';
    expect(end.endsWith('…')).toBe(true);
    expect(long).toContain(end.slice(0, -1));
    expect([' ', ',', '.']).toContain(long[long.indexOf(end.slice(0, -1)) + end.length - 1]);
  });

  it('breaks between words and never loses one', () => {
    holds(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'é', 'W', 'm', 'œ'), minLength: 1, maxLength: 8 }), {
          maxLength: 30,
        }),
        (list) => {
          const { lines, broken } = wrap(list.join(' '), 3, 'text', 20);
          expect(broken).toBe(false);
          expect(
            lines
              .join(' ')
              .split(' ')
              .filter((word) => word !== ''),
          ).toEqual(list);
        },
      ),
    );
  });

  it('tells between which widths a text breaks as it does', () => {
    const word = fc
      .string({ unit: fc.constantFrom('a', 'é', 'W', '-', 'i'), minLength: 1, maxLength: 7 })
      .filter((text) => !text.endsWith('-'));
    holds(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, at) => {
          const text = list.join(' ');
          const { lines } = wrap(text, 3, 'title', 20);
          const { least, below } = breakWidths(lines, 'title', 20);
          expect(least).toBeLessThanOrEqual(3);
          if (lines.length === 1) return;
          expect(below).toBeGreaterThan(3);
          expect(wrap(text, least + 1e-6 + (below - least - 2e-6) * at, 'title', 20).lines).toEqual(lines);
          expect(wrap(text, below + 1e-6, 'title', 20).lines).not.toEqual(lines);
        },
      ),
    );
  });

  it('breaks after a hyphen between letters, as browsers and PowerPoint do, and joins again without a space', () => {
    const { lines } = wrap('La cantine anti-gaspi', 2.2, 'text', 20, true);
    expect(lines).toEqual(['La cantine anti-', 'gaspi']);
    expect(joinLines(lines)).toBe('La cantine anti-gaspi');
    expect(wrap('Du 12-13 mai', 0.8, 'text', 20).lines).toEqual(['Du', '12-13', 'mai']);
    expect(wrap('Saint-Étienne-du-Rouvray', 1.6, 'text', 20)).toEqual({
      lines: ['Saint-', 'Étienne-du-', 'Rouvray'],
      broken: false,
    });
    const fitted = fitText('Saint-Étienne-du-Rouvray et alentours', {
      font: 'text',
      size: 20,
      floor: 20,
      lineHeight: 1.3,
      width: 1.6,
      height: 0.8,
    });
    expect(fitted).toMatchObject({ lines: ['Saint-', 'Étienne…'], truncated: true });
  });

  it('prints French as French, once', () => {
    expect(frenchTypography('Qui gagne ? "L\'équipe" !')).toBe('Qui gagne\u202F? «\u00A0L’équipe\u00A0»\u202F!');
    expect(frenchTypography('Voir https://a.fr/?q=1 à 12:30...')).toBe('Voir https://a.fr/?q=1 à 12:30…');
    expect(frenchTypography('Prix: 1 260 kg')).toBe('Prix\u00A0: 1\u202F260 kg');
    expect(quoted('« Bravo »', 'fr')).toBe('«\u00A0Bravo\u00A0»');
    expect(typeset('a\u0007b\r\nc', 'en')).toBe('ab\nc');
    holds(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeset(typeset(text, 'fr'), 'fr')).toBe(typeset(text, 'fr'));
      }),
      { runs: 1000 },
    );
  });

  it('knows direction and initials', () => {
    expect(isRtl('محمد Dupont')).toBe(true);
    expect(isRtl('Dupont محمد')).toBe(false);
    expect(isRtl('👍 12')).toBe(false);
    expect(initialsOf('Marie-Thérèse de La Tour', 2)).toBe('MT');
    expect(initialsOf('L’atelier vélo', 1)).toBe('A');
    expect(initialsOf('👍', 2)).toBe('');
  });
});

describe('the only nominee in the photographic look', () => {
  const of = (width: number, height: number) => {
    const [slide] = sampleSlides().filter(({ key }) => key === 'nominees1');
    const [item] = slide?.items ?? [];
    if (slide === undefined || item === undefined) throw new Error('no such slide');
    const theme = themeOf({ temperament: 'photo', primary: '#1F5C4D', accent: '#E0A100' });
    const shown = { ...slide, items: [{ ...item, picture: picture(width, height) }] };
    return layoutSlide(shown, { theme, lang: 'fr', logo: null }).boxes.find((box) => box.kind === 'picture');
  };

  it('fills the page with a landscape, and keeps the face of an upright photo', () => {
    expect(of(1600, 1000)?.w).toBeCloseTo(page.width);
    const upright = of(900, 1600);
    expect(upright?.w).toBeLessThan(page.width * 0.55);
    // More than a third of it is to be seen.
    expect((upright?.crop.top ?? 1) + (upright?.crop.bottom ?? 1)).toBeLessThan(0.66);
  });
});

describe('pictures and colours', () => {
  it('fills the place, cuts less above than below, and shows panoramas whole', () => {
    const place = { x: 0, y: 0, w: 6, h: 7.5 };
    expect(pictureIn(place, picture(4000, 3000)).crop).toMatchObject({ top: 0, bottom: 0 });
    const { crop } = pictureIn(place, picture(1000, 2000));
    expect(crop.top).toBeLessThan(crop.bottom);
    expect(crop.left).toBe(0);
    const wide = pictureIn(place, picture(9000, 900));
    expect(wide.crop).toEqual({ left: 0, top: 0, right: 0, bottom: 0 });
    expect(wide.w / wide.h).toBeCloseTo(10);
  });

  it('writes readable words on any two colours', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0').toUpperCase()}`);
    holds(
      fc.property(colour, colour, fc.constantFrom(...temperaments), (primary, accent, temperament) => {
        const theme = themeOf({ temperament, primary, accent });
        for (const ground of [theme.page, theme.cover, categoryGround(theme, accent)]) {
          expect(contrast(ground.ink, ground.fill)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(ground.muted, ground.fill)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(theme.primaryInk, theme.page.fill)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(theme.accentInk, theme.page.fill)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
