/** `npm run test:e2e`: the real app, built, driven in the real Electron. */
import { build } from './lib/build.ts';
import { hasDisplay, startVirtualDisplay } from './lib/display.ts';
import { electronRuntime } from './lib/electron-runtime.ts';
import { runNode } from './lib/run.ts';
import { ensureSystemLibraries } from './lib/system-libraries.ts';

const runtime = await electronRuntime();
ensureSystemLibraries(runtime.executable, !hasDisplay());
if (!hasDisplay()) await startVirtualDisplay();
await build();
process.exit(await runNode('node_modules/@playwright/test/cli.js', ['test', ...process.argv.slice(2)]));
