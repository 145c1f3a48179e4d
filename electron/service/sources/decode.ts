/** Finds the encoding of a text file and decodes it as it streams in. */
import { AppError } from '#shared/base/result.ts';
import type { Encoding } from '#shared/import/encodings.ts';
import { chunksOf, type FileBytes } from './bytes.ts';

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  bom: number;
}

/**
 * BOM, then strict UTF-8 over the whole file, then windows-1252. Statistics guess wrong on names and numbers; these three
 * steps do not. UTF-16 without a mark is known by its zero bytes.
 */
export function detectEncoding(file: FileBytes): DetectedEncoding {
  const head = file.at(0, 4096);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: 2 };
  const zeros = zeroBytes(head);
  if (zeros.odd > head.length / 8 && zeros.even === 0) return { encoding: 'utf-16le', bom: 0 };
  if (zeros.even > head.length / 8 && zeros.odd === 0) return { encoding: 'utf-16be', bom: 0 };
  if (zeros.odd + zeros.even > 0) throw new AppError('file_format', { path: file.path, format: 'binary' });
  return { encoding: isUtf8File(file) ? 'utf-8' : 'windows-1252', bom: 0 };
}

function zeroBytes(head: Buffer): { odd: number; even: number } {
  let odd = 0;
  let even = 0;
  for (let index = 0; index < head.length; index += 1) {
    if (head[index] !== 0) continue;
    if (index % 2 === 1) odd += 1;
    else even += 1;
  }
  return { odd, even };
}

function isUtf8File(file: FileBytes): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const chunk of chunksOf(file, 0, 1_048_576)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false; // The decoder throws on the first byte that is no UTF-8: that is the answer sought.
  }
}

/** The byte order mark's length when the user's choice of encoding agrees with it. */
export function bomFor(file: FileBytes, encoding: Encoding): number {
  const head = file.at(0, 3).toString('hex');
  if (encoding === 'utf-8') return head === 'efbbbf' ? 3 : 0;
  if (encoding === 'utf-16le') return head.startsWith('fffe') ? 2 : 0;
  if (encoding === 'utf-16be') return head.startsWith('feff') ? 2 : 0;
  return 0;
}

/** The text of the file, chunk by chunk. Throws `encoding_invalid` when it is not in that encoding. */
export function* decodedChunks(file: FileBytes, { encoding, bom }: DetectedEncoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let position = bom;
  try {
    for (const chunk of chunksOf(file, bom)) {
      const text = decoder.decode(chunk, { stream: true });
      position += chunk.length;
      if (text !== '') yield text;
    }
    const last = decoder.decode();
    if (last !== '') yield last;
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new AppError('encoding_invalid', { path: file.path, encoding, position }, { cause });
    throw cause;
  }
}
