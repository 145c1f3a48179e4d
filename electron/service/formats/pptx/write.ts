/** Writes a deck as PPTX: pptxgenjs draws the boxes as native shapes, then the package is put in order. */
import PptxGenJS from 'pptxgenjs';
import { page, type Box, type ChartBox, type MeshBox, type TextBox } from '#shared/deck/boxes.ts';
import { ticksOf } from '#shared/deck/chart-drawing.ts';
import { naturalLine } from '#shared/deck/measure.ts';
import { fonts } from '#shared/deck/themes.ts';
import { pictureKey, type ReadyDeck, type WriteHooks } from './deck.ts';
import { decorativeName, orderPackage, pictureMarker, titleName } from './package.ts';

type Presentation = InstanceType<typeof PptxGenJS>;
type PptxSlide = ReturnType<Presentation['addSlide']>;
type TextProps = NonNullable<Parameters<PptxSlide['addText']>[1]>;

/** Six digits without the hash: with it, or with three or eight, pptxgenjs writes a colour that PowerPoint repairs. */
const hex = (colour: string): string => colour.replace('#', '').toUpperCase();
// The library knows the name; its types only under an enum of theirs.
const customShape = 'custGeom' as Parameters<PptxSlide['addShape']>[0];
const percent = (opacity: number): number => Math.round((1 - opacity) * 100);

/** Writes the deck; the answer is the whole file. Throws what `breathe` throws. */
export async function writePptx(deck: ReadyDeck, hooks: WriteHooks = {}): Promise<Uint8Array> {
  const pptx: Presentation = new PptxGenJS();
  pptx.defineLayout({ name: 'WIDE', width: page.width, height: page.height });
  pptx.layout = 'WIDE';
  pptx.theme = { headFontFace: fonts.title.face, bodyFontFace: fonts.text.face };
  pptx.defineSlideMaster({
    title: 'Maillage',
    background: { color: hex(deck.theme.page.fill) },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.75,
            y: 1.02,
            w: 9.8,
            h: 1.28,
            margin: 0,
            fontFace: fonts.title.face,
            fontSize: 40,
            color: hex(deck.theme.page.ink),
            align: 'left',
            valign: 'top',
          },
          text: '',
        },
      },
    ],
  });
  pptx.defineSlideMaster({ title: 'Maillage, no title', background: { color: hex(deck.theme.page.fill) } });
  let done = 0;
  for (const { laid, notes } of deck.slides) {
    const titled = laid.boxes.some((box) => box.kind === 'text' && box.role === 'title');
    const slide = pptx.addSlide({ masterName: titled ? 'Maillage' : 'Maillage, no title' });
    slide.background = { color: hex(laid.background) };
    laid.boxes.forEach((box, index) => addBox(slide, box, index));
    slide.addNotes(notes);
    done += 1;
    hooks.onSlide?.(done);
    if (done % 25 === 0) await hooks.breathe?.();
  }
  const raw = (await pptx.stream({ compression: false })) as Uint8Array;
  await hooks.breathe?.();
  return orderPackage(raw, deck);
}

function addBox(slide: PptxSlide, box: Box, index: number): void {
  if (box.kind === 'text') return addTextBox(slide, box, index);
  if (box.kind === 'chart') return addChart(slide, box);
  if (box.kind === 'mesh') return addMesh(slide, box);
  if (box.kind === 'line') {
    const place = {
      x: Math.min(box.x1, box.x2),
      y: Math.min(box.y1, box.y2),
      w: Math.abs(box.x2 - box.x1),
      h: Math.abs(box.y2 - box.y1),
    };
    const rising = (box.x2 - box.x1) * (box.y2 - box.y1) < 0;
    slide.addShape('line', {
      ...place,
      flipV: rising,
      line: { color: hex(box.colour), width: box.width, transparency: percent(box.opacity) },
      objectName: decorativeName,
    });
    return;
  }
  if (box.kind === 'picture') {
    const { crop } = box;
    // pptxgenjs crops in inches of the whole picture as it would be drawn.
    const [w, h] = [box.w / (1 - crop.left - crop.right), box.h / (1 - crop.top - crop.bottom)];
    slide.addImage({
      data: pictureMarker(pictureKey(box.picture)),
      x: box.x,
      y: box.y,
      w,
      h,
      sizing: { type: 'crop', x: crop.left * w, y: crop.top * h, w: box.w, h: box.h },
      altText: box.alt,
      objectName: box.alt === '' ? decorativeName : `Image ${index + 1}`,
    });
    return;
  }
  slide.addShape(box.kind, {
    x: box.x,
    y: box.y,
    w: box.w,
    h: box.h,
    fill: { color: hex(box.fill), transparency: percent(box.opacity) },
    objectName: decorativeName,
  });
}

