/** The boxes of a slide as Office's native shapes: whoever opens the deck can edit each of them. */
import { localeOf } from '#shared/base/locale.ts';
import type { Language } from '#shared/base/common.ts';
import type { Box, LineBox, MeshBox, PictureBox, Place, ShapeBox, TextBox } from '#shared/deck/boxes.ts';
import { breakWidths, slackOf } from '#shared/deck/measure.ts';
import { noText, textBody } from './text.ts';
import { emu, escapeXml, noOutline, outline, solid } from './xml.ts';

/** What shapes are called where PowerPoint lists them and screen readers name them. */
const names = {
  fr: { title: 'Titre', text: 'Texte', picture: 'Image', chart: 'Graphique', ornament: 'Ornement' },
  en: { title: 'Title', text: 'Text', picture: 'Picture', chart: 'Chart', ornament: 'Ornament' },
} as const;

export interface ShapeContext {
  lang: Language;
  /** The id of the link to a picture's or chart's part. */
  linkOf: (box: Extract<Box, { kind: 'picture' | 'chart' }>) => string;
}

const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** Id, name and what a screen reader says: nothing where `alt` is empty, for it is an ornament then. */
function identity(id: number, name: string, alt: string | null): string {
  const tag = `p:cNvPr id="${id}" name="${name} ${id}"`;
  if (alt === null) return `<${tag}/>`;
  return alt.trim() === '' ? `<${tag}>${decorative}</p:cNvPr>` : `<${tag} descr="${escapeXml(alt)}"/>`;
}

const placed = ({ x, y, w, h }: Place, attributes = ''): string =>
  `<a:xfrm${attributes}><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;
const preset = (name: string): string => `<a:prstGeom prst="${name}"><a:avLst/></a:prstGeom>`;

/** The width at which the text breaks where the app breaks it, though the letters drawn are narrower than those measured. */
function breakingWidth(box: TextBox): number {
  if (box.lines.length < 2 || box.text.includes('\n')) return box.w;
  const { least, below } = breakWidths(box.lines, box.font, box.size, box.bold);
  const slack = slackOf(box.font, box.bold);
  return below / slack > box.w ? box.w : Math.min(box.w, (least / slack + below / slack) / 2);
}

/** A little more room than the lines take, where the words do not move: a program that counts them higher need not shrink them. */
function roomy(box: TextBox): Place {
  const more = (box.size * 0.15) / 72;
  const up = { top: 0, middle: more / 2, bottom: more }[box.anchor];
  const w = breakingWidth(box);
  const aside = { left: 0, center: (box.w - w) / 2, right: box.w - w }[box.align];
  return { x: box.x + aside, y: box.y - up, w, h: box.h + more };
}

function textShape(box: TextBox, id: number, lang: Language): string {
  const title = box.role === 'title';
  const own = identity(id, title ? names[lang].title : names[lang].text, box.decorative ? '' : null);
  const kind = title
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
  return `<p:sp><p:nvSpPr>${own}${kind}</p:nvSpPr><p:spPr>${placed(roomy(box))}${preset('rect')}<a:noFill/></p:spPr>${textBody(box, localeOf(lang))}</p:sp>`;
}

function ornament(id: number, lang: Language, properties: string): string {
  return `<p:sp><p:nvSpPr>${identity(id, names[lang].ornament, '')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${properties}</p:spPr>${noText}</p:sp>`;
}

const plainShape = (box: ShapeBox, id: number, lang: Language): string =>
  ornament(id, lang, `${placed(box)}${preset(box.kind)}${solid(box.fill, box.opacity)}${noOutline}`);

function lineShape(box: LineBox, id: number, lang: Language): string {
  const { x1, y1, x2, y2 } = box;
  const place = { x: Math.min(x1, x2), y: Math.min(y1, y2), w: Math.abs(x2 - x1), h: Math.abs(y2 - y1) };
  const rising = (x2 - x1) * (y2 - y1) < 0;
  return `<p:cxnSp><p:nvCxnSpPr>${identity(id, names[lang].ornament, '')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${placed(place, rising ? ' flipV="1"' : '')}${preset('line')}${outline(box.colour, box.width, box.opacity)}</p:spPr></p:cxnSp>`;
}

function freeform(box: MeshBox, path: string, paint: string): string {
  const size = `w="${emu(box.w)}" h="${emu(box.h)}"`;
  return `${placed(box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path ${size}>${path}</a:path></a:pathLst></a:custGeom>${paint}`;
}

/** One freeform for the threads and one for the knots: a hundred loose shapes would be in the way of whoever edits the slide. */
function meshShapes(box: MeshBox, nextId: () => number, lang: Language): string {
  const point = (x: number, y: number): string => `<a:pt x="${emu(x - box.x)}" y="${emu(y - box.y)}"/>`;
  const move = (x: number, y: number): string => `<a:moveTo>${point(x, y)}</a:moveTo>`;
  const shapes: string[] = [];
  if (box.threads.length > 0) {
    const path = box.threads.map(([x1, y1, x2, y2]) => `${move(x1, y1)}<a:lnTo>${point(x2, y2)}</a:lnTo>`);
    const paint = `<a:noFill/>${outline(box.colour, box.width, box.opacity)}`;
    shapes.push(ornament(nextId(), lang, freeform(box, path.join(''), paint)));
  }
  if (box.knots.length > 0) {
    const path = box.knots.map(([x, y, r]) => {
      const half = (from: number): string =>
        `<a:arcTo wR="${emu(r)}" hR="${emu(r)}" stAng="${from}" swAng="10800000"/>`;
      return `${move(x + r, y)}${half(0)}${half(10_800_000)}<a:close/>`;
    });
    shapes.push(
      ornament(nextId(), lang, freeform(box, path.join(''), `${solid(box.colour, box.opacity)}${noOutline}`)),
    );
  }
  return shapes.join('');
}

function pictureShape(box: PictureBox, id: number, context: ShapeContext): string {
  const cut = (share: number): number => Math.round(share * 100_000);
  const { left, top, right, bottom } = box.crop;
  const crop =
    left + top + right + bottom === 0
      ? ''
      : `<a:srcRect l="${cut(left)}" t="${cut(top)}" r="${cut(right)}" b="${cut(bottom)}"/>`;
  return `<p:pic><p:nvPicPr>${identity(id, names[context.lang].picture, box.alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${context.linkOf(box)}"/>${crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${placed(box)}${preset('rect')}</p:spPr></p:pic>`;
}

function chartShape(box: Extract<Box, { kind: 'chart' }>, id: number, context: ShapeContext): string {
  const chart = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
  const place = placed(box).replaceAll('a:xfrm', 'p:xfrm');
  return `<p:graphicFrame><p:nvGraphicFramePr>${identity(id, names[context.lang].chart, box.alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place}<a:graphic><a:graphicData uri="${chart}"><c:chart xmlns:c="${chart}" r:id="${context.linkOf(box)}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

/** The shapes of a slide, back to front; ids and names are given once each. */
export function shapesOf(boxes: Box[], context: ShapeContext): string {
  // 1 is the slide's own group.
  let last = 1;
  const nextId = (): number => (last += 1);
  const { lang } = context;
  return boxes
    .map((box) => {
      if (box.kind === 'text') return textShape(box, nextId(), lang);
      if (box.kind === 'line') return lineShape(box, nextId(), lang);
      if (box.kind === 'mesh') return meshShapes(box, nextId, lang);
      if (box.kind === 'picture') return pictureShape(box, nextId(), context);
      if (box.kind === 'chart') return chartShape(box, nextId(), context);
      return plainShape(box, nextId(), lang);
    })
    .join('');
}
