/** What every slide of a deck stands on: the theme in its colours and fonts, the master, its layouts, the presentation itself. */
import { localeOf } from '#shared/base/locale.ts';
import type { Language } from '#shared/base/common.ts';
import { page } from '#shared/deck/boxes.ts';
import { mix } from '#shared/deck/colours.ts';
import { fonts, type Theme } from '#shared/deck/themes.ts';
import type { Link, Part } from './package.ts';
import { emu, escapeXml, namespaces, xmlHead } from './xml.ts';

const presentationml = 'application/vnd.openxmlformats-officedocument.presentationml';

const words = {
  fr: { titleOnly: 'Titre seul', titleAndText: 'Titre et texte', title: 'Titre', body: 'Texte' },
  en: { titleOnly: 'Title only', titleAndText: 'Title and text', title: 'Title', body: 'Text' },
} as const;

/** The group that holds the shapes of a slide, a layout or a master. */
export const shapeTree = (shapes: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;

/** PowerPoint repairs a ground that does not say that it has no effects. */
export const groundXml = (fill: string): string => `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg>`;

export const colourMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** The deck's colours in the theme, so that whoever adds a slide in PowerPoint is offered them. */
export function themeXml(theme: Theme, name: string): string {
  const { page: ground, cover, primary, accent } = theme;
  const scheme = Object.entries({
    dk1: ground.ink,
    lt1: ground.fill,
    dk2: cover.fill,
    lt2: ground.line,
    accent1: primary,
    accent2: accent,
    accent3: mix(primary, ground.ink, 0.4),
    accent4: mix(primary, ground.fill, 0.4),
    accent5: mix(accent, ground.ink, 0.4),
    accent6: ground.muted,
    hlink: theme.primaryInk,
    folHlink: ground.muted,
  }).map(([tag, value]) => `<a:${tag}><a:srgbClr val="${value.slice(1).toUpperCase()}"/></a:${tag}>`);
  const font = (tag: string, face: string): string =>
    `<a:${tag}><a:latin typeface="${face}"/><a:ea typeface=""/><a:cs typeface=""/></a:${tag}>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const lines = [6350, 12_700, 19_050].map((width) => `<a:ln w="${width}">${fill}</a:ln>`);
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${escapeXml(name)}"><a:themeElements><a:clrScheme name="Maillage">${scheme.join('')}</a:clrScheme><a:fontScheme name="Maillage">${font('majorFont', fonts.title.face)}${font('minorFont', fonts.text.face)}</a:fontScheme><a:fmtScheme name="Maillage"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${lines.join('')}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`;
}

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Paragraphs of the nine levels, each a little further in. */
const levelStyles = (font: 'mj' | 'mn', size: number, step: number): string =>
  levels
    .map(
      (level) =>
        `<a:lvl${level}pPr marL="${(level - 1) * step}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:buNone/><a:defRPr sz="${size}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/><a:cs typeface="+${font}-cs"/></a:defRPr></a:lvl${level}pPr>`,
    )
    .join('');

interface Placeholder {
  id: number;
  name: string;
  kind: string;
  /** Nothing where it lies as the master says. */
  place: { x: number; y: number; w: number; h: number } | null;
  prompt: string;
}

function placeholder({ id, name, kind, place, prompt }: Placeholder, lang: string): string {
  const where =
    place === null
      ? '<p:spPr/>'
      : `<p:spPr><a:xfrm><a:off x="${emu(place.x)}" y="${emu(place.y)}"/><a:ext cx="${emu(place.w)}" cy="${emu(place.h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`;
  const body =
    place === null
      ? '<a:bodyPr/>'
      : '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr>${where}<p:txBody>${body}<a:lstStyle/><a:p><a:r><a:rPr lang="${lang}"/><a:t>${prompt}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

/** Title and text of the master, at the places that the app's own slides keep. */
function placeholders(lang: Language, which: readonly ('title' | 'body')[], own: boolean): string {
  const { title, body } = words[lang];
  const all: Record<'title' | 'body', Placeholder> = {
    title: {
      id: 2,
      name: title,
      kind: 'type="title"',
      place: own ? { x: 0.75, y: 1.02, w: 9.8, h: 1.28 } : null,
      prompt: title,
    },
    body: {
      id: 3,
      name: body,
      kind: 'type="body" idx="1"',
      place: own ? { x: 0.75, y: 2.6, w: page.width - 1.5, h: 4.3 } : null,
      prompt: body,
    },
  };
  return which.map((name) => placeholder(all[name], localeOf(lang))).join('');
}

export const layoutNames = ['ppt/slideLayouts/slideLayout1.xml', 'ppt/slideLayouts/slideLayout2.xml'] as const;
const masterName = 'ppt/slideMasters/slideMaster1.xml';
const themeName = 'ppt/theme/theme1.xml';

const themePart = (name: string, theme: Theme, organisation: string): Part => ({
  name,
  type: 'application/vnd.openxmlformats-officedocument.theme+xml',
  content: themeXml(theme, organisation),
  links: [],
});

function layout(at: number, lang: Language): Part {
  const [type, name, which] = (
    [
      ['titleOnly', words[lang].titleOnly, ['title']],
      ['tx', words[lang].titleAndText, ['title', 'body']],
    ] as const
  )[at] ?? ['titleOnly', '', []];
  return {
    name: layoutNames[at] ?? '',
    type: `${presentationml}.slideLayout+xml`,
    content: `${xmlHead}<p:sldLayout ${namespaces} type="${type}" preserve="1"><p:cSld name="${name}">${shapeTree(placeholders(lang, which, false))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    links: [{ id: 'rId1', type: 'slideMaster', to: masterName }],
  };
}

/** Theme, master and layouts. The first layout is the one that the app's slides use, the second is for those added by hand. */
export function masterParts(theme: Theme, organisation: string, lang: Language): Part[] {
  const layouts = layoutNames.map((to, index): Link => ({ id: `rId${index + 1}`, type: 'slideLayout', to }));
  const listed = layouts.map(({ id }, index) => `<p:sldLayoutId id="${2_147_483_649 + index}" r:id="${id}"/>`);
  const ground = groundXml('<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>');
  const shapes = shapeTree(placeholders(lang, ['title', 'body'], true));
  const styles = `<p:txStyles><p:titleStyle>${levelStyles('mj', 4000, 0)}</p:titleStyle><p:bodyStyle>${levelStyles('mn', 2200, 342_900)}</p:bodyStyle><p:otherStyle>${levelStyles('mn', 1800, 457_200)}</p:otherStyle></p:txStyles>`;
  return [
    {
      name: masterName,
      type: `${presentationml}.slideMaster+xml`,
      content: `${xmlHead}<p:sldMaster ${namespaces}><p:cSld>${ground}${shapes}</p:cSld>${colourMap}<p:sldLayoutIdLst>${listed.join('')}</p:sldLayoutIdLst>${styles}</p:sldMaster>`,
      links: [...layouts, { id: `rId${layouts.length + 1}`, type: 'theme', to: themeName }],
    },
    layout(0, lang),
    layout(1, lang),
    themePart(themeName, theme, organisation),
  ];
}

/** A page of notes upright, as PowerPoint makes it, in Office's unit. */
const notesPage = { width: 6_858_000, height: 9_144_000 } as const;

/** The presentation: its masters, slides in order, sizes and default letters, and the settings that PowerPoint looks for. */
export function presentationParts(slides: readonly string[], notesMaster: string, lang: Language): Part[] {
  const settings: [file: string, type: string, content: string][] = [
    ['presProps', 'presProps', `<p:presentationPr ${namespaces}/>`],
    ['viewProps', 'viewProps', `<p:viewPr ${namespaces}/>`],
    [
      'tableStyles',
      'tableStyles',
      '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
    ],
  ];
  const links: Link[] = [
    { id: 'rId1', type: 'slideMaster', to: masterName },
    { id: 'rId2', type: 'notesMaster', to: notesMaster },
    { id: 'rId3', type: 'theme', to: themeName },
    ...settings.map(([file, type], index): Link => ({ id: `rId${index + 4}`, type, to: `ppt/${file}.xml` })),
    ...slides.map((to, index): Link => ({ id: `rId${index + 4 + settings.length}`, type: 'slide', to })),
  ];
  const listed = links
    .filter(({ type }) => type === 'slide')
    .map(({ id }, index) => `<p:sldId id="${256 + index}" r:id="${id}"/>`);
  const defaults = `<p:defaultTextStyle><a:defPPr><a:defRPr lang="${localeOf(lang)}"/></a:defPPr>${levelStyles('mn', 1800, 457_200)}</p:defaultTextStyle>`;
  const slideList = listed.length === 0 ? '' : `<p:sldIdLst>${listed.join('')}</p:sldIdLst>`;
  return [
    {
      name: 'ppt/presentation.xml',
      type: `${presentationml}.presentation.main+xml`,
      // The order of these lists is the schema's; PowerPoint repairs another one.
      content: `${xmlHead}<p:presentation ${namespaces} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>${slideList}<p:sldSz cx="${emu(page.width)}" cy="${emu(page.height)}"/><p:notesSz cx="${notesPage.width}" cy="${notesPage.height}"/>${defaults}</p:presentation>`,
      links,
    },
    ...settings.map(([file, type, content]): Part => ({
      name: `ppt/${file}.xml`,
      type: `${presentationml}.${type}+xml`,
      content: xmlHead + content,
      links: [],
    })),
  ];
}
