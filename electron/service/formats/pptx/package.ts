/**
 * Puts in order the package that pptxgenjs 4.0.1 writes. PowerPoint offers to repair it otherwise: content types for masters
 * that do not exist, directory entries, a theme shared by two masters, ids used twice, `image/jpg`, unescaped properties.
 */
import { localeOf } from '#shared/base/locale.ts';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { zipOf } from '../zip.ts';
import type { ChartBox } from '#shared/deck/boxes.ts';
import { hatchPoints } from './chart-points.ts';
import type { ReadyDeck } from './deck.ts';
import { appProperties, contentTypes, coreProperties, escapeXml, notesBody, themeXml } from './parts.ts';

/** The name under which the writer hands over shapes that say nothing. */
export const decorativeName = 'maillage-decorative';

/** The name of the text that is the slide's title. */
export const titleName = 'Title';

const marker = 'maillage-picture ';

/** Stands for a picture while pptxgenjs works: the bytes are put in afterwards, each picture once however often it is shown. */
export function pictureMarker(key: string): string {
  return `data:image/png;base64,${Buffer.from(`${marker}${key}`).toString('base64')}`;
}

type Parts = Map<string, Uint8Array>;

function readText(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`The package lacks ${name}`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

const toBytes = (xml: string): Uint8Array => Buffer.from(xml, 'utf8');

function edit(parts: Parts, name: string, change: (xml: string) => string): void {
  parts.set(name, toBytes(change(readText(parts, name))));
}

function unpack(raw: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(raw)).filter(([name]) => !name.endsWith('/')));
}

/** Same names, same order, same date: the same deck gives the same bytes. `[Content_Types].xml` comes first, as readers expect. */
async function pack(parts: Parts, now: string): Promise<Uint8Array> {
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const names = [...first, ...[...parts.keys()].filter((name) => !first.includes(name)).sort()];
  return zipOf(
    names.flatMap((name) => {
      const bytes = parts.get(name);
      return bytes === undefined ? [] : [{ name, bytes, stored: /\.(jpe?g|png|xlsx)$/.test(name) }];
    }),
    new Date(now),
  );
}

export async function orderPackage(raw: Uint8Array, deck: ReadyDeck): Promise<Uint8Array> {
  const parts = unpack(raw);
  const lang = localeOf(deck.lang);
  placePictures(parts, deck);
  numberCharts(parts);
  // Charts are numbered in the order of their slides.
  const charts = deck.slides.flatMap(({ laid }) => laid.boxes.filter((box): box is ChartBox => box.kind === 'chart'));
  for (const name of [...parts.keys()]) {
    if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) edit(parts, name, (xml) => orderShapes(inLanguage(xml, lang)));
    else if (/^ppt\/(slideLayouts|slideMasters)\/[^/]+\.xml$/.test(name))
      edit(parts, name, (xml) => uniqueIds(inLanguage(xml, lang)));
    else if (/^ppt\/(notesMasters\/notesMaster\d+|presentation|presProps|viewProps|tableStyles)\.xml$/.test(name))
      edit(parts, name, (xml) => inLanguage(xml, lang));
    else if (/^ppt\/charts\/chart\d+\.xml$/.test(name))
      edit(parts, name, (xml) =>
        hatchPoints(
          orderChart(inLanguage(xml, lang)),
          charts[Number(/\d+/.exec(name)?.[0] ?? 0) - 1],
          deck.theme.page.fill,
        ),
      );
    else if (/^ppt\/embeddings\/.*\.xlsx$/.test(name))
      parts.set(name, await pack(orderWorkbook(unpack(parts.get(name) ?? new Uint8Array()), deck), deck.now));
  }
  deck.slides.forEach(({ notes }, index) => {
    edit(parts, `ppt/notesSlides/notesSlide${index + 1}.xml`, (xml) =>
      inLanguage(xml, lang).replace(
        /(<p:ph type="body"[\s\S]*?<p:txBody>)[\s\S]*?(<\/p:txBody>)/,
        (_all, before: string, after: string) => `${before}${notesBody(notes, lang)}${after}`,
      ),
    );
  });
  parts.set(
    'ppt/theme/theme1.xml',
    toBytes(themeXml(readText(parts, 'ppt/theme/theme1.xml'), deck.theme, deck.organisation)),
  );
  // A theme belongs to one master: the notes get a copy of their own.
  parts.set('ppt/theme/theme2.xml', parts.get('ppt/theme/theme1.xml') ?? new Uint8Array());
  edit(parts, 'ppt/notesMasters/_rels/notesMaster1.xml.rels', (xml) => xml.replace(/theme1\.xml/g, 'theme2.xml'));
  parts.set('docProps/app.xml', toBytes(appProperties(deck)));
  parts.set('docProps/core.xml', toBytes(coreProperties(deck)));
  parts.set('[Content_Types].xml', toBytes(contentTypes([...parts.keys()])));
  return pack(parts, deck.now);
}

