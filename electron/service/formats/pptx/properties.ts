/** What a deck says of itself: title, organisation, language, dates, number of slides. */
import { localeOf } from '#shared/base/locale.ts';
import type { ReadyDeck } from './deck.ts';
import type { Part } from './package.ts';
import { escapeXml, xmlHead } from './xml.ts';

function appProperties(deck: ReadyDeck): string {
  return `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>${deck.slides.length}</Slides><Notes>${deck.slides.length}</Notes><HiddenSlides>0</HiddenSlides><Company>${escapeXml(deck.organisation)}</Company><AppVersion>16.0000</AppVersion></Properties>`;
}

function coreProperties(deck: ReadyDeck): string {
  const at = new Date(deck.now).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(deck.title)}</dc:title><dc:creator>${escapeXml(deck.organisation)}</dc:creator><dc:language>${localeOf(deck.lang)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

export function propertyParts(deck: ReadyDeck): Part[] {
  return [
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      content: coreProperties(deck),
      links: [],
    },
    {
      name: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      content: appProperties(deck),
      links: [],
    },
  ];
}
