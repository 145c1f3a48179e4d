/** A deck of 300 slides as PPTX, sanitised and with each picture once, against pptxgenjs alone writing the same boxes. */
import PptxGenJS from 'pptxgenjs';
import { page, type Box } from '#shared/deck/boxes.ts';
import { fonts } from '#shared/deck/themes.ts';
import { pictureKey, type ReadyDeck } from '../../electron/service/formats/pptx/deck.ts';
import { writePptx } from '../../electron/service/formats/pptx/write.ts';
import { sampleDeck, sampleSlides } from '../factories/deck.ts';
import { alternate, type Bench } from './measure.ts';

const count = 300;
const hex = (colour: string): string => colour.slice(1);
type Presentation = InstanceType<typeof PptxGenJS>;

function addBare(slide: ReturnType<Presentation['addSlide']>, box: Box, pictures: Map<string, string>): void {
  if (box.kind === 'text')
    slide.addText(box.text, {
      x: box.x,
      y: box.y,
      w: box.w,
      h: box.h,
      margin: 0,
      align: box.align,
      valign: box.anchor,
      fontFace: fonts[box.font].face,
      fontSize: box.size,
      bold: box.bold,
      italic: box.italic,
      color: hex(box.colour),
    });
  else if (box.kind === 'picture') {
    const [w, h] = [box.w / (1 - box.crop.left - box.crop.right), box.h / (1 - box.crop.top - box.crop.bottom)];
    slide.addImage({
      data: pictures.get(pictureKey(box.picture)) ?? '',
      x: box.x,
      y: box.y,
      w,
      h,
      sizing: { type: 'crop', x: box.crop.left * w, y: box.crop.top * h, w: box.w, h: box.h },
      altText: box.alt,
    });
  } else if (box.kind === 'rect' || box.kind === 'ellipse')
    slide.addShape(box.kind, {
      x: box.x,
      y: box.y,
      w: box.w,
      h: box.h,
      fill: { color: hex(box.fill), transparency: Math.round((1 - box.opacity) * 100) },
    });
  else if (box.kind === 'line')
    slide.addShape('line', {
      x: Math.min(box.x1, box.x2),
      y: Math.min(box.y1, box.y2),
      w: Math.abs(box.x2 - box.x1),
      h: Math.abs(box.y2 - box.y1),
      line: { color: hex(box.colour), width: box.width },
    });
  else if (box.kind === 'mesh') {
    const points = box.threads.flatMap(([x1, y1, x2, y2]) => [
      { x: x1 - box.x, y: y1 - box.y, moveTo: true },
      { x: x2 - box.x, y: y2 - box.y },
    ]);
    slide.addShape('custGeom' as 'rect', {
      x: box.x,
      y: box.y,
      w: box.w,
      h: box.h,
      points,
      line: { color: hex(box.colour), width: box.width },
    });
  } else if (box.kind === 'chart')
    slide.addChart(
      'bar',
      [{ name: box.chart.title, labels: box.chart.labels, values: box.chart.values.map((value) => value ?? 0) }],
      { x: box.x, y: box.y, w: box.w, h: box.h },
    );
}

/** What anyone would write: every picture handed over as it is, the file compressed as the library does it. */
async function writeBare(deck: ReadyDeck): Promise<Uint8Array> {
  const pptx: Presentation = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', width: page.width, height: page.height });
  pptx.layout = 'WIDE';
  const pictures = new Map(
    [...deck.pictures].map(([key, { mediaType, bytes }]) => [
      key,
      `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
    ]),
  );
  for (const { laid, notes } of deck.slides) {
    const slide = pptx.addSlide();
    slide.background = { color: hex(laid.background) };
    for (const box of laid.boxes) addBare(slide, box, pictures);
    slide.addNotes(notes);
  }
  return (await pptx.stream({ compression: true })) as Uint8Array;
}

export const deckBenches: Bench[] = [
  {
    name: `deck of ${count} slides as PPTX`,
    against: 'pptxgenjs alone, the same boxes',
    target: 1.5,
    run: async () => {
      const some = sampleSlides();
      const slides = Array.from({ length: Math.ceil(count / some.length) }, (_, round) =>
        some.map((slide) => ({ ...slide, key: `${slide.key}-${round}` })),
      )
        .flat()
        .slice(0, count);
      const deck = await sampleDeck(slides);
      let [ours, bare] = [0, 0];
      const run = async (): Promise<void> => {
        ours = (await writePptx(deck)).length;
      };
      const runBare = async (): Promise<void> => {
        bare = (await writeBare(deck)).length;
      };
      await run();
      await runBare();
      const times = await alternate(5, run, runBare);
      return { ...times, note: `files of ${(ours / 1e6).toFixed(1)} and ${(bare / 1e6).toFixed(1)} MB` };
    },
  },
];
