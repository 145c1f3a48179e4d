/** `maillage deck`: both formats, both languages, what it refuses and with which exit code. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../electron/service/cli/run.ts';
import { smallEdition, type SmallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { officeFaults } from '../helpers/office-judge.ts';

let workspace: TestWorkspace;
let edition: SmallEdition;
let file: string;
let folder: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  edition = await smallEdition(workspace);
  folder = workspace.folder;
  // The terminal opens a file that nobody else has open.
  const { path } = await workspace.call('workspace.backup', { outPath: join(folder, 'copy.maillage') });
  file = path;
  vi.stubEnv('LC_ALL', '');
  vi.stubEnv('LANG', 'fr_FR.UTF-8');
  vi.stubEnv('MAILLAGE_EXECUTABLE', '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await workspace.close();
});

async function deck(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((heard.out += String(text))));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((heard.err += String(text))));
  const code = await runCli(['deck', file, ...args]);
  vi.mocked(process.stdout.write).mockRestore();
  vi.mocked(process.stderr.write).mockRestore();
  return { code, ...heard };
}

describe('maillage deck', () => {
  it('writes a sound PPTX by year or id, in the language asked for, and says how many slides', async () => {
    const out = join(folder, 'cérémonie.pptx');
    const answer = await deck('--edition', '2026', '--out', out);
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain(`13 diapositives : ${out}`);
    expect(await officeFaults(out)).toEqual([]);
    const english = join(folder, 'ceremony.pptx');
    const json = await deck('--edition', edition.editionId, '--lang', 'en', '--out', english, '--json');
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, path: english, slides: 13 });
    expect(strFromU8(unzipSync(readFileSync(english))['ppt/slides/slide2.xml'] ?? new Uint8Array())).toContain(
      'Programme',
    );
  });

  it.skipIf(process.platform === 'win32')(
    'hands a page to the Electron that is named, and takes the PDF back',
    async () => {
      const printer = join(folder, 'electron');
      writeFileSync(
        printer,
        '#!/bin/sh\nwhile [ "$1" != "--print-pdf" ]; do shift; done\ngrep -q "<section" "$2" && grep -q "font-family: Gelasio" "$2" && printf "%%PDF-1.4 %s %s" "$4" "$5" > "$3"\n',
      );
      chmodSync(printer, 0o755);
      vi.stubEnv('MAILLAGE_EXECUTABLE', printer);
      const out = join(folder, 'ceremonie.pdf');
      expect(await deck('--edition', '2026', '--out', out)).toMatchObject({ code: 0, err: '' });
      expect(readFileSync(out, 'utf8')).toMatch(/^%PDF-1\.4 13\.3+\d* 7\.5$/);
    },
  );

  it('refuses in words and by exit code: no printer, another format, an edition that is not there', async () => {
    const pdf = await deck('--edition', '2026', '--out', join(folder, 'a.pdf'));
    expect(pdf.code).toBe(1);
    expect(pdf.err).not.toBe('');
    expect((await deck('--edition', '2026', '--out', join(folder, 'a.key'))).code).toBe(2);
    const unknown = await deck('--edition', '1999', '--out', join(folder, 'a.pptx'));
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('Aucune édition « 1999 »');
    vi.stubEnv('LANG', 'en_GB.UTF-8');
    expect((await deck('--edition', '1999', '--out', join(folder, 'a.pptx'))).err).toContain('No edition “1999”');
    expect(await deck('--edition', '2026', '--out', join(folder, 'no', 'a.pptx'))).toMatchObject({ code: 1 });
    expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
    expect(readdirSync(folder).filter((name) => /^a\.|partial/.test(name))).toEqual([]);
  });
});
