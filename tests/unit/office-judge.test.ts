/** The judge of Office files finds each fault that is seeded, Microsoft's own or ours, and says where. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../electron/service/formats/pptx/write.ts';
import { sampleDeck } from '../factories/deck.ts';
import { court, officeFaultsOf, offices } from '../helpers/office-judge.ts';
import { packageFaults, type PackageFault } from '../helpers/package-faults.ts';

let sound: Uint8Array;
beforeAll(async () => {
  sound = await writePptx(await sampleDeck());
});

type Change = (parts: Record<string, Uint8Array>) => void;
const changed = (change: Change): Uint8Array => {
  const parts = unzipSync(sound);
  change(parts);
  return zipSync(parts, { level: 0 });
};
const edit =
  (name: string, from: string | RegExp, to: string): Change =>
  (parts) => {
    const before = strFromU8(parts[name] ?? new Uint8Array());
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    parts[name] = strToU8(after);
  };

/** Those that stop the validator from opening the file come alone; the others are seeded all at once, for each run has its price. */
describe('what Microsoft’s validator sees', () => {
  const alone: [fault: string, said: RegExp, change: Change][] = [
    [
      'a part without a type',
      /slide2\.xml/,
      edit('[Content_Types].xml', /<Override PartName="\/ppt\/slides\/slide2\.xml"[^>]*>/, ''),
    ],
    ['a part that is gone', /notesSlide3/, (parts) => void delete parts['ppt/notesSlides/notesSlide3.xml']],
  ];
  it.each(alone)('says %s', async (_fault, said, change) => {
    expect((await officeFaultsOf(changed(change), '.pptx', ['Office2019'])).join('\n')).toMatch(said);
  });

  it('says each of many faults, and where it is', async () => {
    const many: [said: RegExp, change: Change][] = [
      [/slide4\.xml.*not closed/, edit('ppt/slides/slide4.xml', '</p:sld>', '')],
      [/app\.xml.*entity/i, edit('docProps/app.xml', 'Aurore &amp; Fils', 'Aurore & Fils')],
      [/slide1\.xml.*rId99/, edit('ppt/slides/slide1.xml', /r:embed="rId\d+"/, 'r:embed="rId99"')],
      [/slide2\.xml.*#FFFFFF/, edit('ppt/slides/slide2.xml', /srgbClr val="[0-9A-F]{6}"/, 'srgbClr val="#FFFFFF"')],
      [
        /presentation\.xml.*notesMasterIdLst/,
        edit(
          'ppt/presentation.xml',
          /(<p:notesMasterIdLst>.*<\/p:notesMasterIdLst>)(<p:sldIdLst>.*<\/p:sldIdLst>)/,
          '$2$1',
        ),
      ],
      [/slide5\.xml.*pPr/, edit('ppt/slides/slide5.xml', '</a:r><a:r>', '</a:r><a:pPr/><a:r>')],
      [/chart1\.xml.*axId/, edit('ppt/charts/chart1.xml', '</c:barChart>', '<c:axId val="1"/></c:barChart>')],
    ];
    const faults = await officeFaultsOf(
      changed((parts) => {
        for (const [, change] of many) change(parts);
      }),
      '.pptx',
      offices,
    );
    for (const [said] of many) expect(faults.filter((fault) => said.test(fault))).toHaveLength(1);
  });

  it('says a fault in the sheet of a chart', async () => {
    const faults = await officeFaultsOf(
      changed((parts) => {
        const name = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx';
        const book = unzipSync(parts[name] ?? new Uint8Array());
        edit('xl/worksheets/sheet1.xml', '<sheetData>', '<rows/><sheetData>')(book);
        parts[name] = zipSync(book);
      }),
      '.pptx',
      ['Office2019'],
    );
    expect(faults).toEqual([expect.stringMatching(/Worksheet1\.xlsx > .*sheet1\.xml.*rows/)]);
  });
});

describe('what only our own check sees', () => {
  it('finds nothing in a sound package', () => {
    expect(packageFaults(sound)).toEqual([]);
  });

  it.each<[PackageFault['rule'], Change]>([
    ['zip', (parts) => void (parts['ppt/media/'] = new Uint8Array())],
    [
      'zip',
      (parts) => {
        const types = parts['[Content_Types].xml'] ?? new Uint8Array();
        delete parts['[Content_Types].xml'];
        parts['[Content_Types].xml'] = types;
      },
    ],
    [
      'content_type',
      edit(
        '[Content_Types].xml',
        '</Types>',
        '<Override PartName="/ppt/slideMasters/slideMaster9.xml" ContentType="x"/></Types>',
      ),
    ],
    ['content_type', edit('[Content_Types].xml', 'image/jpeg', 'image/jpg')],
    [
      'content_type',
      (parts) => {
        const name = Object.keys(parts).find((part) => part.startsWith('ppt/media/')) ?? '';
        parts[name] = strToU8('hello');
      },
    ],
    [
      'external',
      edit(
        'ppt/slides/_rels/slide1.xml.rels',
        '</Relationships>',
        '<Relationship Id="rId77" Type="http://x/image" Target="http://x/y.png" TargetMode="External"/></Relationships>',
      ),
    ],
    ['id', edit('ppt/slides/slide1.xml', /<p:cNvPr id="3"/, '<p:cNvPr id="2"')],
    ['id', edit('ppt/slideMasters/slideMaster1.xml', 'id="2147483649"', 'id="2147483648"')],
    ['name', edit('ppt/slides/slide1.xml', /name="Texte \d+"/g, 'name="Texte"')],
    ['ground', edit('ppt/slides/slide1.xml', '<a:effectLst/>', '')],
    ['body', edit('ppt/slides/slide2.xml', /<p:txBody><a:bodyPr\/>.*?<\/p:txBody>/, '')],
    ['alt', edit('ppt/slides/slide1.xml', / descr="[^"]+"/, '')],
    ['title', edit('ppt/slides/slide1.xml', '<p:ph type="title"/>', '')],
    ['notes', edit('ppt/notesSlides/notesSlide1.xml', /<a:t>[\s\S]*?<\/a:t>/g, '<a:t></a:t>')],
    ['theme', edit('ppt/notesMasters/_rels/notesMaster1.xml.rels', 'theme2.xml', 'theme1.xml')],
    ['font', edit('ppt/slides/slide1.xml', 'typeface="Georgia"', 'typeface="Gelasio"')],
    ['language', edit('ppt/slides/slide8.xml', /lang="fr-FR"/g, 'lang="en-US"')],
    ['orphan', (parts) => void (parts['ppt/media/left.png'] = strToU8('\u0089P'))],
    [
      'duplicate_media',
      (parts) => {
        const name = Object.keys(parts).find((part) => part.startsWith('ppt/media/')) ?? '';
        parts[name.replace('.jpeg', 'b.jpeg')] = parts[name] ?? new Uint8Array();
      },
    ],
  ])('finds a fault of %s', (rule, change) => {
    expect(packageFaults(changed(change)).map((fault) => fault.rule)).toContain(rule);
  });
});

describe('the court', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-court-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('judges what is written while it watches, in a folder or at a path, and nothing else', async () => {
    writeFileSync(join(folder, 'before.pptx'), 'no zip');
    const { watch, sentence } = court();
    await watch([folder, join(folder, 'good.pptx')], async () => {
      writeFileSync(join(folder, 'good.pptx'), sound);
      writeFileSync(join(folder, 'list.csv'), 'a;b');
    });
    await sentence();
    await watch([folder], async () => {
      writeFileSync(join(folder, 'before.pptx'), 'no zip either');
      writeFileSync(join(folder, 'bad.pptx'), changed(edit('ppt/slides/slide1.xml', '</p:sld>', '')));
    });
    await expect(sentence()).rejects.toThrow(/bad\.pptx:\n.*slide1\.xml[\s\S]*before\.pptx:\n/);
    await sentence();
  });
});
