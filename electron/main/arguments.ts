/** What the arguments of the app ask for: a command, a workspace to open, or just the window. */
import { resolve } from 'node:path';

/** The words of the command line; a test holds them against the commands themselves. */
export const commands = new Set([
  'init',
  'import',
  'report',
  'deck',
  'recruit',
  'map',
  'check',
  'backup',
  'restore',
  'migrate',
  'call',
  'procedures',
  'help',
  'calendar',
  'forms',
]);
const switches = new Set(['--help', '-h', '--version', '-V', '--print-pdf']);

/** Chromium's own, which are no business of ours. */
const foreign = /^--(no-sandbox$|user-data-dir=|log-level=|inspect|remote-debugging|disable-|enable-|ozone-)/;

/**
 * What the user gave: all but the program and, while developing, what stands before the app's folder and the folder itself
 * (`electron -r probe.cjs --no-sandbox . init x`).
 */
export function userArguments(argv: string[], isPackaged: boolean): string[] {
  const given = argv.slice(1);
  if (!isPackaged) {
    let at = 0;
    while (at < given.length && given[at]?.startsWith('-') === true)
      at += given[at] === '-r' || given[at] === '--require' ? 2 : 1;
    given.splice(0, at + 1);
  }
  return given.filter((argument) => !foreign.test(argument));
}

/** Whether the arguments ask for a command and not for a window; options may stand before it. */
export function isCommandLine(argv: string[]): boolean {
  return argv.some((argument) => commands.has(argument) || switches.has(argument));
}

/** The first workspace named, as an absolute path. */
export function workspaceArgument(argv: string[], folder: string): string | null {
  const found = argv.find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.maillage'));
  return found === undefined ? null : resolve(folder, found);
}
