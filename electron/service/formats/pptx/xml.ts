/** The words of Office's XML that every part of a deck is written with: escaping, lengths, colours. */

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The three namespaces of a part of a presentation, as attributes of its root. */
export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

/** Text as XML, in content and in attributes; characters that XML 1.0 has no place for are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '',
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** Inches in Office's unit, whole as its schema wants them. */
export const emu = (inches: number): number => Math.round(inches * 914_400);

/** A width of points in the same unit. */
export const emuOfPoints = (points: number): number => Math.round(points * 12_700);

/** A colour of six digits and how much of it covers, 0 to 1. */
export function colourXml(colour: string, opacity = 1): string {
  const value = colour.replace('#', '').toUpperCase();
  return opacity >= 1
    ? `<a:srgbClr val="${value}"/>`
    : `<a:srgbClr val="${value}"><a:alpha val="${Math.round(Math.max(0, opacity) * 100_000)}"/></a:srgbClr>`;
}

export const solid = (colour: string, opacity = 1): string =>
  `<a:solidFill>${colourXml(colour, opacity)}</a:solidFill>`;

/** An outline of `points` width. */
export const outline = (colour: string, points: number, opacity = 1): string =>
  `<a:ln w="${emuOfPoints(points)}">${solid(colour, opacity)}</a:ln>`;

export const noOutline = '<a:ln><a:noFill/></a:ln>';
