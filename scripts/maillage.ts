/** `npm run -s maillage -- ...`: the command line from the sources; a deck in PDF borrows the Electron of this checkout. */
import { join } from 'node:path';
import { build } from './lib/build.ts';
import { hasDisplay, startVirtualDisplay } from './lib/display.ts';
import { electronRuntime } from './lib/electron-runtime.ts';
import { root, runNode } from './lib/run.ts';
import { ensureSystemLibraries } from './lib/system-libraries.ts';

const args = process.argv.slice(2);
if (args.includes('deck') && args.some((argument) => argument.toLowerCase().endsWith('.pdf'))) {
  const runtime = await electronRuntime();
  ensureSystemLibraries(runtime.executable, !hasDisplay());
  if (!hasDisplay()) await startVirtualDisplay();
  await build();
  process.env['MAILLAGE_EXECUTABLE'] = runtime.executable;
  process.env['MAILLAGE_APP'] = root;
}
// The sources are read as they are; compiled once, they start in half the time.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled');
process.exit(await runNode('electron/service/cli.ts', args, { cwd: process.env['INIT_CWD'] ?? process.cwd() }));
