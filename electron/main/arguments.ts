/** What the arguments of the app ask for: a command, a workspace to open, or just the window. */
import { resolve } from 'node:path';

/** The words of the command line; a test holds them against the commands themselves. */
export const commands = new Set(['init', 'import', 'report', 'deck', 'recruit', 'check', 'backup', 'restore', 'migrate', 'call', 'procedures', 'help']);
const switches = new Set(['--help', '-h', '--version', '-V', '--print-pdf']);

/** Whether the arguments ask for a command and not for a window; options may stand before it. */
export function isCommandLine(argv: string[]): boolean {
  return argv.some((argument) => commands.has(argument) || switches.has(argument));
}

/** The first workspace named, as an absolute path. */
export function workspaceArgument(argv: string[], folder: string): string | null {
  const found = argv.find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.maillage'));
  return found === undefined ? null : resolve(folder, found);
}
