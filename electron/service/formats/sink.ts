/** Where an export's bytes go, one piece after another: a file that appears whole or not at all, or the terminal's output. */
import { AppError } from '#shared/base/result.ts';
import { writeAtomically } from './atomic-file.ts';

export interface Sink {
  /** Resolves when the bytes were taken: to await it is what keeps memory small. */
  write: (bytes: Uint8Array | string) => Promise<void>;
  /** Bytes written so far. */
  size: () => number;
}

const buffered = 262_144;

/** Gathers small pieces, so that a line is not a system call. */
function gathering(put: (bytes: Uint8Array) => Promise<void>): { sink: Sink; flush: () => Promise<void> } {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let total = 0;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    const bytes = waiting.length === 1 && waiting[0] !== undefined ? waiting[0] : Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
    await put(bytes);
  };
  return {
    flush,
    sink: {
      size: () => total,
      write: async (piece) => {
        const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
        waiting.push(bytes);
        length += bytes.length;
        total += bytes.length;
        if (length >= buffered) await flush();
      },
    },
  };
}

/** Lets `fill` write to `path`, or to `pipe` for the path `-`. A file is whole or absent; a pipe has what was written so far. */
export async function withSink<T>(
  path: string,
  pipe: ((bytes: Uint8Array) => Promise<void>) | undefined,
  signal: AbortSignal,
  fill: (sink: Sink) => Promise<T>,
): Promise<T> {
  if (path === '-') {
    if (pipe === undefined) throw new AppError('file_unwritable', { path });
    const { sink, flush } = gathering(pipe);
    const value = await fill(sink);
    await flush();
    return value;
  }
  let result: { value: T } | null = null;
  await writeAtomically(
    path,
    async (handle) => {
      const { sink, flush } = gathering(async (bytes) => {
        for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
      });
      result = { value: await fill(sink) };
      await flush();
    },
    signal,
  );
  return (result as unknown as { value: T }).value;
}
