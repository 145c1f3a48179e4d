/** Checks a PPTX package part by part for what PowerPoint repairs or a screen reader misses; used by the tests. */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { overrideOf } from './parts.ts';
import { xmlFault } from './xml.ts';

export interface PackageFault {
  part: string;
  rule:
    | 'zip'
    | 'xml'
    | 'content_type'
    | 'relationship'
    | 'external'
    | 'id'
    | 'alt'
    | 'title'
    | 'notes'
    | 'theme'
    | 'colour'
    | 'orphan'
    | 'duplicate_media'
    | 'language';
  text: string;
}

interface Package {
  parts: Map<string, Uint8Array>;
  text: (name: string) => string;
  faults: PackageFault[];
}

interface Relationship {
  id: string;
  type: string;
  target: string;
}

/** Every fault of the package; none in a sound one. */
export function validatePptx(bytes: Uint8Array): PackageFault[] {
  const faults: PackageFault[] = [];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes);
  } catch (cause) {
    return [{ part: '', rule: 'zip', text: String(cause) }];
  }
  for (const name of Object.keys(files))
    if (name.endsWith('/')) faults.push({ part: name, rule: 'zip', text: 'directory entry' });
  const parts = new Map(Object.entries(files).filter(([name]) => !name.endsWith('/')));
  const texts = new Map<string, string>();
  const text = (name: string): string => {
    const known = texts.get(name) ?? strFromU8(parts.get(name) ?? new Uint8Array());
    texts.set(name, known);
    return known;
  };
  const pack: Package = { parts, text, faults };
  for (const name of parts.keys()) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const fault = xmlFault(text(name));
    if (fault !== null) faults.push({ part: name, rule: 'xml', text: fault });
  }
  checkContentTypes(pack);
  checkRelationships(pack);
  checkMedia(pack);
  for (const name of parts.keys()) if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) checkSlide(pack, name);
  checkThemes(pack);
  return faults;
}

function checkContentTypes({ parts, text, faults }: Package): void {
  const name = '[Content_Types].xml';
  if (!parts.has(name)) {
    faults.push({ part: name, rule: 'content_type', text: 'missing' });
    return;
  }
  const overrides = [...text(name).matchAll(/<Override PartName="([^"]*)" ContentType="([^"]*)"\/>/g)].map(
    ([, part, type]) => ({ part: part ?? '', type: type ?? '' }),
  );
  const defaults = new Map(
    [...text(name).matchAll(/<Default Extension="([^"]*)" ContentType="([^"]*)"\/>/g)].map(([, extension, type]) => [
      extension ?? '',
      type ?? '',
    ]),
  );
  const seen = new Set<string>();
  for (const { part, type } of overrides) {
    if (!parts.has(part.slice(1))) faults.push({ part, rule: 'content_type', text: 'names a part that is not there' });
    if (seen.has(part)) faults.push({ part, rule: 'content_type', text: 'named twice' });
    seen.add(part);
    const expected = overrideOf(part.slice(1));
    if (expected !== null && expected !== type)
      faults.push({ part, rule: 'content_type', text: `is declared ${type}` });
  }
  for (const part of parts.keys()) {
    if (part === name) continue;
    const extension = part.slice(part.lastIndexOf('.') + 1);
    if (!seen.has(`/${part}`) && (overrideOf(part) !== null || !defaults.has(extension)))
      faults.push({ part, rule: 'content_type', text: 'has no content type' });
  }
  for (const [extension, type] of defaults)
    if (type === 'image/jpg')
      faults.push({ part: extension, rule: 'content_type', text: 'image/jpg is no media type' });
}

const relsOf = (part: string): string => posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

function relationshipsOf({ parts, text, faults }: Package, part: string): Relationship[] {
  const name = part === '' ? '_rels/.rels' : relsOf(part);
  if (!parts.has(name)) return [];
  return [...text(name).matchAll(/<Relationship\b([^>]*)>/g)].map(([, attributes = '']) => {
    const read = (attribute: string): string => new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (read('TargetMode') === 'External') faults.push({ part: name, rule: 'external', text: read('Target') });
    const target = read('Target');
    return {
      id: read('Id'),
      type: read('Type').split('/').pop() ?? '',
      target: target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target),
    };
  });
}

