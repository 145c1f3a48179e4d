/** `npm run dev`: the app with hot reload of the page and restart of the main side. */
import { hasDisplay, startVirtualDisplay } from './lib/display.ts';
import { electronRuntime } from './lib/electron-runtime.ts';
import { runNode } from './lib/run.ts';
import { ensureSystemLibraries } from './lib/system-libraries.ts';

const runtime = await electronRuntime();
ensureSystemLibraries(runtime.executable, !hasDisplay());
if (!hasDisplay()) await startVirtualDisplay();
process.exit(
  await runNode('node_modules/electron-vite/bin/electron-vite.js', ['dev', '--watch', ...process.argv.slice(2)]),
);