/** Puts the real bytes under a name made of their content and points every slide that shows them there. */
function placePictures(parts: Parts, deck: ReadyDeck): void {
  const places = new Map<string, string>();
  const byKey = new Map<string, string>();
  for (const [name, bytes] of [...parts]) {
    if (!name.startsWith('ppt/media/')) continue;
    const content = bytes.length < 500 ? strFromU8(bytes) : '';
    if (!content.startsWith(marker)) continue;
    const key = content.slice(marker.length);
    let place = byKey.get(key);
    if (place === undefined) {
      const picture = deck.pictures.get(key);
      if (picture === undefined) throw new Error(`No bytes for the picture ${key}`);
      place = `ppt/media/${createHash('sha256').update(picture.bytes).digest('hex').slice(0, 16)}.${picture.mediaType === 'image/png' ? 'png' : 'jpeg'}`;
      byKey.set(key, place);
      parts.set(place, picture.bytes);
    }
    parts.delete(name);
    places.set(name.slice('ppt/'.length), place.slice('ppt/'.length));
  }
  for (const name of [...parts.keys()]) {
    if (!/^ppt\/slides\/_rels\/.+\.rels$/.test(name)) continue;
    edit(parts, name, (xml) =>
      xml.replace(/Target="\.\.\/(media\/[^"]+)"/g, (all, media: string) =>
        places.has(media) ? `Target="../${places.get(media)}"` : all,
      ),
    );
  }
}

/** pptxgenjs counts charts over the life of the process: here they are counted from 1 in every file. */
function numberCharts(parts: Parts): void {
  const numbers = [...parts.keys()]
    .flatMap((name) => Number(/^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? 0) || [])
    .sort((a, b) => a - b);
  const renamed = (name: string): string =>
    name.replace(
      /(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/,
      (all, kind: string, old: string, end: string) =>
        numbers.includes(Number(old)) ? `${kind}${numbers.indexOf(Number(old)) + 1}${end}` : all,
    );
  // In rising order, a new name is never one that is still to be moved.
  for (const old of numbers) {
    for (const name of [
      `ppt/charts/chart${old}.xml`,
      `ppt/charts/_rels/chart${old}.xml.rels`,
      `ppt/embeddings/Microsoft_Excel_Worksheet${old}.xlsx`,
    ]) {
      const bytes = parts.get(name);
      if (bytes === undefined) continue;
      parts.delete(name);
      parts.set(renamed(name), bytes);
    }
  }
  for (const name of [...parts.keys()])
    if (/^ppt\/(slides|charts)\/_rels\/.+\.rels$/.test(name))
      edit(parts, name, (xml) => xml.replace(/Target="[^"]*"/g, renamed));
}

/** pptxgenjs marks every run as American English, so that a French deck comes out underlined in red. */
function inLanguage(xml: string, lang: string): string {
  return xml.replace(/ altLang="en-US"/g, '').replace(/lang="en-US"/g, `lang="${lang}"`);
}

function uniqueIds(xml: string): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${(id += 1)}"`);
}

const decorativeMark =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** Unique ids and names, and the mark of the decorative, so that screen readers pass over ornaments. */
function orderShapes(xml: string): string {
  let id = 0;
  return (
    xml
      .replace(
        /<p:cNvPr id="\d+" name="([^"]*)"(?: descr="([^"]*)")?\s*(?:\/>|>\s*<\/p:cNvPr>)/g,
        (_all, name: string, alt: string | undefined) => {
          id += 1;
          if (name === decorativeName) return `<p:cNvPr id="${id}" name="Decoration ${id}">${decorativeMark}</p:cNvPr>`;
          const described = alt === undefined || alt.trim() === '' ? '' : ` descr="${alt}"`;
          return `<p:cNvPr id="${id}" name="${name === '' ? '' : escapeXml(`${name}${name === titleName ? '' : ` (${id})`}`)}"${described}/>`;
        },
      )
      .replace(
        new RegExp(`(name="${titleName}"/>)<p:cNvSpPr[^>]*/><p:nvPr>\\s*</p:nvPr>`),
        '$1<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>',
      )
      // pptxgenjs adds every placeholder it believes empty: the title is the one above.
      .replace(
        /<p:sp>(?:(?!<\/p:sp>)[\s\S])*?<p:ph\s+idx="\d+"\s+type="title"[^>]*\/>(?:(?!<\/p:sp>)[\s\S])*?<\/p:sp>/g,
        '',
      )
      // The stretch of a cropped picture must say over what.
      .replace(/<a:stretch\/>/g, '<a:stretch><a:fillRect/></a:stretch>')
  );
}

/** Missing values are left out of the cached series, and the chart is told to leave a gap. */
function orderChart(xml: string): string {
  return xml
    .replace(/<c:pt idx="\d+">\s*<c:v>\s*<\/c:v>\s*<\/c:pt>/g, '')
    .replace(/<c:dispBlanksAs val="[^"]*"\/>/g, '<c:dispBlanksAs val="gap"/>');
}

/** The sheet behind a chart: missing values are empty cells there too. */
function orderWorkbook(parts: Parts, deck: ReadyDeck): Parts {
  parts.set('docProps/core.xml', toBytes(coreProperties(deck)));
  for (const name of [...parts.keys()]) {
    if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name))
      edit(parts, name, (xml) => xml.replace(/<c r="[A-Z]+\d+"[^>]*>\s*<v>\s*<\/v>\s*<\/c>/g, ''));
  }
  return parts;
}
