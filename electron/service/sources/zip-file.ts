/** Reads the parts of a zip archive without ever inflating more than was declared and allowed: yauzl's reading, our bounds. */
import { fromFdPromise, type Entry, type ZipFile as Archive } from 'yauzl';
import { AppError } from '#shared/base/result.ts';
import type { FileBytes } from './bytes.ts';
import { limits } from './limits.ts';

export interface ZipFile {
  path: string;
  has: (name: string) => boolean;
  /** The bytes of a part as they inflate. Throws `archive_unsafe` when they are more than `most`, or exceed what the archive declares. */
  chunks: (name: string, most?: number) => AsyncGenerator<Buffer>;
}

function broken(file: FileBytes, cause?: unknown): AppError {
  return new AppError('file_format', { path: file.path, format: 'zip' }, { cause });
}

/**
 * Reads the archive's directory. Throws `archive_unsafe` for a bomb (too many parts, too many bytes once inflated, a part
 * far larger than its compressed size) before anything is inflated, `file_format` for what is no archive or is encrypted.
 */
export async function openZip(file: FileBytes): Promise<ZipFile> {
  // Sizes are counted here as they come: the library tells a lie by a message, and only a text.
  const archive = await fromFdPromise(file.fd, { autoClose: false, validateEntrySizes: false }).catch((cause) => {
    throw broken(file, cause);
  });
  const entries = await readDirectory(file, archive);
  checkSizes(file, entries);
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return {
    has: (name) => byName.has(name),
    path: file.path,
    chunks: (name, most = limits.inflatedBytes) => {
      const entry = byName.get(name);
      if (entry === undefined) throw broken(file);
      if (entry.uncompressedSize > most)
        throw new AppError('archive_unsafe', {
          path: file.path,
          entry: name,
          size: entry.uncompressedSize,
          max: most,
        });
      return inflated(file, archive, entry);
    },
  };
}

async function readDirectory(file: FileBytes, archive: Archive): Promise<Entry[]> {
  if (archive.entryCount > limits.zipEntries)
    throw new AppError('archive_unsafe', { path: file.path, entries: archive.entryCount });
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  } catch (cause) {
    throw broken(file, cause);
  }
  if (entries.some((entry) => entry.isEncrypted()))
    throw new AppError('file_format', { path: file.path, format: 'encrypted' });
  return entries;
}

function checkSizes(file: FileBytes, entries: Entry[]): void {
  let total = 0;
  for (const { fileName, uncompressedSize, compressedSize } of entries) {
    total += uncompressedSize;
    const swollen = uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio;
    if (swollen || total > limits.inflatedBytes || compressedSize > file.size) {
      throw new AppError('archive_unsafe', {
        path: file.path,
        entry: fileName,
        size: uncompressedSize,
        max: limits.inflatedBytes,
      });
    }
  }
}

async function* inflated(file: FileBytes, archive: Archive, entry: Entry): AsyncGenerator<Buffer> {
  let given = 0;
  const stream = await archive.openReadStreamPromise(entry).catch((cause) => {
    throw broken(file, cause);
  });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      given += chunk.length;
      if (given > entry.uncompressedSize)
        throw new AppError('archive_unsafe', {
          path: file.path,
          entry: entry.fileName,
          size: given,
          max: entry.uncompressedSize,
        });
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof AppError ? cause : broken(file, cause);
  } finally {
    stream.destroy();
  }
  if (given !== entry.uncompressedSize) throw broken(file);
}
