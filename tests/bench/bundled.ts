/** A worker of the benches as one file, as the packaged app carries its service: read as sources it would hold every module's text besides. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/lib/run.ts';

/** Bundles `tests/bench/NAME.ts`; answers the file to run. */
export async function bundled(name: string): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/maillage-bench');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // As the app is built.
    resolve: { alias: { 'buffer-crc32': join(root, 'electron/service/formats/crc32.ts') } },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        external: ['better-sqlite3', 'sharp'],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, `${name}.cjs`);
}
