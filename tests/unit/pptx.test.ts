/** The PPTX that is written: sound for Office in every look and language, whatever is said in it, and true to its data. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { slackOf, wrap } from '#shared/deck/measure.ts';
import type { Slide } from '#shared/deck/slides.ts';
import { temperaments } from '#shared/deck/themes.ts';
import { packageOf, type Part } from '../../electron/service/formats/pptx/package.ts';
import { writePptx } from '../../electron/service/formats/pptx/write.ts';
import { sampleDeck, sampleSlides } from '../factories/deck.ts';
import { officeFaultsOf, offices } from '../helpers/office-judge.ts';

const faultsOf = (bytes: Uint8Array): Promise<string[]> => officeFaultsOf(bytes, '.pptx');

let sound: Uint8Array;
let parts: Record<string, Uint8Array>;
beforeAll(async () => {
  sound = await writePptx(await sampleDeck());
  parts = unzipSync(sound);
});

const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
const allSlides = (): string =>
  Object.keys(parts)
    .filter((name) => /slides\/slide\d+\.xml$/.test(name))
    .map(part)
    .join('');

/** The slides with the chart of the first that has one drawn from these values. */
function charted(values: (number | null)[], labels: string[]): Slide[] {
  return sampleSlides().flatMap((slide) => {
    const { chart } = slide;
    return chart === null ? [] : [{ ...slide, chart: { ...chart, values, labels, provenances: [] } }];
  });
}

describe('Office', () => {
  it.each(temperaments)('takes a deck in the temperament %s and both languages', async (temperament) => {
    for (const lang of ['fr', 'en'] as const) {
      const deck = await writePptx(await sampleDeck(undefined, { temperament, lang }));
      expect(await officeFaultsOf(deck, '.pptx', offices)).toEqual([]);
    }
  });

  it('takes names that would break XML, emoji, every script, and texts without end', async () => {
    const hard = ['<&>"\' \u0007 \uD800 👩🏽‍🚒', '_x0041_ \uFFFE\t]]>', 'محمد, יעל, 王芳, Žižek', 'Œ'.repeat(2000)];
    const slides = hard.flatMap((title) =>
      sampleSlides().map((slide) => ({
        ...slide,
        texts: { ...slide.texts, title, body: `${title}\n\n${title}` },
        items: slide.items.map((item) => ({ ...item, title, detail: title })),
        figures: slide.figures.map((figure) => ({ ...figure, label: title, unit: title.slice(0, 12) })),
        chart: slide.chart && {
          ...slide.chart,
          title,
          unit: title.slice(0, 12),
          labels: slide.chart.labels.map(() => title),
        },
        notes: 'a & b < c\n\u0000',
      })),
    );
    const deck = await sampleDeck(slides, { organisation: 'A & B "<C>"\u0001' });
    expect(await faultsOf(await writePptx({ ...deck, title: hard[0] ?? '' }))).toEqual([]);
  });

  it('takes charts of nothing known, of nothing at all, of one value, below zero, tiny and huge', async () => {
    const slides = [[null, null, null], [], [7], [-3.5, 0, -120], [1e-9, 2e-9], [1e15, 3e15]].flatMap((values) =>
      charted(
        values,
        values.map((_value, index) => `M${index}`),
      ),
    );
    expect(await faultsOf(await writePptx(await sampleDeck(slides)))).toEqual([]);
  });

  it('takes a deck without a slide', async () => {
    expect(await faultsOf(await writePptx(await sampleDeck([])))).toEqual([]);
  });
});

