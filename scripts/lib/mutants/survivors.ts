/** The survivors that were looked at: a list in Markdown, one line each with its reason, which the tool reads again. */
import { existsSync, readFileSync } from 'node:fs';
import type { Mutant } from './instrument.ts';

type Named = Pick<Mutant, 'file' | 'from' | 'to' | 'nth'>;

/** What a mutant is called, whatever the line it is on. */
export const nameOf = ({ file, from, to, nth }: Named): string =>
  `\`${file}\` \`${from}\` → \`${to}\`${nth === 1 ? '' : ` (${nth})`}`;

/** The reasons by name; a line that gives no reason explains nothing. */
export function explained(path: string): Map<string, string> {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line) => {
      const [, name, reason] = /^- (`.*?` `.*` → `.*?`(?: \(\d+\))?): (\S.*)$/.exec(line) ?? [];
      return name === undefined || reason === undefined ? [] : [[name, reason] as const];
    }),
  );
}
