/** The collector of memory, which Node gives only to who asks for it by a flag. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collector: (() => void) | null = null;

/** Frees what nobody holds any more, now: some 20 ms after a screen, 100 ms after a long import. */
export function collect(): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
  }
  collector();
}
