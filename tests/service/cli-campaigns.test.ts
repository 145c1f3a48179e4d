/** `maillage calendar` and `maillage forms` as their users run them: exit codes, words, JSON, files. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../electron/service/cli/run.ts';
import { resources } from '../factories/workspace.ts';
import { officeFaults } from '../helpers/office-judge.ts';

let folder: string;
let workspace: string;

/** In this process: what a command writes is caught instead of printed. */
async function maillage(
  ...args: string[]
): Promise<{ code: number; out: string; err: string; json: Record<string, unknown> }> {
  let out = '';
  let err = '';
  const stdout = vi
    .spyOn(process.stdout, 'write')
    .mockImplementation(((text: string) => (out += text) !== '') as typeof process.stdout.write);
  const stderr = vi
    .spyOn(process.stderr, 'write')
    .mockImplementation(((text: string) => (err += text) !== '') as typeof process.stderr.write);
  try {
    const code = await runCli(args);
    return { code, out, err, json: args.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {} };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

beforeEach(async () => {
  vi.stubEnv('MAILLAGE_RESOURCES', resources);
  vi.stubEnv('LC_ALL', 'fr_FR.UTF-8');
  folder = mkdtempSync(join(tmpdir(), 'maillage-cli-campaigns-'));
  workspace = join(folder, 'x.maillage');
  await maillage('init', workspace);
  await maillage('call', workspace, 'sites.create', '{"name": "Brest"}');
  await maillage(
    'call',
    workspace,
    'campaigns.create',
    '{"title": "Octobre rose", "startDate": "2027-10-01", "endDate": "2027-10-31"}',
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('maillage calendar', () => {
  it('writes the plan, and what is asked for beside it', async () => {
    const path = join(folder, 'plan.ics');
    const made = await maillage('calendar', workspace, '--out', path);
    expect(made).toMatchObject({ code: 0, err: '', out: `1 événements : ${path}\n` });
    expect(readFileSync(path, 'utf8')).toContain('SUMMARY:Octobre rose');
    const more = await maillage(
      'calendar',
      workspace,
      '--out',
      path,
      '--include',
      'campaigns, days',
      '--from',
      '2027-10-01',
      '--to',
      '2027-10-31',
      '--lang',
      'en',
      '--json',
    );
    expect(more).toMatchObject({ code: 0, json: { ok: true, path } });
    expect(readFileSync(path, 'utf8')).toContain('SUMMARY:Pink October');
  });

  it('refuses what it cannot understand or write', async () => {
    expect((await maillage('calendar', workspace, '--out', join(folder, 'plan.txt'))).code).toBe(2);
    expect(
      (await maillage('calendar', workspace, '--out', join(folder, 'p.ics'), '--include', 'everything')).code,
    ).toBe(2);
    expect(
      await maillage('calendar', workspace, '--out', join(folder, 'p.ics'), '--from', 'demain', '--json'),
    ).toMatchObject({ code: 1, json: { ok: false, error: { code: 'invalid_input' } } });
    expect(await maillage('calendar', workspace, '--out', join(folder, 'nulle', 'part.ics'), '--json')).toMatchObject({
      code: 1,
      json: { error: { code: 'file_unwritable' } },
    });
    expect(existsSync(join(folder, 'p.ics'))).toBe(false);
  });
});

describe('maillage forms', () => {
  it('writes the forms of a campaign once its list of sites is settled', async () => {
    const out = join(folder, 'formulaires');
    expect(await maillage('forms', workspace, '--campaign', 'C-0001', '--out', out, '--json')).toMatchObject({
      code: 1,
      json: { error: { code: 'campaign_not_settled' } },
    });
    const { rows } = (await maillage('call', workspace, 'campaigns.list', '--json')).json['value'] as {
      rows: { id: string }[];
    };
    await maillage('call', workspace, 'campaigns.setStatus', JSON.stringify({ ids: [rows[0]?.id], status: 'ready' }));
    expect(await maillage('forms', workspace, '--campaign', 'C-0001', '--out', out)).toMatchObject({
      code: 0,
      out: `Formulaires : 1. Sites : 1. Dossier : ${out}\n`,
    });
    expect(
      await maillage(
        'forms',
        workspace,
        '--campaign',
        rows[0]?.id ?? '',
        '--per',
        'site',
        '--lang',
        'en',
        '--out',
        out,
        '--json',
      ),
    ).toMatchObject({ code: 0, json: { ok: true, files: 1, sites: 1 } });
    expect(readdirSync(out).sort()).toEqual([
      'Answers - Octobre rose - Brest (S-0001).xlsx',
      'Réponses - Octobre rose - sans territoire.xlsx',
    ]);
    for (const name of readdirSync(out)) expect(await officeFaults(join(out, name))).toEqual([]);
    expect(
      await maillage('forms', workspace, '--campaign', 'C-0001', '--unanswered', '--out', out, '--json'),
    ).toMatchObject({ code: 0, json: { files: 1, sites: 1 } });
    const answers = (await maillage('call', workspace, 'adoptions.list', '--json')).json['value'] as {
      rows: { id: string }[];
    };
    await maillage(
      'call',
      workspace,
      'adoptions.answer',
      JSON.stringify({ id: answers.rows[0]?.id, set: { status: 'adopted' } }),
    );
    expect(
      await maillage('forms', workspace, '--campaign', 'C-0001', '--unanswered', '--out', out, '--json'),
    ).toMatchObject({ code: 0, json: { files: 0, sites: 0 } });
  });

  it('names the campaigns there are when none is meant', async () => {
    const wrong = await maillage('forms', workspace, '--campaign', 'C-9', '--out', folder);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('C-0001 Octobre rose');
    expect((await maillage('forms', workspace, '--campaign', 'C-0001')).code).toBe(2);
    expect((await maillage('help', 'forms')).out).toContain('--per');
  });
});
