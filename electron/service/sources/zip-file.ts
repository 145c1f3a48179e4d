/** Reads the parts of a zip archive without ever inflating more than was declared and allowed. */
import { Inflate } from 'fflate';
import { AppError } from '#shared/base/result.ts';
import type { FileBytes } from './bytes.ts';
import { limits } from './limits.ts';

interface Entry {
  name: string;
  method: number;
  compressed: number;
  inflated: number;
  headerAt: number;
}

export interface ZipFile {
  path: string;
  has: (name: string) => boolean;
  names: () => string[];
  /** The bytes of a part as they inflate. Throws `archive_unsafe` when they are more than `most`, or exceed what the archive declares. */
  chunks: (name: string, most?: number) => Generator<Uint8Array>;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const none = 0xffffffff;

function broken(file: FileBytes): AppError {
  return new AppError('file_format', { path: file.path, format: 'zip' });
}

/**
 * Reads the archive's directory. Throws `archive_unsafe` for a bomb (too many parts, too many bytes once inflated, a part
 * far larger than its compressed size) before anything is inflated, `file_format` for what is no archive or is encrypted.
 */
export function openZip(file: FileBytes): ZipFile {
  const entries = readDirectory(file);
  checkSizes(file, entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    has: (name) => byName.has(name),
    names: () => [...byName.keys()],
    path: file.path,
    chunks: (name, most = limits.inflatedBytes) => {
      const entry = byName.get(name);
      if (entry === undefined) throw broken(file);
      if (entry.inflated > most)
        throw new AppError('archive_unsafe', { path: file.path, entry: name, size: entry.inflated, max: most });
      return inflated(file, entry);
    },
  };
}

function findEnd(file: FileBytes): { count: number; size: number; offset: number } {
  const length = Math.min(file.size, 65_557);
  const tail = file.at(file.size - length, length);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === endSignature) {
      return {
        count: tail.readUInt16LE(at + 10),
        size: tail.readUInt32LE(at + 12),
        offset: tail.readUInt32LE(at + 16),
      };
    }
  }
  throw broken(file);
}

function readDirectory(file: FileBytes): Entry[] {
  const end = findEnd(file);
  // An archive within the file's bound never needs 64-bit offsets; one that claims them is not what it says.
  if (end.offset === none || end.offset + end.size > file.size) throw broken(file);
  if (end.count > limits.zipEntries) throw new AppError('archive_unsafe', { path: file.path, entries: end.count });
  const directory = file.at(end.offset, end.size);
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    if ((directory.readUInt16LE(at + 8) & 1) === 1)
      throw new AppError('file_format', { path: file.path, format: 'encrypted' });
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const entry: Entry = {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      inflated: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    };
    entries.push(withLongSizes(entry, extra));
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  if (entries.length !== end.count) throw broken(file);
  return entries;
}

/** Some writers give every size in 64 bits, even small ones. */
function withLongSizes(entry: Entry, extra: Buffer): Entry {
  if (entry.inflated !== none && entry.compressed !== none && entry.headerAt !== none) return entry;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const long = (current: number): number => {
      if (current !== none || next + 8 > extra.length) return current;
      const value = Number(extra.readBigUInt64LE(next));
      next += 8;
      return value;
    };
    const inflatedSize = long(entry.inflated);
    const compressed = long(entry.compressed);
    return { ...entry, inflated: inflatedSize, compressed, headerAt: long(entry.headerAt) };
  }
  return entry;
}

function checkSizes(file: FileBytes, entries: Entry[]): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.inflated;
    const swollen = entry.inflated > limits.ratioFrom && entry.inflated > entry.compressed * limits.ratio;
    if (swollen || total > limits.inflatedBytes || entry.compressed > file.size) {
      throw new AppError('archive_unsafe', {
        path: file.path,
        entry: entry.name,
        size: entry.inflated,
        max: limits.inflatedBytes,
      });
    }
  }
}

function* inflated(file: FileBytes, entry: Entry): Generator<Uint8Array> {
  const header = file.at(entry.headerAt, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw broken(file);
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.method !== 0 && entry.method !== 8) throw broken(file);
  let given = 0;
  const count = (bytes: number): void => {
    given += bytes;
    if (given > entry.inflated)
      throw new AppError('archive_unsafe', { path: file.path, entry: entry.name, size: given, max: entry.inflated });
  };
  // Small pieces in: deflate grows at most a thousandfold, so one step can never give more than 16 MB.
  const step = 16_384;
  let out: Uint8Array[] = [];
  const inflater = new Inflate((chunk) => {
    out.push(chunk);
  });
  for (let done = 0; done < entry.compressed;) {
    const piece = file.at(start + done, Math.min(step, entry.compressed - done));
    if (piece.length === 0) throw broken(file);
    done += piece.length;
    if (entry.method === 0) {
      out.push(piece);
    } else {
      try {
        inflater.push(piece, done >= entry.compressed);
      } catch (cause) {
        throw new AppError('file_format', { path: file.path, format: 'zip' }, { cause });
      }
    }
    for (const chunk of out) {
      count(chunk.length);
      yield chunk;
    }
    out = [];
  }
  if (given !== entry.inflated) throw broken(file);
}
