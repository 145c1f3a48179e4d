/** Reads back what Chromium printed: the text of each page through its fonts' own tables, and whether the file is tagged. */
import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  pages: string[];
  tagged: boolean;
}

interface PdfObject {
  head: string;
  stream: string;
}

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:endobj)/g)) {
    const [, id = '', body = ''] = match;
    const begin = body.indexOf('stream\n');
    const head = begin < 0 ? body : body.slice(0, begin);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = begin < 0 ? Buffer.alloc(0) : Buffer.from(body.slice(begin + 7, begin + 7 + length), 'latin1');
    objects.set(id, {
      head,
      stream:
        raw.length === 0 || /\/Subtype \/Image/.test(head)
          ? ''
          : /FlateDecode/.test(head)
            ? inflateSync(raw).toString('latin1')
            : raw.toString('latin1'),
    });
  }
  return objects;
}

const unicode = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Glyph to text, from the font's ToUnicode table. */
function tableOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      table.set(Number.parseInt(from, 16), unicode(to));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const [low, high, base] = [from, to, first].map((hex) => Number.parseInt(hex, 16)) as [number, number, number];
      for (let glyph = low; glyph <= high; glyph += 1) table.set(glyph, String.fromCharCode(base + glyph - low));
    }
  }
  return table;
}

export function readPdf(bytes: Buffer): ReadPdf {
  if (!bytes.subarray(-1024).toString('latin1').includes('%%EOF')) throw new Error('The PDF is not whole.');
  const objects = objectsOf(bytes);
  const tables = new Map<string, Map<number, string>>();
  for (const [id, { head }] of objects) {
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    if (cmap !== undefined) tables.set(id, tableOf(objects.get(cmap)?.stream ?? ''));
  }
  const pages = [...objects.values()]
    .filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
    .map(({ head }) => {
      const fonts = new Map(
        [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
          name,
          tables.get(id) ?? new Map<number, string>(),
        ]),
      );
      const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
      let font = new Map<number, string>();
      let text = '';
      for (const [token, name, shown] of content.matchAll(
        /\/(F\d+) [\d.]+ Tf|(<[\da-fA-F]+>|\[[^\]]*\]) T[jJ]|\bET\b/g,
      )) {
        if (name !== undefined) font = fonts.get(name) ?? font;
        else if (shown === undefined) text += token === 'ET' ? '\n' : '';
        else
          for (const [, hex = ''] of shown.matchAll(/<([\da-fA-F]+)>/g))
            for (let at = 0; at + 4 <= hex.length; at += 4)
              text += font.get(Number.parseInt(hex.slice(at, at + 4), 16)) ?? '';
      }
      return text;
    });
  return { pages, tagged: /\/MarkInfo <<\/Marked true>>/.test(bytes.toString('latin1')) };
}
