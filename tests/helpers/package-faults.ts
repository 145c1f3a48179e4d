/**
 * What the validator of Microsoft's SDK lets pass and PowerPoint repairs, a screen reader misses or a reader sees: the order of
 * the package, parts that nothing leads to, ids and names given twice, descriptions, titles, notes, fonts, languages.
 */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { fonts } from '../../shared/deck/themes.ts';

export interface PackageFault {
  part: string;
  rule:
    | 'zip'
    | 'content_type'
    | 'external'
    | 'orphan'
    | 'duplicate_media'
    | 'id'
    | 'name'
    | 'ground'
    | 'body'
    | 'alt'
    | 'title'
    | 'notes'
    | 'theme'
    | 'font'
    | 'language';
  text: string;
}

interface Package {
  parts: Map<string, Uint8Array>;
  text: (name: string) => string;
  faults: PackageFault[];
}

interface Relationship {
  type: string;
  target: string;
}

/** Every fault of an Office package that only this check finds; none in a sound one. */
export function packageFaults(bytes: Uint8Array): PackageFault[] {
  const files = unzipSync(bytes);
  const faults: PackageFault[] = [];
  const parts = new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')));
  const text = (name: string): string => strFromU8(parts.get(name) ?? new Uint8Array());
  const pack: Package = { parts, text, faults };
  checkOrder(Object.keys(files), faults);
  checkContentTypes(pack);
  checkLinks(pack);
  checkMedia(pack);
  if (!parts.has('ppt/presentation.xml')) return faults;
  const lang = /<dc:language>([^<]*)</.exec(text('docProps/core.xml'))?.[1] ?? '';
  for (const name of parts.keys()) {
    if (!/^ppt\/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/.test(name)) continue;
    checkShapes(pack, name);
    checkLetters(pack, name, lang);
    if (name.startsWith('ppt/slides/')) checkSlide(pack, name);
  }
  checkMasters(pack);
  return faults;
}

/** The list of types comes first and folders have no entries of their own: Office's own files are so. */
function checkOrder(names: string[], faults: PackageFault[]): void {
  if (names[0] !== '[Content_Types].xml')
    faults.push({ part: names[0] ?? '', rule: 'zip', text: 'comes before the list of content types' });
  for (const name of names)
    if (name.endsWith('/')) faults.push({ part: name, rule: 'zip', text: 'an entry for a folder' });
}

function checkContentTypes({ parts, text, faults }: Package): void {
  const types = text('[Content_Types].xml');
  const named = [...types.matchAll(/<Override PartName="\/([^"]*)"/g)].map(([, part = '']) => part);
  for (const part of named)
    if (!parts.has(part)) faults.push({ part, rule: 'content_type', text: 'has a type and is not there' });
  for (const part of named.filter((each, index) => named.indexOf(each) !== index))
    faults.push({ part, rule: 'content_type', text: 'has its type twice' });
  if (types.includes('image/jpg'))
    faults.push({ part: '[Content_Types].xml', rule: 'content_type', text: 'image/jpg is no media type' });
}

const linksOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

function relationships({ text, faults }: Package, part: string): Relationship[] {
  const name = part === '' ? '_rels/.rels' : linksOf(part);
  return [...text(name).matchAll(/<Relationship\b([^>]*)>/g)].map(([, attributes = '']) => {
    const read = (attribute: string): string => new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (read('TargetMode') === 'External') faults.push({ part: name, rule: 'external', text: read('Target') });
    const target = read('Target');
    return {
      type: read('Type').split('/').pop() ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target),
    };
  });
}

function checkLinks(pack: Package): void {
  const reached = new Set<string>(['[Content_Types].xml', '_rels/.rels']);
  for (const part of ['', ...pack.parts.keys()]) {
    if (part.endsWith('.rels')) continue;
    if (part !== '') reached.add(linksOf(part));
    for (const { target } of relationships(pack, part)) reached.add(target);
  }
  for (const part of pack.parts.keys())
    if (!reached.has(part)) pack.faults.push({ part, rule: 'orphan', text: 'nothing leads to it' });
}

function checkMedia({ parts, faults }: Package): void {
  const seen = new Map<string, string>();
  for (const [name, bytes] of parts) {
    if (!name.includes('/media/')) continue;
    const content = Buffer.from(bytes).toString('base64');
    const same = seen.get(content);
    if (same !== undefined) faults.push({ part: name, rule: 'duplicate_media', text: `same content as ${same}` });
    seen.set(content, name);
    const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
    const png = bytes[0] === 0x89 && bytes[1] === 0x50;
    if (name.endsWith('.jpeg') ? !jpeg : name.endsWith('.png') && !png)
      faults.push({ part: name, rule: 'content_type', text: 'content is not what its name says' });
  }
}

