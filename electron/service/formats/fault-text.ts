/** What may be written down of a fault: where it happened and of what kind, never the data it happened on. */
import { homedir } from 'node:os';

/** Kinds whose message names code and columns only, never a value. */
const wordy = /^(TypeError|ReferenceError|RangeError|SqliteError)$/;

/**
 * The name, code and stack of an error without the user's data: a message is kept only of the kinds that cannot quote any,
 * and paths lose the name of their owner.
 */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const head = [
    error.name,
    typeof code === 'string' ? code : '',
    wordy.test(error.name) ? (error.message.split('\n')[0]?.slice(0, 200) ?? '') : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20);
  const cause = error.cause === undefined ? [] : [`caused by ${faultText(error.cause)}`];
  return [head, ...frames, ...cause]
    .join('\n')
    .replaceAll(homedir(), '~')
    .replace(/(Users|home)[\\/][^\\/\s]+/g, '$1/~');
}
