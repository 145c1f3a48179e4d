/** Writes zip files, part after part or from parts at hand, on yazl: the one place that knows how. */
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile, type Options } from 'yazl';

export interface ZipWriter {
  /** Writes one part; `content` yields its text. Throws a RangeError beyond 4 GB, which no reader of ours opens. */
  part: (name: string, content: AsyncIterable<string> | Iterable<string>) => Promise<void>;
  end: () => Promise<void>;
}

const limit = 0xffff_ffff;
/** Deflate's level for parts at hand: beyond it a file shrinks by little and takes much longer. */
const level = 5;
/** For parts that grow as they are written: a sheet of a million rows would wait for its compression, for a fifth less of a file. */
const streamLevel = 1;

/** Dates in a zip are those of a wall clock: that of UTC, so that a file does not depend on where it was made; from 1980 on, without further fields. */
function partOptions(at: Date, compressionLevel: number): Partial<Options> {
  return {
    mtime: new Date(at.getTime() + at.getTimezoneOffset() * 60_000),
    compressionLevel,
    forceDosTimestamp: true,
  };
}

async function* bounded(content: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const text of content) {
    const bytes = Buffer.from(text, 'utf8');
    size += bytes.length;
    if (size > limit) throw new RangeError('zip part beyond 4 GB');
    yield bytes;
  }
}

/** Hands a zip to `write` as it grows; memory stays at a few pieces, and what is written waits for `write`. `at` is every part's date. */
export function zipWriter(write: (bytes: Uint8Array) => Promise<void>, at: Date): ZipWriter {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let size = 0;
  const drained = (async () => {
    for await (const chunk of output as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw new RangeError('zip beyond 4 GB');
      await write(chunk);
    }
  })();
  // Told where it is awaited; until then nobody listens.
  drained.catch(() => undefined);
  return {
    part: async (name, content) => {
      const source = Readable.from(bounded(content), { objectMode: false, highWaterMark: 1 });
      zip.addReadStream(source, name, partOptions(at, streamLevel));
      try {
        await Promise.race([finished(source), drained]);
      } catch (cause) {
        source.destroy();
        output.destroy();
        throw cause;
      }
    },
    end: async () => {
      zip.end();
      await drained;
    },
  };
}

export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  /** Already compressed: kept as it is. */
  stored: boolean;
}

/** The zip of these parts in this order, compressed several at a time. `at` is every part's date; without directory entries. */
export async function zipOf(parts: ZipPart[], at: Date): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { name, bytes, stored } of parts) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip.addBuffer(buffer, name, partOptions(at, stored ? 0 : level));
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
