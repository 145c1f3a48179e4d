/** The demonstration files of this machine: the last one is reopened as it was left, a new one gets a number, none is replaced. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const base = 'Réseau de démonstration';
const ours = new RegExp(`^${base}(?: (\\d{1,9}))?\\.maillage$`);

/** 0 when the name is not one of a demonstration; some file systems give accents back in two parts. */
function numberOf(name: string): number {
  const match = ours.exec(name.normalize('NFC'));
  return match === null ? 0 : Number(match[1] ?? 1);
}

/**
 * The last demonstration begun in the folder, or (when there is none, or a fresh one is asked for) a name that none has had.
 * `exists` says which. Throws what the system says when the folder cannot be read.
 */
export function demoFile(folder: string, fresh: boolean): { path: string; exists: boolean } {
  const names = readdirSync(folder).toSorted((a, b) => numberOf(a) - numberOf(b));
  const last = names.at(-1) ?? '';
  const number = numberOf(last);
  if (number > 0 && !fresh) return { path: join(folder, last), exists: true };
  return { path: join(folder, `${base}${number === 0 ? '' : ` ${number + 1}`}.maillage`), exists: false };
}
