/**
 * An Office package put together from parts that know their content type and what they lead to: a part without a type, a link
 * to nothing or a part that nothing leads to cannot be written.
 */
import { posix } from 'node:path';
import { zipOf } from '../zip.ts';
import { xmlHead } from './xml.ts';

export interface Link {
  id: string;
  /** The last word of the relationship's type: `slide`, `image`. */
  type: string;
  /** The name of the part it leads to. */
  to: string;
}

export interface Part {
  name: string;
  /** Null for what its ending tells: pictures and sheets. */
  type: string | null;
  content: string | Uint8Array;
  links: Link[];
}

const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';

const typeOfEnding: Record<string, string> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function contentTypes(parts: Part[]): string {
  const endings = [...new Set(['rels', 'xml', ...parts.map(({ name }) => endingOf(name))])].sort();
  const defaults = endings.map((ending) => {
    const type = typeOfEnding[ending];
    if (type === undefined) throw new Error(`No content type for .${ending}`);
    return `<Default Extension="${ending}" ContentType="${type}"/>`;
  });
  const overrides = parts.flatMap(({ name, type }) =>
    type === null ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`],
  );
  return `${xmlHead}<Types xmlns="${packageTypes}/content-types">${defaults.join('')}${overrides.sort().join('')}</Types>`;
}

function relationships(from: string, links: Link[]): string {
  const all = links.map(({ id, type, to }) => {
    const kind =
      type === 'core-properties' ? `${packageTypes}/relationships/metadata/${type}` : `${officeTypes}/${type}`;
    return `<Relationship Id="${id}" Type="${kind}" Target="${posix.relative(posix.dirname(from), to)}"/>`;
  });
  return `${xmlHead}<Relationships xmlns="${packageTypes}/relationships">${all.join('')}</Relationships>`;
}

const relationshipsName = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

/** Throws when a link leads nowhere, a part is not led to or stands twice: faults of the writer, not of what is written. */
function assertWhole(parts: Part[], root: Link[]): void {
  const names = new Set(parts.map(({ name }) => name));
  if (names.size < parts.length) throw new Error('A part of the package stands twice');
  const reached = new Set([...root, ...parts.flatMap(({ links }) => links)].map(({ to }) => to));
  for (const to of reached) if (!names.has(to)) throw new Error(`A link leads to ${to}, which is not there`);
  for (const name of names) if (!reached.has(name)) throw new Error(`Nothing leads to ${name}`);
}

/**
 * The package as bytes. `[Content_Types].xml` comes first, as readers expect; the rest keeps its order and `now` is every part's
 * date, so that the same parts give the same bytes.
 */
export function packageOf(parts: Part[], root: Link[], now: string): Promise<Uint8Array> {
  assertWhole(parts, root);
  const written: [name: string, content: string | Uint8Array][] = [
    ['[Content_Types].xml', contentTypes(parts)],
    ['_rels/.rels', relationships('', root)],
    ...parts.flatMap(({ name, content, links }): [string, string | Uint8Array][] => [
      [name, content],
      ...(links.length === 0 ? [] : [[relationshipsName(name), relationships(name, links)] as [string, string]]),
    ]),
  ];
  return zipOf(
    written.map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? Buffer.from(content, 'utf8') : content,
      stored: /\.(jpe?g|png|xlsx)$/.test(name),
    })),
    new Date(now),
  );
}