function addTextBox(slide: PptxSlide, box: TextBox, index: number): void {
  const run = {
    fontFace: fonts[box.font].face,
    fontSize: box.size,
    bold: box.bold,
    italic: box.italic,
    color: hex(box.colour),
    ...(box.rtl ? { lang: /\p{Script=Hebrew}/u.test(box.text) ? 'he-IL' : 'ar-SA' } : {}),
  };
  const options: TextProps = {
    // Where the fonts are missing (LibreOffice on Linux has no Georgia), letters get smaller rather than run over each other.
    x: box.x,
    y: box.y,
    w: box.w,
    h: box.h,
    margin: 0,
    fit: 'shrink',
    align: box.align,
    valign: box.anchor,
    wrap: true,
    lineSpacingMultiple: Number((box.lineHeight / naturalLine).toFixed(3)),
    rtlMode: box.rtl,
    objectName: box.decorative ? decorativeName : box.role === 'title' ? titleName : `Text ${index + 1}`,
    ...run,
  };
  // pptxgenjs gives a filled placeholder the layout's place and letters: the title is made one afterwards, with its own.
  if (box.role !== 'title') Object.assign(options, { isTextBox: true });
  if (box.tail === null) slide.addText(box.text, options);
  else
    slide.addText(
      [
        { text: box.text, options: { ...run } },
        { text: box.tail.text, options: { ...run, fontSize: box.tail.size, color: hex(box.tail.colour) } },
      ],
      options,
    );
}

/** One freeform for the threads and one for the knots: a hundred loose shapes would be in the way of whoever edits the slide. */
function addMesh(slide: PptxSlide, box: MeshBox): void {
  const place = { x: box.x, y: box.y, w: box.w, h: box.h };
  const threads = box.threads.flatMap(([x1, y1, x2, y2]) => [
    { x: x1 - box.x, y: y1 - box.y, moveTo: true },
    { x: x2 - box.x, y: y2 - box.y },
  ]);
  const transparency = percent(box.opacity);
  if (threads.length > 0)
    slide.addShape(customShape, {
      ...place,
      points: threads,
      line: { color: hex(box.colour), width: box.width, transparency },
      objectName: decorativeName,
    });
  const knots = box.knots.flatMap(([x, y, r]) => {
    const [cx, cy] = [x - box.x, y - box.y];
    // Four quarter circles: the handles of a cubic that draws a quarter lie at 0.5523 of the radius.
    const k = r * 0.5523;
    const cubic = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number) => ({
      x: toX,
      y: toY,
      curve: { type: 'cubic' as const, x1, y1, x2, y2 },
    });
    return [
      { x: cx + r, y: cy, moveTo: true },
      cubic(cx + r, cy + k, cx + k, cy + r, cx, cy + r),
      cubic(cx - k, cy + r, cx - r, cy + k, cx - r, cy),
      cubic(cx - r, cy - k, cx - k, cy - r, cx, cy - r),
      cubic(cx + k, cy - r, cx + r, cy - k, cx + r, cy),
      { close: true as const },
    ];
  });
  if (knots.length > 0)
    slide.addShape(customShape, {
      ...place,
      points: knots,
      fill: { color: hex(box.colour), transparency },
      objectName: decorativeName,
    });
}

function addChart(slide: PptxSlide, box: ChartBox): void {
  const { chart } = box;
  const known = chart.values.filter((value): value is number => value !== null);
  const ticks = ticksOf(Math.min(0, ...known), Math.max(0, ...known));
  const axis = { color: hex(box.ink), face: fonts.text.face };
  // A missing value is an empty cell, which the package's last step turns into a gap; the library's types know numbers only.
  const values = chart.values as number[];
  slide.addChart(
    chart.type === 'bar' ? 'bar' : 'line',
    [{ name: chart.unit === '' ? chart.title : `${chart.title} (${chart.unit})`, labels: chart.labels, values }],
    {
      x: box.x,
      y: box.y,
      w: box.w,
      h: box.h,
      altText: box.alt,
      objectName: 'Chart',
      chartColors: [hex(box.colour)],
      barDir: 'col',
      barGapWidthPct: 52,
      lineSize: 3,
      lineDataSymbolSize: 9,
      showLegend: false,
      showTitle: false,
      catAxisLabelColor: axis.color,
      catAxisLabelFontFace: axis.face,
      catAxisLabelFontSize: box.size,
      catAxisLineShow: false,
      catGridLine: { style: 'none' },
      valAxisLabelColor: axis.color,
      valAxisLabelFontFace: axis.face,
      valAxisLabelFontSize: box.size,
      valAxisLineShow: false,
      valAxisLabelFormatCode: ticks.every(Number.isInteger) ? '#,##0' : '#,##0.0#',
      valAxisMinVal: ticks[0] ?? 0,
      valAxisMaxVal: ticks[ticks.length - 1] ?? 1,
      valAxisMajorUnit: (ticks[1] ?? 1) - (ticks[0] ?? 0),
      valGridLine: { color: hex(box.line), size: 0.75, style: 'solid' },
    },
  );
}
