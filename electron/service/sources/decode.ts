/** Finds the encoding of a text file and decodes it as it streams in. */
import { AppError } from '#shared/base/result.ts';
import type { Encoding, EncodingFault } from '#shared/import/encodings.ts';
import { chunksOf, type FileBytes } from './bytes.ts';
import { decodeCp850 } from './cp850.ts';
import { eightBitEncoding } from './eight-bits.ts';
import { surveyUtf16, surveyUtf8 } from './utf8-faults.ts';

export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  bom: number;
  /** What of the file is not in it, where finding the encoding told that. */
  fault?: EncodingFault | null;
}

/** So many letters well written for each fault make a file UTF-8 that someone damaged. */
const lettersForFault = 4;

/**
 * BOM, then strict UTF-8 over the whole file, then UTF-8 with a few faults, then the one-byte encoding whose letters fall where
 * words have them. UTF-16 without a mark is known by its zero bytes.
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
  if (isUtf8File(file)) return { encoding: 'utf-8', bom: 0, fault: null };
  const { letters, fault } = surveyUtf8(file, 0);
  const isDamaged = letters >= lettersForFault * (fault?.count ?? 0);
  return isDamaged ? { encoding: 'utf-8', bom: 0, fault } : { encoding: eightBitEncoding(file), bom: 0, fault: null };
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

/** What of the file is not in that encoding; null when all is. */
export function encodingFault(file: FileBytes, { encoding, bom, fault }: DetectedEncoding): EncodingFault | null {
  if (fault !== undefined) return fault;
  if (encoding === 'utf-8') return isUtf8File(file) ? null : surveyUtf8(file, bom).fault;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return surveyUtf16(file, bom, encoding === 'utf-16be');
  return null;
}

/** The text of the file, chunk by chunk; what is not in that encoding is marked (U+FFFD). */
export function* decodedChunks(file: FileBytes, { encoding, bom }: DetectedEncoding): Generator<string> {
  if (encoding === 'cp850') {
    for (const chunk of chunksOf(file, bom)) yield decodeCp850(chunk);
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (const chunk of chunksOf(file, bom)) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}
