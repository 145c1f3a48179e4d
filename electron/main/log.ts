/** The log of faults: one small file in the user's application folder, without personal data, never sent anywhere. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The file and the one before it: twice this at most. */
export const maximumLogBytes = 512 * 1024;

export interface Log {
  path: string;
  write: (what: string, text: string) => void;
}

export function openLog(folder: string): Log {
  const path = join(folder, 'maillage.log');
  return {
    path,
    write: (what, text) => {
      try {
        mkdirSync(folder, { recursive: true });
        if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maximumLogBytes) renameSync(path, `${path}.1`);
        appendFileSync(path, `${new Date().toISOString()} ${what}\n${text.slice(0, 20_000)}\n`);
      } catch (error) {
        // A log that cannot be written must not take the app with it.
        console.error(String(error));
      }
    },
  };
}
