/** Opens a file to be imported, refuses what cannot be one, and reads it in chunks. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { AppError } from '#shared/base/result.ts';
import { limits } from './limits.ts';

export interface FileBytes {
  path: string;
  size: number;
  fd: number;
  /** Reads `length` bytes at `position`, fewer at the end. */
  at: (position: number, length: number) => Buffer;
  close: () => void;
}

/** Throws `file_missing`, `file_unreadable`, `file_empty` or `file_too_large` (before anything is read). */
export function openBytes(path: string): FileBytes {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new AppError(
      code === 'ENOENT' || code === 'ENOTDIR' ? 'file_missing' : 'file_unreadable',
      { path },
      { cause },
    );
  }
  const refuse = (error: AppError): never => {
    closeSync(fd);
    throw error;
  };
  const stat = fstatSync(fd);
  if (!stat.isFile()) refuse(new AppError('file_unreadable', { path }));
  if (stat.size === 0) refuse(new AppError('file_empty', { path }));
  if (stat.size > limits.fileBytes)
    refuse(new AppError('file_too_large', { path, size: stat.size, max: limits.fileBytes, what: 'bytes' }));
  return {
    path,
    size: stat.size,
    fd,
    at: (position, length) => readAt(fd, position, length, path),
    close: () => closeSync(fd),
  };
}

function readAt(fd: number, position: number, length: number, path: string): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  try {
    while (done < length) {
      const read = readSync(fd, buffer, done, length - done, position + done);
      if (read === 0) break;
      done += read;
    }
  } catch (cause) {
    throw new AppError('file_unreadable', { path }, { cause });
  }
  return done === length ? buffer : buffer.subarray(0, done);
}

/** The whole file from `start`, chunk by chunk. */
export function* chunksOf(file: FileBytes, start = 0, chunkSize = 262_144): Generator<Buffer> {
  for (let position = start; ;) {
    const chunk = file.at(position, chunkSize);
    if (chunk.length === 0) return;
    yield chunk;
    position += chunk.length;
  }
}

export type FileFormat = 'csv' | 'zip';

/** Tells a text from an archive by its first bytes; known other formats are refused by name with `file_format`. */
export function formatOf(file: FileBytes): FileFormat {
  const head = file.at(0, 8192);
  const starts = (hex: string): boolean => head.subarray(0, hex.length / 2).toString('hex') === hex;
  if (starts('504b0304') || starts('504b0506')) return 'zip';
  const other = starts('d0cf11e0')
    ? 'xls'
    : starts('25504446')
      ? 'pdf'
      : starts('ffd8ff') || starts('89504e47')
        ? 'image'
        : starts('1f8b')
          ? 'gzip'
          : starts('53514c69')
            ? 'sqlite'
            : otherText(head.toString('latin1'));
  if (other !== null) throw new AppError('file_format', { path: file.path, format: other });
  return 'csv';
}

/** What a text is that only bears the name of a table: a page, the answer of a web service. */
function otherText(text: string): string | null {
  const start = text.replace(/^(?:\u00ef\u00bb\u00bf)?\s+/, '').replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^<(?:!doctype\s+html|html|head|body|table)\b/i.test(start)) return 'HTML';
  if (/^<\?xml\b/i.test(start)) return 'XML';
  return /^(?:\{\s*"|\[\s*[{["])/.test(start) || /^\[\s*\]\s*$/.test(start) ? 'JSON' : null;
}
