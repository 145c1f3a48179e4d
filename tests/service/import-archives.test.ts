/** Archives that lie about themselves: nothing is inflated beyond what was declared and allowed, and nothing of them is taken in. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lyingZip, plainWorkbook, sheetPart, textsPart } from '../factories/archives.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

const mebi = 1024 * 1024;
let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const path = (): string => join(workspace.folder, 'classeur.xlsx');
/** What becomes of the archive: how many rows are read, or the code of the refusal. */
async function read(archive: Buffer): Promise<number | string> {
  writeFileSync(path(), archive);
  try {
    const mapping = { Code: 'code', Nom: 'name' };
    return (await workspace.call('imports.commit', { path: path(), kind: 'sites', mapping })).counts.read;
  } catch (error) {
    return /: (\w+)/.exec((error as Error).message)?.[1] ?? String(error);
  }
}
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `Site numéro ${at}`);
const sites = async (): Promise<number> => (await workspace.call('sites.list', {})).total;

describe('an archive', () => {
  it('that says the truth is read', async () => {
    expect(await read(lyingZip(plainWorkbook(names(3))))).toBe(3);
    expect(await sites()).toBe(3);
    await workspace.call('history.undo', {});
  });

  it.each([
    ['its rows', sheetPart],
    ['its texts', textsPart],
  ])('that inflates to more than it declares is refused: %s', async (_what, part) => {
    const parts = plainWorkbook(names(20_000));
    parts[textsPart] = Buffer.from(`<sst>${'<si><t>une phrase</t></si>'.repeat(20_000)}</sst>`);
    const { length } = parts[part] ?? Buffer.alloc(0);
    expect(length).toBeGreaterThan(400_000);
    for (const declared of [length - 1, Math.round(length / 2), 10, 0])
      expect(await read(lyingZip(parts, { [part]: declared })), String(declared)).toBe('archive_unsafe');
    expect(await sites()).toBe(0);
  });

  it('is refused for a part that swells to hundreds of times its size, before anything of it is read', async () => {
    const swollen = { ...plainWorkbook(names(1)), 'xl/media/zeros.bin': Buffer.alloc(9 * mebi) };
    expect(await read(lyingZip(swollen))).toBe('archive_unsafe');
    // Below eight mebibytes nothing much can swell.
    expect(await read(lyingZip({ ...swollen, 'xl/media/zeros.bin': Buffer.alloc(8 * mebi) }))).toBe(1);
    await workspace.call('history.undo', {});
    expect(await sites()).toBe(0);
  });

  it('under a password is called so, and not damaged', async () => {
    const archive = lyingZip(plainWorkbook(names(1)));
    const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
    for (let at = archive.readUInt32LE(end + 16), left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
      archive.writeUInt16LE(archive.readUInt16LE(at + 8) | 1, at + 8);
      const local = archive.readUInt32LE(at + 42);
      archive.writeUInt16LE(archive.readUInt16LE(local + 6) | 1, local + 6);
      at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
    writeFileSync(path(), archive);
    const mapping = { Code: 'code', Nom: 'name' };
    expect(await workspace.refused('imports.commit', { path: path(), kind: 'sites', mapping })).toMatchObject({
      code: 'file_format',
      details: { format: 'encrypted' },
    });
  });

  it('that inflates to less than it declares is cut off somewhere, and refused', async () => {
    const parts = plainWorkbook(names(200));
    const { length } = parts[sheetPart] ?? Buffer.alloc(0);
    expect(await read(lyingZip(parts, { [sheetPart]: length + 1 }))).toBe('file_format');
    expect(await sites()).toBe(0);
  });

  // Each part is as large as one may be without being suspect by itself, and hardly packed at all.
  it('is refused for what all its parts add up to, though each of them may be', async () => {
    const parts = (count: number): Record<string, Uint8Array> => ({
      ...plainWorkbook(names(1)),
      ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/media/${at}.bin`, Buffer.from('x')])),
    });
    const huge = (name: string): number | undefined => (name.startsWith('xl/media/') ? 8 * mebi : undefined);
    expect(await read(lyingZip(parts(127), huge))).toBe(1);
    await workspace.call('history.undo', {});
    expect(await read(lyingZip(parts(128), huge))).toBe('archive_unsafe');
    expect(await sites()).toBe(0);
  });

  it('of too many parts is refused', async () => {
    const parts = plainWorkbook(names(1));
    for (let at = 0; at <= 10_000; at += 1) parts[`d/${at}`] = new Uint8Array();
    expect(await read(lyingZip(parts))).toBe('archive_unsafe');
  });
});
