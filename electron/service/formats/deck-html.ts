/** A deck as one HTML file with everything inside, a page a slide, to be printed to a tagged PDF. */
import { page, type Box, type PictureBox, type TextBox } from '#shared/deck/boxes.ts';
import { drawChart } from '#shared/deck/chart-drawing.ts';
import type { Language } from '#shared/base/common.ts';
import { gapAfter } from '#shared/deck/measure.ts';
import { fonts } from '#shared/deck/themes.ts';
import { pictureKey, type ReadyDeck } from './pptx/deck.ts';
import { escapeXml } from './pptx/xml.ts';

const inches = (value: number): string => `${Number(value.toFixed(4))}in`;
const place = (box: { x: number; y: number; w: number; h: number }): string =>
  `left:${inches(box.x)};top:${inches(box.y)};width:${inches(box.w)};height:${inches(box.h)}`;

const styles = `
@page { size: ${inches(page.width)} ${inches(page.height)}; margin: 0; }
html, body { margin: 0; padding: 0; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
section { position: relative; width: ${inches(page.width)}; height: ${inches(page.height)}; overflow: hidden; break-after: page; break-inside: avoid; }
section:last-child { break-after: auto; }
section > * { position: absolute; margin: 0; padding: 0; box-sizing: border-box; font-weight: 400; }
.text { display: flex; flex-direction: column; white-space: pre; }
.text > span { display: block; }
.title { font-family: ${fonts.title.stack}; }
.body { font-family: ${fonts.text.stack}; }
figure { overflow: hidden; }
figure img { position: absolute; max-width: none; }
svg { overflow: visible; }
`;

/** The whole document; `letters` is the CSS of its fonts. Nothing in it is fetched, nothing runs. */
export function deckHtml(deck: ReadyDeck, letters = ''): string {
  const sections = deck.slides.map(
    ({ laid }) =>
      `<section style="background:${laid.background}" aria-label="${escapeXml(laid.title)}">${laid.boxes.map((box) => boxHtml(box, deck)).join('')}</section>`,
  );
  return `<!doctype html><html lang="${deck.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'"><title>${escapeXml(deck.title)}</title><style>${letters}${styles}</style></head><body>${sections.join('\n')}</body></html>`;
}

function boxHtml(box: Box, deck: ReadyDeck): string {
  if (box.kind === 'text') return textHtml(box);
  if (box.kind === 'picture') return pictureHtml(box, deck);
  if (box.kind === 'chart') {
    return `<figure role="img" aria-label="${escapeXml(box.alt)}" style="left:0;top:0;width:100%;height:100%">${svgOf(drawChart(box, deck.lang), deck.lang)}</figure>`;
  }
  if (box.kind === 'rect')
    return `<div aria-hidden="true" style="${place(box)};background:${box.fill};opacity:${box.opacity}"></div>`;
  return svgOf([box], deck.lang);
}

function textHtml(box: TextBox): string {
  const tag = box.role === 'title' ? 'h1' : 'p';
  const anchor = { top: 'flex-start', middle: 'center', bottom: 'flex-end' }[box.anchor];
  const style = `${place(box)};justify-content:${anchor};text-align:${box.align};font-size:${box.size}pt;line-height:${box.lineHeight};color:${box.colour}${box.bold ? ';font-weight:700' : ''}${box.italic ? ';font-style:italic' : ''}`;
  const tail =
    box.tail === null
      ? ''
      : `<small style="font-size:${box.tail.size}pt;color:${box.tail.colour}">${escapeXml(box.tail.text)}</small>`;
  const lines = box.lines.map(
    (line, index) =>
      `<span>${escapeXml(line === '' ? '\u00A0' : line)}${index === box.lines.length - 1 ? tail : gapAfter(line)}</span>`,
  );
  return `<${tag} class="text ${box.font === 'title' ? 'title' : 'body'}"${box.decorative ? ' aria-hidden="true"' : ''}${box.rtl ? ' dir="rtl"' : ''} style="${style}">${lines.join('')}</${tag}>`;
}

function pictureHtml(box: PictureBox, deck: ReadyDeck): string {
  const picture = deck.pictures.get(pictureKey(box.picture));
  if (picture === undefined) return '';
  const [wide, high] = [1 - box.crop.left - box.crop.right, 1 - box.crop.top - box.crop.bottom];
  const share = (value: number): string => `${Number((value * 100).toFixed(3))}%`;
  const style = `width:${share(1 / wide)};height:${share(1 / high)};left:${share(-box.crop.left / wide)};top:${share(-box.crop.top / high)}`;
  return `<figure style="${place(box)}"><img alt="${escapeXml(box.alt)}" style="${style}" src="data:${picture.mediaType};base64,${Buffer.from(picture.bytes).toString('base64')}"></figure>`;
}

/** Shapes and words as one drawing over the whole page, in inches. */
function svgOf(boxes: Box[], lang: Language): string {
  return `<svg aria-hidden="true" xmlns="http://www.w3.org/2000/svg" style="left:0;top:0;width:100%;height:100%;position:absolute" viewBox="0 0 ${Number(page.width.toFixed(4))} ${page.height}" lang="${lang}">${boxes.map(shapeSvg).join('')}</svg>`;
}

const number = (value: number): string => String(Number(value.toFixed(4)));

function shapeSvg(box: Box): string {
  const points = (width: number): string => number(width / 72);
  switch (box.kind) {
    case 'rect':
      return `<rect x="${number(box.x)}" y="${number(box.y)}" width="${number(box.w)}" height="${number(box.h)}" fill="${box.fill}" opacity="${box.opacity}"/>`;
    case 'ellipse':
      return `<ellipse cx="${number(box.x + box.w / 2)}" cy="${number(box.y + box.h / 2)}" rx="${number(box.w / 2)}" ry="${number(box.h / 2)}" fill="${box.fill}" opacity="${box.opacity}"/>`;
    case 'line':
      return `<line x1="${number(box.x1)}" y1="${number(box.y1)}" x2="${number(box.x2)}" y2="${number(box.y2)}" stroke="${box.colour}" stroke-width="${points(box.width)}" opacity="${box.opacity}"/>`;
    case 'mesh': {
      const threads = box.threads
        .map(([x1, y1, x2, y2]) => `M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}`)
        .join('');
      return `<g opacity="${box.opacity}"><path d="${threads}" fill="none" stroke="${box.colour}" stroke-width="${points(box.width)}"/>${box.knots.map(([x, y, r]) => `<circle cx="${number(x)}" cy="${number(y)}" r="${number(r)}" fill="${box.colour}"/>`).join('')}</g>`;
    }
    case 'text': {
      const x = box.align === 'right' ? box.x + box.w : box.align === 'center' ? box.x + box.w / 2 : box.x;
      const anchor = { left: 'start', center: 'middle', right: 'end' }[box.align];
      return `<text x="${number(x)}" y="${number(box.y + box.h / 2)}" dominant-baseline="central" text-anchor="${anchor}" font-family="${escapeXml(fonts[box.font].stack)}" font-size="${points(box.size)}" fill="${box.colour}">${escapeXml(box.text)}</text>`;
    }
    case 'picture':
    case 'chart':
      return '';
  }
}
