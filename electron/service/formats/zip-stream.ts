/** Writes a zip piece by piece to a sink that cannot go back: sizes follow each part, memory stays at one piece. */
import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { Sink } from './sink.ts';

export interface ZipStream {
  /** Writes one part; `content` yields its text. Throws a RangeError beyond 4 GB, which this form of zip cannot tell. */
  part: (name: string, content: AsyncIterable<string> | Iterable<string>) => Promise<void>;
  end: () => Promise<void>;
}

const limit = 0xffff_ffff;

function numbers(...fields: [value: number, bytes: 2 | 4][]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** Streams a zip of deflated parts to the sink. `at` is every part's date. */
export function zipStream(sink: Sink, at: Date): ZipStream {
  const begin = sink.size();
  const date = ((Math.max(1980, at.getUTCFullYear()) - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const directory: Buffer[] = [];
  let count = 0;
  // Bit 3: sizes come after the data; bit 11: names in UTF-8.
  const head = (): [number, 2 | 4][] => [
    [20, 2],
    [0x0808, 2],
    [8, 2],
    [time, 2],
    [date, 2],
  ];

  return {
    part: async (name, content) => {
      const path = Buffer.from(name, 'utf8');
      const offset = sink.size() - begin;
      await sink.write(
        Buffer.concat([numbers([0x0403_4b50, 4], ...head(), [0, 4], [0, 4], [0, 4], [path.length, 2], [0, 2]), path]),
      );
      const deflate = createDeflateRaw({ level: 5 });
      let crc = 0;
      let plain = 0;
      let packed = 0;
      const drained = (async () => {
        for await (const chunk of deflate as AsyncIterable<Buffer>) {
          packed += chunk.length;
          await sink.write(chunk);
        }
      })();
      try {
        for await (const text of content) {
          const bytes = Buffer.from(text, 'utf8');
          crc = crc32(bytes, crc);
          plain += bytes.length;
          if (plain > limit) throw new RangeError('zip part beyond 4 GB');
          if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), drained]);
        }
        deflate.end();
        await drained;
      } catch (cause) {
        deflate.destroy();
        await drained.catch(() => undefined); // The first fault is the one to tell.
        throw cause;
      }
      await sink.write(numbers([0x0807_4b50, 4], [crc, 4], [packed, 4], [plain, 4]));
      directory.push(
        Buffer.concat([
          numbers(
            [0x0201_4b50, 4],
            [20, 2],
            ...head(),
            [crc, 4],
            [packed, 4],
            [plain, 4],
            [path.length, 2],
            [0, 2],
            [0, 2],
            [0, 2],
            [0, 2],
            [0, 4],
            [offset, 4],
          ),
          path,
        ]),
      );
      count += 1;
      if (sink.size() - begin > limit) throw new RangeError('zip beyond 4 GB');
    },
    end: async () => {
      const offset = sink.size() - begin;
      const entries = Buffer.concat(directory);
      await sink.write(
        Buffer.concat([
          entries,
          numbers([0x0605_4b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [entries.length, 4], [offset, 4], [0, 2]),
        ]),
      );
    },
  };
}
