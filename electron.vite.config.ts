/** Three builds: main and preload as CommonJS for every Electron we run on, the page for the oldest Chrome among them. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Natives cannot be bundled; everything else is, so that the packaged app carries no node_modules but theirs.
const external = ['better-sqlite3', 'sharp', 'electron'];
const root = import.meta.dirname;
const common = { target: 'node20', externalizeDeps: false as const, minify: false as const, sourcemap: false as const };

export default defineConfig({
  main: {
    // The zip library's check sums by the system's own code.
    resolve: { alias: { 'buffer-crc32': resolve(root, 'electron/service/formats/crc32.ts') } },
    build: {
      ...common,
      outDir: 'out/main',
      rolldownOptions: {
        external,
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          service: resolve(root, 'electron/service/entry.ts'),
          cli: resolve(root, 'electron/service/cli.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      ...common,
      outDir: 'out/preload',
      rolldownOptions: {
        external,
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      cssTarget: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: resolve(root, 'renderer/index.html'),
        // What the first screen needs is one file: sixty small ones cost the shell sixty answers before anything shows.
        output: {
          codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
          // The shell names the words of its language beside the page, before any code of the page asks for them.
          chunkFileNames: ({ facadeModuleId }) => {
            const lang = /locales\/(\w\w)\.ts$/.exec(facadeModuleId ?? '')?.[1];
            return lang === undefined ? 'assets/[name]-[hash].js' : `assets/words-${lang}.js`;
          },
        },
      },
    },
  },
});
