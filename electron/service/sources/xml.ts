/** Reads the XML of a workbook's part as it inflates: names without their prefixes, faults told by part, line and column. */
import { SaxesParser } from 'saxes';
import { AppError } from '#shared/base/result.ts';
import { limits } from './limits.ts';
import type { ZipFile } from './zip-file.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without the prefix of their namespace; attributes with it (`r:id`). */
export interface XmlHandlers {
  open: (name: string, attributes: Attributes) => void;
  /** Called for an element that closes itself, too. */
  close?: (name: string) => void;
  /** The characters of an element, CDATA among them; entities are resolved, the five of XML and numbers only. */
  text?: (text: string) => void;
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Whether an attribute says yes. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/**
 * Gives a part to the handlers and yields after every piece of it, so that what they gathered can be handed on; who stops
 * listening stops the reading. Throws `workbook_damaged` for what is no well-formed XML, `archive_unsafe` for one text or
 * tag that goes on and on.
 */
export async function* readXml(
  zip: ZipFile,
  part: string,
  handlers: XmlHandlers,
  most?: number,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser();
  // Characters since the last tag: a text or a tag without end would be gathered whole.
  let since = 0;
  const { open, close, text } = handlers;
  parser.on('opentag', (tag) => {
    since = 0;
    open(bare(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    since = 0;
    close?.(bare(tag.name));
  });
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const write = (piece: string | null): void => {
    try {
      if (piece === null) parser.close();
      else parser.write(piece);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const { line, column } = parser;
      throw new AppError('workbook_damaged', { path: zip.path, part, line, column }, { cause });
    }
  };
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of zip.chunks(part, most)) {
    const piece = decoder.decode(chunk, { stream: true });
    since += piece.length;
    write(piece);
    if (since > limits.recordLength)
      throw new AppError('archive_unsafe', { path: zip.path, entry: part, size: since, max: limits.recordLength });
    yield;
  }
  write(decoder.decode());
  write(null);
  yield;
}

/** Reads a part to its end. */
export async function readWholeXml(zip: ZipFile, part: string, handlers: XmlHandlers, most?: number): Promise<void> {
  const pieces = readXml(zip, part, handlers, most);
  while ((await pieces.next()).done !== true);
}
