/** The parts of a PPTX package that are written anew: content types, properties, theme, notes. */
import { localeOf } from '#shared/base/locale.ts';
import { mix } from '#shared/deck/colours.ts';
import { fonts, type Theme } from '#shared/deck/themes.ts';
import type { ReadyDeck } from './deck.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

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

const presentationml = 'application/vnd.openxmlformats-officedocument.presentationml';
const types: [pattern: RegExp, type: string][] = [
  [/^ppt\/presentation\.xml$/, `${presentationml}.presentation.main+xml`],
  [/^ppt\/slideMasters\/slideMaster\d+\.xml$/, `${presentationml}.slideMaster+xml`],
  [/^ppt\/slideLayouts\/slideLayout\d+\.xml$/, `${presentationml}.slideLayout+xml`],
  [/^ppt\/slides\/slide\d+\.xml$/, `${presentationml}.slide+xml`],
  [/^ppt\/notesMasters\/notesMaster\d+\.xml$/, `${presentationml}.notesMaster+xml`],
  [/^ppt\/notesSlides\/notesSlide\d+\.xml$/, `${presentationml}.notesSlide+xml`],
  [/^ppt\/presProps\.xml$/, `${presentationml}.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${presentationml}.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${presentationml}.tableStyles+xml`],
  [/^ppt\/theme\/theme\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.theme+xml'],
  [/^ppt\/charts\/chart\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];

const defaults: Record<string, string> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The content type of a part that has one of its own. */
export function overrideOf(part: string): string | null {
  return types.find(([pattern]) => pattern.test(part))?.[1] ?? null;
}

export function contentTypes(parts: string[]): string {
  const extensions = new Set(parts.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const ofExtension = Object.entries(defaults)
    .filter(([extension]) => extensions.has(extension))
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const ofPart = parts.flatMap((name) => {
    const type = overrideOf(name);
    return type === null ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`];
  });
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${ofExtension.join('')}${ofPart.sort().join('')}</Types>`;
}

export function appProperties(deck: ReadyDeck): string {
  return `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${deck.slides.length}</Slides><Notes>${deck.slides.length}</Notes><HiddenSlides>0</HiddenSlides><Company>${escapeXml(deck.organisation)}</Company><AppVersion>16.0000</AppVersion></Properties>`;
}

export function coreProperties(deck: ReadyDeck): string {
  const at = new Date(deck.now).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(deck.title)}</dc:title><dc:creator>${escapeXml(deck.organisation)}</dc:creator><dc:language>${localeOf(deck.lang)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

/** The deck's colours in the theme, so that whoever adds a slide in PowerPoint is offered them. */
export function themeXml(xml: string, theme: Theme, name: string): string {
  const colour = (tag: string, value: string): string => `<a:${tag}><a:srgbClr val="${value.slice(1)}"/></a:${tag}>`;
  const { page, cover, primary, accent } = theme;
  const scheme = [
    ['dk1', page.ink],
    ['lt1', page.fill],
    ['dk2', cover.fill],
    ['lt2', page.line],
    ['accent1', primary],
    ['accent2', accent],
    ['accent3', mix(primary, page.ink, 0.4)],
    ['accent4', mix(primary, page.fill, 0.4)],
    ['accent5', mix(accent, page.ink, 0.4)],
    ['accent6', page.muted],
    ['hlink', theme.primaryInk],
    ['folHlink', page.muted],
  ]
    .map(([tag, value]) => colour(tag ?? '', value ?? '#000000'))
    .join('');
  return xml
    .replace(/<a:theme ([^>]*)name="[^"]*"/, `<a:theme $1name="${escapeXml(name)}"`)
    .replace(/<a:clrScheme[\s\S]*?<\/a:clrScheme>/, `<a:clrScheme name="Maillage">${scheme}</a:clrScheme>`)
    .replace(/(<a:majorFont><a:latin typeface=")[^"]*/, `$1${fonts.title.face}`)
    .replace(/(<a:minorFont><a:latin typeface=")[^"]*/, `$1${fonts.text.face}`);
}

/** What the speaker says, a paragraph a line. */
export function notesBody(notes: string, lang: string): string {
  const paragraphs = notes
    .split('\n')
    .map((text) =>
      text === ''
        ? `<a:p><a:endParaRPr lang="${lang}"/></a:p>`
        : `<a:p><a:r><a:rPr lang="${lang}"/><a:t>${escapeXml(text)}</a:t></a:r></a:p>`,
    );
  return `<a:bodyPr/><a:lstStyle/>${paragraphs.join('')}`;
}