const twice = (all: string[]): Set<string> => new Set(all.filter((each, index) => all.indexOf(each) !== index));

function checkShapes({ text, faults }: Package, part: string): void {
  const xml = text(part);
  const shapes = [...xml.matchAll(/<p:cNvPr\b[^>]*\bid="(\d+)"[^>]*\bname="([^"]*)"/g)];
  for (const id of twice(shapes.map((match) => match[1] ?? '')))
    faults.push({ part, rule: 'id', text: `shape id ${id} is used twice` });
  for (const name of twice(shapes.map((match) => match[2] ?? '')))
    faults.push({ part, rule: 'name', text: `two shapes are called ${name}` });
  for (const [ground] of xml.matchAll(/<p:bgPr>[\s\S]*?<\/p:bgPr>/g))
    if (!ground.includes('<a:effectLst/>')) faults.push({ part, rule: 'ground', text: 'a ground without its effects' });
  for (const [shape] of xml.matchAll(/<p:sp>[\s\S]*?<\/p:sp>/g))
    if (!shape.includes('<p:txBody>') && !shape.includes('type="sldImg"'))
      faults.push({ part, rule: 'body', text: 'a shape without a text body' });
}

/** The only faces that Windows, macOS and Office all have, and the theme's names for them. */
const safeFaces = new Set(['', ...Object.values(fonts).map(({ face }) => face)]);

function checkLetters({ text, faults }: Package, part: string, lang: string): void {
  for (const [, face = ''] of text(part).matchAll(/ typeface="([^"]*)"/g))
    if (!safeFaces.has(face) && !/^\+m[jn]-(lt|ea|cs)$/.test(face)) faults.push({ part, rule: 'font', text: face });
  for (const [, tag = ''] of text(part).matchAll(/ lang="([^"]*)"/g))
    if (tag !== lang && !['ar-SA', 'he-IL'].includes(tag))
      faults.push({ part, rule: 'language', text: `${tag} in a deck in ${lang}` });
}

function checkSlide(pack: Package, part: string): void {
  const { text, faults } = pack;
  const xml = text(part);
  for (const [element] of xml.matchAll(/<p:(?:pic|graphicFrame)>[\s\S]*?<p:cNvPr\b[^>]*?>(?:[\s\S]*?<\/p:cNvPr>)?/g))
    if (!/\bdescr="[^"]+"/.test(element) && !element.includes('adec:decorative'))
      faults.push({ part, rule: 'alt', text: 'a picture or chart without a description' });
  const titles = [...xml.matchAll(/<p:ph\b[^>]*\btype="(?:title|ctrTitle)"/g)].length;
  if (titles !== 1) faults.push({ part, rule: 'title', text: `${titles} titles` });
  const notes = relationships({ ...pack, faults: [] }, part).find(({ type }) => type === 'notesSlide')?.target ?? '';
  const spoken = /<p:ph type="body"[\s\S]*?<p:txBody>([\s\S]*?)<\/p:txBody>/.exec(text(notes))?.[1] ?? '';
  if (!/<a:t>[^<]+<\/a:t>/.test(spoken)) faults.push({ part, rule: 'notes', text: 'no speaker notes' });
}

/** A theme belongs to one master, and the numbers of masters and layouts are counted together. */
function checkMasters(pack: Package): void {
  const owners = new Map<string, string>();
  const ids: string[] = [];
  for (const part of pack.parts.keys()) {
    if (part === 'ppt/presentation.xml' || part.startsWith('ppt/slideMasters/slideMaster'))
      ids.push(...[...pack.text(part).matchAll(/<p:sld(?:Master|Layout)Id id="(\d+)"/g)].map(([, id = '']) => id));
    if (!/^ppt\/(slideMasters|notesMasters)\/[^/]+\.xml$/.test(part)) continue;
    const theme = relationships({ ...pack, faults: [] }, part).find(({ type }) => type === 'theme')?.target;
    if (theme === undefined) pack.faults.push({ part, rule: 'theme', text: 'has no theme' });
    else if (owners.has(theme))
      pack.faults.push({ part, rule: 'theme', text: `shares ${theme} with ${owners.get(theme)}` });
    else owners.set(theme, part);
  }
  for (const id of twice(ids))
    pack.faults.push({ part: 'ppt/presentation.xml', rule: 'id', text: `a master or layout id is used twice: ${id}` });
}
