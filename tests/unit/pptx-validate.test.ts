/** The package check finds each fault that is seeded, and none in what the writer writes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { temperaments } from '#shared/deck/themes.ts';
import { validatePptx, type PackageFault } from '../../electron/service/formats/pptx/validate.ts';
import { writePptx } from '../../electron/service/formats/pptx/write.ts';
import { xmlFault } from '../../electron/service/formats/pptx/xml.ts';
import { sampleDeck, sampleSlides } from '../factories/deck.ts';

let sound: Uint8Array;
beforeAll(async () => {
  sound = await writePptx(await sampleDeck());
});

/** The rules broken after a change of the parts. */
function broken(change: (parts: Record<string, Uint8Array>) => void): PackageFault['rule'][] {
  const parts = unzipSync(sound);
  change(parts);
  return [...new Set(validatePptx(zipSync(parts, { level: 0 })).map(({ rule }) => rule))];
}
const edit =
  (name: string, from: string | RegExp, to: string) =>
  (parts: Record<string, Uint8Array>): void => {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    parts[name] = strToU8(after);
  };

describe('the writer', () => {
  it.each(temperaments)('writes a sound package in the temperament %s and both languages', async (temperament) => {
    for (const lang of ['fr', 'en'] as const)
      expect(validatePptx(await writePptx(await sampleDeck(undefined, { temperament, lang })))).toEqual([]);
  });

  it('gives the same bytes for the same deck', async () => {
    expect(Buffer.compare(await writePptx(await sampleDeck()), sound)).toBe(0);
  });

  it('tells a missing value from zero in the chart and in its sheet', () => {
    const parts = unzipSync(sound);
    const chart = strFromU8(parts['ppt/charts/chart1.xml'] ?? new Uint8Array());
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
    expect(/<c:val>[\s\S]*<c:pt idx="7">/.test(chart)).toBe(false);
    const book = Object.keys(parts).find((name) => name.endsWith('.xlsx')) ?? '';
    const sheet = strFromU8(unzipSync(parts[book] ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('r="B8"');
    expect(sheet).not.toContain('r="B9"');
  });

  it('hatches estimated months of the native chart, outlines declared ones, and leaves missing ones out', () => {
    const chart = strFromU8(unzipSync(sound)['ppt/charts/chart1.xml'] ?? new Uint8Array());
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
    expect(chart.indexOf('<c:dPt>')).toBeGreaterThan(chart.indexOf('<c:invertIfNegative'));
    expect(chart.indexOf('<c:dPt>')).toBeLessThan(chart.indexOf('<c:cat>'));
  });

  it('marks right-to-left names as such and ornaments as decorative', () => {
    const all = Object.entries(unzipSync(sound))
      .filter(([name]) => /slides\/slide\d+\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
      .join('');
    expect(all).toMatch(/rtl="1"[\s\S]{0,400}lang="ar-SA"/);
    expect(all).toContain('adec:decorative');
  });

  it('survives names that would break XML', async () => {
    const slides = sampleSlides().map((slide) => ({
      ...slide,
      texts: { ...slide.texts, title: '<&>"\' \u0007 \uD800 👩🏽‍🚒' },
      notes: 'a & b < c\n\u0000',
    }));
    expect(validatePptx(await writePptx(await sampleDeck(slides, { organisation: 'A & B "<C>"\u0001' })))).toEqual([]);
  });
});

describe('the check', () => {
  it('finds nothing in a sound package', () => {
    expect(validatePptx(sound)).toEqual([]);
  });

  it.each<[PackageFault['rule'], (parts: Record<string, Uint8Array>) => void]>([
    [
      'zip',
      (parts) => {
        parts['ppt/media/'] = new Uint8Array();
      },
    ],
    ['xml', edit('ppt/slides/slide1.xml', '</p:sld>', '')],
    ['xml', edit('docProps/app.xml', 'Aurore &amp; Fils', 'Aurore & Fils')],
    [
      'content_type',
      edit(
        '[Content_Types].xml',
        '</Types>',
        '<Override PartName="/ppt/slideMasters/slideMaster9.xml" ContentType="x"/></Types>',
      ),
    ],
    ['content_type', edit('[Content_Types].xml', 'image/jpeg', 'image/jpg')],
    ['content_type', edit('[Content_Types].xml', /<Override PartName="\/ppt\/slides\/slide2\.xml"[^>]*>/, '')],
    [
      'relationship',
      (parts) => {
        delete parts['ppt/notesSlides/notesSlide3.xml'];
      },
    ],
    ['relationship', edit('ppt/slides/slide1.xml', /r:embed="rId\d+"/, 'r:embed="rId99"')],
    [
      'external',
      edit(
        'ppt/slides/_rels/slide1.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId77" Type="http://x/image" Target="http://x/y.png" TargetMode="External"/></Relationships>',
      ),
    ],
    ['id', edit('ppt/slides/slide1.xml', /<p:cNvPr id="3"/, '<p:cNvPr id="2"')],
    ['alt', edit('ppt/slides/slide1.xml', / descr="[^"]+"/, '')],
    ['title', edit('ppt/slides/slide1.xml', '<p:ph type="title"/>', '')],
    ['notes', edit('ppt/notesSlides/notesSlide1.xml', /<a:t>[\s\S]*?<\/a:t>/g, '<a:t></a:t>')],
    ['theme', edit('ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2.xml', 'theme1.xml')],
    ['colour', edit('ppt/slides/slide1.xml', /srgbClr val="[0-9A-F]{6}"/, 'srgbClr val="#FFFFFF"')],
    [
      'orphan',
      (parts) => {
        parts['ppt/media/left.png'] = strToU8('\u0089P');
      },
    ],
    [
      'duplicate_media',
      (parts) => {
        const name = Object.keys(parts).find((part) => part.startsWith('ppt/media/')) ?? '';
        parts[`${name.replace('.jpeg', 'b.jpeg')}`] = parts[name] ?? new Uint8Array();
      },
    ],
    ['language', edit('ppt/slides/slide8.xml', /lang="fr-FR"/g, 'lang="en-US"')],
  ])('finds a fault of %s', (rule, change) => {
    expect(broken(change)).toContain(rule);
  });

  it('knows well-formed XML', () => {
    expect(xmlFault('<?xml version="1.0"?><a b="1"><!-- x --><c/>t &amp; &#233;</a>')).toBeNull();
    for (const bad of [
      '',
      'a',
      '<a>',
      '<a></b>',
      '<a b=1/>',
      '<a b="1" b="2"/>',
      '<a>&x;</a>',
      '<a/><b/>',
      '<a>\u0001</a>',
      '<a b="<"/>',
      '<a',
      '<a/>x',
    ])
      expect(xmlFault(bad), bad).not.toBeNull();
  });
});
