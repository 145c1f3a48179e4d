/** The check sum that the builds put in the place of the zip library's own: the same figures. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { unsigned } from '../../electron/service/formats/crc32.ts';
import config from '../../electron.vite.config.ts';

it('sums as zip does, piece after piece', () => {
  const bytes = Buffer.from('123456789');
  // The check value that the definition of this sum gives.
  expect(unsigned(bytes)).toBe(0xcbf43926);
  expect(unsigned(bytes.subarray(4), unsigned(bytes.subarray(0, 4)))).toBe(0xcbf43926);
  expect(unsigned(Buffer.alloc(0))).toBe(0);
});

it('has all that the zip library asks of the one it replaces, and stands where the build looks for it', () => {
  const { resolve } = createRequire(import.meta.url);
  const asked = [...readFileSync(resolve('yazl'), 'utf8').matchAll(/\bcrc32\.(\w+)\(/g)].map(([, name]) => name);
  expect(new Set(asked)).toEqual(new Set(['unsigned']));
  const alias = (config as { main: { resolve: { alias: Record<string, string> } } }).main.resolve.alias;
  expect(alias['buffer-crc32']).toMatch(/formats[\\/]crc32\.ts$/);
});
