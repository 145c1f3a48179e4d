/** Which demonstration file is opened, and how a new one is called: nothing that exists is ever named for a new one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoFile } from '../../electron/main/demo-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-demos-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const has = (...names: string[]): void => names.forEach((name) => writeFileSync(join(folder, name), ''));
const named = (fresh: boolean): [string, boolean] => {
  const { path, exists } = demoFile(folder, fresh);
  return [basename(path), exists];
};

it('gives the first its plain name', () => {
  has('.DS_Store', 'Réseau de démonstration 7.maillage-wal', 'Notre réseau.maillage');
  expect(named(false)).toEqual(['Réseau de démonstration.maillage', false]);
  expect(named(true)).toEqual(['Réseau de démonstration.maillage', false]);
});

it('reopens the last one, and numbers a new one after it', () => {
  has('Réseau de démonstration.maillage');
  expect(named(false)).toEqual(['Réseau de démonstration.maillage', true]);
  expect(named(true)).toEqual(['Réseau de démonstration 2.maillage', false]);
  has('Réseau de démonstration 9.maillage', 'Réseau de démonstration 10.maillage');
  expect(named(false)).toEqual(['Réseau de démonstration 10.maillage', true]);
  expect(named(true)).toEqual(['Réseau de démonstration 11.maillage', false]);
});

it('knows its files when the system gives accents in two parts', () => {
  const decomposed = 'Réseau de démonstration 2.maillage'.normalize('NFD');
  has(decomposed);
  expect(named(false)).toEqual([decomposed, true]);
  expect(named(true)).toEqual(['Réseau de démonstration 3.maillage', false]);
});
