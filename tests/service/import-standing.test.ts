/** Past dates in an imported file propose the stage or the status: taken where the file says none, told where it says another. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutputOf } from '#shared/contract.ts';
import { setToday } from '../factories/clock.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  setToday('2026-06-15');
  workspace = await testWorkspace();
});
afterEach(async () => {
  vi.useRealTimers();
  await workspace.close();
});

async function take(content: string, kind: 'people' | 'sites'): Promise<OutputOf<'imports.commit'>> {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  const { proposals } = await workspace.call('imports.inspect', { path, kind });
  const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
  return workspace.call('imports.commit', { path, kind, mapping });
}

/** By note, over all columns. */
function told(done: OutputOf<'imports.commit'>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { note, count } of done.notes) if (note.endsWith('Date')) sums[note] = (sums[note] ?? 0) + count;
  return sums;
}

describe('a past date in a file', () => {
  it('makes a former ambassador of who has no stage, and says so of who has another', async () => {
    const file =
      'Prénom;Nom;Étape;Sortie du réseau\nAna;Hier;;14/06/2026\nBob;Aussi;Actif;14/06/2026\nCam;Dernier;Actif;15/06/2026\nDan;Sans;;\nEve;Ancien;Ancien;14/06/2026\n';
    const done = await take(file, 'people');
    expect(told(done)).toEqual({ stageFromDate: 1, stageAgainstDate: 1 });
    const { rows } = await workspace.call('people.list', {});
    expect(Object.fromEntries(rows.map((row) => [row.firstName, [row.stage, row.stageSince]]))).toMatchObject({
      Ana: ['alumni', '2026-06-14'],
      Bob: ['active', '2026-06-15'],
      Cam: ['active', '2026-06-15'],
      Eve: ['alumni', '2026-06-15'],
    });
    expect((await take(file, 'people')).counts).toMatchObject({ created: 0, updated: 0 });
    // Known already, they keep the stage that they have until somebody changes it.
    expect(told(await take('Prénom;Nom;Sortie du réseau\nDan;Sans;01/02/2026\n', 'people'))).toEqual({
      stageAgainstDate: 1,
    });
    expect(await workspace.call('people.list', { filter: { stages: ['alumni'] } })).toMatchObject({ total: 4 });
  });

  it('closes or plans a site that has no status, and says so of one that has another', async () => {
    const file =
      'Code;Nom;Statut;Ouvert le;Fermé le\nA;Brest;;;14/06/2026\nB;Caen;;16/06/2026;\nC;Dax;Ouvert;;14/06/2026\nD;Évry;Prévu;01/01/2026;\nE;Foix;Ouvert;01/01/2026;15/06/2026\n';
    const done = await take(file, 'sites');
    expect(told(done)).toEqual({ statusFromDate: 2, statusAgainstDate: 2 });
    const { rows } = await workspace.call('sites.list', {});
    expect(Object.fromEntries(rows.map((row) => [row.name, row.status]))).toEqual({
      Brest: 'closed',
      Caen: 'planned',
      Dax: 'open',
      Évry: 'planned',
      Foix: 'open',
    });
    expect((await take(file, 'sites')).counts).toMatchObject({ created: 0, updated: 0 });
  });
});