function checkRelationships(pack: Package): void {
  const { parts, text, faults } = pack;
  const reached = new Set<string>(['[Content_Types].xml', '_rels/.rels']);
  for (const part of ['', ...parts.keys()]) {
    if (part.endsWith('.rels')) continue;
    const relationships = relationshipsOf(pack, part);
    if (part !== '' && relationships.length > 0) reached.add(relsOf(part));
    const ids = new Set<string>();
    for (const { id, target } of relationships) {
      if (ids.has(id)) faults.push({ part, rule: 'relationship', text: `${id} twice` });
      ids.add(id);
      reached.add(target);
      if (!parts.has(target))
        faults.push({ part, rule: 'relationship', text: `${id} points to ${target}, which is not there` });
    }
    if (part === '' || !part.endsWith('.xml')) continue;
    for (const [, id = ''] of text(part).matchAll(/\br:(?:embed|link|id|pict)="([^"]*)"/g))
      if (id !== '' && !ids.has(id))
        faults.push({ part, rule: 'relationship', text: `uses ${id}, which is not declared` });
  }
  for (const part of parts.keys()) {
    if (
      part.endsWith('.rels')
        ? !reached.has(part) && !parts.has(posix.join(posix.dirname(part), '..', posix.basename(part, '.rels')))
        : !reached.has(part)
    )
      faults.push({ part, rule: 'orphan', text: 'nothing leads to it' });
  }
}

function checkMedia({ parts, faults }: Package): void {
  const seen = new Map<string, string>();
  for (const [name, bytes] of parts) {
    if (!name.startsWith('ppt/media/')) continue;
    const content = Buffer.from(bytes).toString('base64');
    const same = seen.get(content);
    if (same !== undefined) faults.push({ part: name, rule: 'duplicate_media', text: `same content as ${same}` });
    seen.set(content, name);
    const jpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
    const png = bytes[0] === 0x89 && bytes[1] === 0x50;
    if ((name.endsWith('.jpeg') && !jpeg) || (name.endsWith('.png') && !png))
      faults.push({ part: name, rule: 'content_type', text: 'content is not what its name says' });
  }
}

function checkSlide(pack: Package, name: string): void {
  const { text, faults } = pack;
  const xml = text(name);
  const ids = [...xml.matchAll(/<p:cNvPr\b[^>]*\bid="(\d+)"/g)].map(([, id]) => id ?? '');
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    faults.push({ part: name, rule: 'id', text: `shape id ${id} is used twice` });
  for (const [element] of xml.matchAll(/<p:(?:pic|graphicFrame)>[\s\S]*?<p:cNvPr\b[^>]*?>(?:[\s\S]*?<\/p:cNvPr>)?/g)) {
    if (!/\bdescr="[^"]+"/.test(element) && !element.includes('adec:decorative'))
      faults.push({ part: name, rule: 'alt', text: 'a picture or chart without a description' });
  }
  const titles = [...xml.matchAll(/<p:ph\b[^>]*\btype="(?:title|ctrTitle)"/g)].length;
  if (titles !== 1) faults.push({ part: name, rule: 'title', text: `${titles} titles` });
  for (const [, value = ''] of xml.matchAll(/<a:srgbClr val="([^"]*)"/g))
    if (!/^[0-9A-F]{6}$/.test(value)) faults.push({ part: name, rule: 'colour', text: value });
  if (/<a:t>[^<]*[éèàçœ][^<]*<\/a:t>/.test(xml) && xml.includes('lang="en-US"'))
    faults.push({ part: name, rule: 'language', text: 'en-US on French words' });
  const notes = relationshipsOf({ ...pack, faults: [] }, name).find(({ type }) => type === 'notesSlide');
  const spoken =
    notes === undefined
      ? ''
      : (/<p:ph type="body"[\s\S]*?<p:txBody>([\s\S]*?)<\/p:txBody>/.exec(text(notes.target))?.[1] ?? '');
  if (!/<a:t>[^<]+<\/a:t>/.test(spoken)) faults.push({ part: name, rule: 'notes', text: 'no speaker notes' });
}

function checkThemes(pack: Package): void {
  const owners = new Map<string, string>();
  for (const part of pack.parts.keys()) {
    if (!/^ppt\/(slideMasters|notesMasters)\/[^/]+\.xml$/.test(part)) continue;
    const theme = relationshipsOf({ ...pack, faults: [] }, part).find(({ type }) => type === 'theme')?.target;
    if (theme === undefined) pack.faults.push({ part, rule: 'theme', text: 'has no theme' });
    else if (owners.has(theme))
      pack.faults.push({ part, rule: 'theme', text: `shares ${theme} with ${owners.get(theme)}` });
    else owners.set(theme, part);
  }
}
