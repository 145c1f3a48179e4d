/** What the speaker says: the master of the notes, and a page of notes for each slide. */
import { localeOf } from '#shared/base/locale.ts';
import type { Language } from '#shared/base/common.ts';
import type { Theme } from '#shared/deck/themes.ts';
import { colourMap, groundXml, shapeTree, themeXml } from './master.ts';
import type { Part } from './package.ts';
import { escapeXml, namespaces, xmlHead } from './xml.ts';

const presentationml = 'application/vnd.openxmlformats-officedocument.presentationml';

export const notesMasterName = 'ppt/notesMasters/notesMaster1.xml';
const themeName = 'ppt/theme/theme2.xml';

const names = {
  fr: { image: 'Image de la diapositive', notes: 'Notes' },
  en: { image: 'Slide image', notes: 'Notes' },
} as const;

const place = (x: number, y: number, w: number, h: number): string =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;

/** The slide's image has no text body, here and in PowerPoint's own files. */
const imageShape = (name: string, index: string, properties: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${name} 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"${index}/></p:nvPr></p:nvSpPr><p:spPr>${properties}</p:spPr></p:sp>`;

const notesShape = (name: string, kind: string, properties: string, body: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="3" name="${name} 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" ${kind}/></p:nvPr></p:nvSpPr><p:spPr>${properties}</p:spPr><p:txBody>${body}</p:txBody></p:sp>`;

/** The master of the notes with a theme of its own: PowerPoint empties one that shares the slides'. */
export function notesMasterParts(theme: Theme, organisation: string, lang: Language): Part[] {
  const { image, notes } = names[lang];
  const frame = '<a:noFill/><a:ln w="12700"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln>';
  const shapes = [
    imageShape(image, ' idx="2"', place(685_800, 1_143_000, 5_486_400, 3_086_100) + frame),
    notesShape(
      notes,
      'sz="quarter" idx="3"',
      place(685_800, 4_400_550, 5_486_400, 3_600_450),
      `<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" rtlCol="0"/><a:lstStyle/><a:p><a:pPr lvl="0"/><a:r><a:rPr lang="${localeOf(lang)}"/><a:t>${notes}</a:t></a:r></a:p>`,
    ),
  ];
  // Notes are read and printed on white, whatever the slides wear.
  const ground = groundXml('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>');
  const letters = `<p:notesStyle><a:lvl1pPr marL="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1400" kern="1200"><a:solidFill><a:srgbClr val="1A1A1A"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:notesStyle>`;
  return [
    {
      name: notesMasterName,
      type: `${presentationml}.notesMaster+xml`,
      content: `${xmlHead}<p:notesMaster ${namespaces}><p:cSld>${ground}${shapeTree(shapes.join(''))}</p:cSld>${colourMap}${letters}</p:notesMaster>`,
      links: [{ id: 'rId1', type: 'theme', to: themeName }],
    },
    {
      name: themeName,
      type: 'application/vnd.openxmlformats-officedocument.theme+xml',
      content: themeXml(theme, organisation),
      links: [],
    },
  ];
}

export const notesNameOf = (number: number): string => `ppt/notesSlides/notesSlide${number}.xml`;

/** The notes of the slide `slide`, a paragraph a line. */
export function notesPart(number: number, slide: string, text: string, lang: Language): Part {
  const { image, notes } = names[lang];
  const paragraphs = text
    .split('\n')
    .map((line) =>
      line === ''
        ? `<a:p><a:endParaRPr lang="${localeOf(lang)}"/></a:p>`
        : `<a:p><a:r><a:rPr lang="${localeOf(lang)}"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
    );
  const body = `<a:bodyPr/><a:lstStyle/>${paragraphs.join('')}`;
  return {
    name: notesNameOf(number),
    type: `${presentationml}.notesSlide+xml`,
    content: `${xmlHead}<p:notes ${namespaces}><p:cSld>${shapeTree(imageShape(image, '', '') + notesShape(notes, 'idx="1"', '', body))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
    links: [
      { id: 'rId1', type: 'notesMaster', to: notesMasterName },
      { id: 'rId2', type: 'slide', to: slide },
    ],
  };
}