describe('the writer', () => {
  it('gives the same bytes for the same deck', async () => {
    expect(Buffer.compare(await writePptx(await sampleDeck()), sound)).toBe(0);
  });

  it('keeps a picture once, however often and under however many names it is shown', async () => {
    const deck = await sampleDeck();
    const [first] = deck.pictures.values();
    for (const key of deck.pictures.keys()) if (first !== undefined) deck.pictures.set(key, first);
    const names = Object.keys(unzipSync(await writePptx(deck))).filter((name) => name.startsWith('ppt/media/'));
    expect(names).toHaveLength(1);
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toHaveLength(4);
  });

  it('tells a missing value from zero in the chart and in its sheet', () => {
    const chart = part('ppt/charts/chart1.xml');
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
    expect(/<c:val>[\s\S]*<c:pt idx="7">/.test(chart)).toBe(false);
    const book = unzipSync(parts['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array());
    const sheet = strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<c r="B8"><v>540</v></c>');
    expect(sheet).not.toContain('r="B9"');
  });

  it('says in its formulas where the sheet holds the labels and the values', () => {
    const chart = part('ppt/charts/chart1.xml');
    expect([...chart.matchAll(/<c:f>(.*?)<\/c:f>/g)].map(([, formula]) => formula)).toEqual([
      'Feuil1!$B$1',
      'Feuil1!$A$2:$A$13',
      'Feuil1!$B$2:$B$13',
    ]);
    const book = unzipSync(parts['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'] ?? new Uint8Array());
    expect(strFromU8(book['xl/workbook.xml'] ?? new Uint8Array())).toContain('<sheet name="Feuil1"');
  });

  it('hatches estimated months of the native chart, outlines declared ones, and leaves missing ones out', () => {
    const chart = part('ppt/charts/chart1.xml');
    const points = [...chart.matchAll(/<c:dPt><c:idx val="(\d+)"\/>[\s\S]*?<\/c:dPt>/g)].map(([point, at]) => [
      Number(at),
      point.includes('pattFill') ? 'hatched' : point.includes('noFill') ? 'outlined' : 'solid',
    ]);
    expect(points).toEqual([
      [2, 'outlined'],
      [3, 'outlined'],
      [4, 'hatched'],
      [10, 'hatched'],
    ]);
  });

  it('writes the unit of a figure smaller, in the same paragraph', () => {
    const [paragraph = ''] =
      /<a:p>(?:(?!<\/a:p>).)*>12[^<]*480<(?:(?!<\/a:p>).)*<\/a:p>/.exec(part('ppt/slides/slide5.xml')) ?? [];
    const sizes = [...paragraph.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
    expect(sizes).toHaveLength(2);
    expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 2);
    expect(paragraph.match(/<a:pPr/g)).toHaveLength(1);
  });

  it('gives a text of several lines a width at which letters narrower than measured still break where the app breaks', async () => {
    const deck = await sampleDeck();
    const laid = deck.slides.flatMap((slide) => slide.laid.boxes).filter((box) => box.kind === 'text');
    const written = [...allSlides().matchAll(/<p:sp>(?:(?!<\/p:sp>).)*<a:ext cx="(\d+)"(?:(?!<\/p:sp>).)*<\/p:sp>/g)]
      .map(([shape, width]) => ({ text: [...shape.matchAll(/<a:t>([^<]*)/g)].map(([, t]) => t).join(''), width }))
      .filter(({ text }) => text !== '');
    expect(written).toHaveLength(laid.length);
    let narrowed = 0;
    for (const [at, box] of laid.entries()) {
      if (box.lines.length < 2 || box.text.includes('\n')) continue;
      const inches = Number(written[at]?.width) / 914_400;
      const drawn = wrap(box.text, inches * slackOf(box.font, box.bold), box.font, box.size, box.bold);
      expect(drawn.lines).toEqual(box.truncated ? drawn.lines : box.lines);
      if (inches < box.w - 0.001) narrowed += 1;
    }
    expect(narrowed).toBeGreaterThan(0);
  });

  it('marks right-to-left names as such and ornaments as decorative', () => {
    expect(allSlides()).toMatch(/rtl="1"[\s\S]{0,400}lang="ar-SA"/);
    expect(allSlides()).toContain('adec:decorative');
  });

  it('names shapes in the language of the deck', async () => {
    expect(part('ppt/slides/slide1.xml')).toMatch(/name="Titre \d+"/);
    const english = unzipSync(await writePptx(await sampleDeck(undefined, { lang: 'en' })));
    expect(strFromU8(english['ppt/slides/slide1.xml'] ?? new Uint8Array())).toMatch(/name="Title \d+"/);
  });
});

describe('a package', () => {
  const one: Part = { name: 'a.xml', type: 'x', content: '<a/>', links: [] };
  const root = [{ id: 'rId1', type: 'officeDocument', to: 'a.xml' }];
  const now = '2026-11-24T08:00:00.000Z';

  it.each<[string, RegExp, Part[]]>([
    [
      'a link to nothing',
      /b\.png, which is not there/,
      [{ ...one, links: [{ id: 'rId1', type: 'image', to: 'b.png' }] }],
    ],
    ['a part that nothing leads to', /Nothing leads to b\.xml/, [one, { ...one, name: 'b.xml' }]],
    ['a part twice', /twice/, [one, one]],
    [
      'an ending without a type',
      /\.gif/,
      [
        { ...one, links: [{ id: 'rId1', type: 'image', to: 'b.gif' }] },
        { ...one, name: 'b.gif' },
      ],
    ],
  ])('is not written with %s', async (_name, said, all) => {
    await expect(async () => packageOf(all, root, now)).rejects.toThrow(said);
  });
});
