/** A text of a slide as Office writes it: paragraphs of runs with their own letters, colour and language. */
import type { TextBox } from '#shared/deck/boxes.ts';
import { naturalLine } from '#shared/deck/measure.ts';
import { fonts } from '#shared/deck/themes.ts';
import { escapeXml, solid } from './xml.ts';

/** A shape without words still has a text body: PowerPoint repairs one that lacks it. */
export const noText = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>';

const aligns = { left: 'l', center: 'ctr', right: 'r' } as const;
const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

function languageOf(box: TextBox, lang: string): string {
  if (!box.rtl) return lang;
  return /\p{Script=Hebrew}/u.test(box.text) ? 'he-IL' : 'ar-SA';
}

function run(box: TextBox, text: string, size: number, colour: string, lang: string): string {
  const { face } = fonts[box.font];
  return `<a:r><a:rPr lang="${lang}" sz="${Math.round(size * 100)}"${box.bold ? ' b="1"' : ''}${box.italic ? ' i="1"' : ''} dirty="0">${solid(colour)}<a:latin typeface="${face}"/><a:ea typeface="${face}"/><a:cs typeface="${face}"/></a:rPr><a:t>${escapeXml(text)}</a:t></a:r>`;
}

/** The body of a text box; a smaller end (a unit) is a run of the last paragraph. */
export function textBody(box: TextBox, locale: string): string {
  const lang = languageOf(box, locale);
  const spacing = Math.round((box.lineHeight / naturalLine) * 1000) * 100;
  const properties = `<a:pPr marL="0" indent="0" algn="${aligns[box.align]}"${box.rtl ? ' rtl="1"' : ''}><a:lnSpc><a:spcPct val="${spacing}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>`;
  const paragraphs = box.text.split('\n');
  const last = paragraphs.length - 1;
  const written = paragraphs.map((text, index) => {
    const runs = text === '' ? '' : run(box, text, box.size, box.colour, lang);
    const tail =
      index === last && box.tail !== null ? run(box, box.tail.text, box.tail.size, box.tail.colour, lang) : '';
    const end = runs + tail === '' ? `<a:endParaRPr lang="${lang}" sz="${Math.round(box.size * 100)}"/>` : '';
    return `<a:p>${properties}${runs}${tail}${end}</a:p>`;
  });
  // Where the fonts are missing (LibreOffice on Linux has no Georgia), letters get smaller rather than run over each other.
  return `<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchors[box.anchor]}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${written.join('')}</p:txBody>`;
}
