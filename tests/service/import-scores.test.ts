/** Imports of a jury's scores, and of files that meet other changes of the workspace. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract.ts';
import { smallEdition } from '../factories/edition.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

function file(content: string): string {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  return path;
}

const rejectedOf = async (report: OutputOf<'imports.commit'>): Promise<string[]> =>
  (await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' })).rows.map(
    (row) => `${row.line} ${row.problems[0]?.reason}`,
  );

describe('scores', () => {
  const scores =
    "Juré;Nommé;Critère;Note;Commentaire\nPaule Roux;Le vélo d'abord;Impact;9,5;Très bien\nPaule Roux;Karim Benali;impact;7;\nPaule Roux;Zoé Œhler;Impact;11;\nJean Absent;Zoé Œhler;Impact;5;\nPaule Roux;Personne;Impact;5;\nPaule Roux;Zoé Œhler;Style;5;\nPaule Roux;Zoe Oehler;Impact;8;\nPaule Roux;Zoé Œhler;Impact;6;\n";

  it('go to the juror, the nominee and the criterion they name, within the scale', async () => {
    await smallEdition(workspace);
    const path = file(scores);
    const inspection = await workspace.call('imports.inspect', { path });
    expect(inspection.kind).toBe('scores');
    const mapping = Object.fromEntries(inspection.proposals.map(({ column, field }) => [column, field]));
    expect(mapping).toEqual({
      Juré: 'juror',
      Nommé: 'nominee',
      Critère: 'criterion',
      Note: 'value',
      Commentaire: 'comment',
    });
    const report = await workspace.call('imports.commit', { path, kind: 'scores', mapping });
    expect(report.counts).toEqual({ read: 8, created: 0, updated: 2, unchanged: 1, rejected: 5 });
    expect(await rejectedOf(report)).toEqual([
      '4 scoreOutOfScale',
      '5 jurorUnknown',
      '6 nomineeUnknown',
      '7 criterionUnknown',
      '9 duplicateInFile',
    ]);
    expect((await workspace.call('imports.commit', { path, kind: 'scores', mapping })).counts).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
    });
  });

  it('are refused for an edition that is closed', async () => {
    const { editionId } = await smallEdition(workspace);
    await workspace.call('awards.close', { id: editionId });
    const report = await workspace.call('imports.commit', {
      path: file(scores),
      kind: 'scores',
      mapping: { Juré: 'juror', Nommé: 'nominee', Critère: 'criterion', Note: 'value' },
    });
    expect(report.counts.rejected).toBe(8);
    expect(await rejectedOf(report)).toContain('2 editionClosed');
  });
});

describe('scores of a file that names no edition', () => {
  const sheet = "Juré;Nommé;Critère;Note\nPaule Roux;Le vélo d'abord;Impact;3\n";
  const mapping = { Juré: 'juror', Nommé: 'nominee', Critère: 'criterion', Note: 'value' };

  it('go to the only one that is open, and to none as soon as there are two', async () => {
    await smallEdition(workspace);
    const next = await workspace.call('awards.createEdition', { year: 2027, name: 'Prix 2027' });
    const commit = () => workspace.call('imports.commit', { path: file(sheet), kind: 'scores', mapping });
    expect(await rejectedOf(await commit())).toEqual(['2 editionToName']);
    await workspace.call('awards.close', { id: next.id });
    expect((await commit()).counts).toMatchObject({ updated: 1, rejected: 0 });
  });
});

describe('an import among other changes', () => {
  const mapping = { Code: 'code', Nom: 'name', Effectif: 'headcount' };
  const sites = `Code;Nom;Effectif\n${Array.from({ length: 3000 }, (_, index) => `S${index};Site ${index};${index}`).join('\n')}\n`;

  it('sees what another one wrote meanwhile', async () => {
    const input = { path: file(sites), kind: 'sites' as const, mapping };
    const reports = await Promise.all([
      workspace.call('imports.commit', input),
      workspace.call('imports.commit', input),
    ]);
    expect(reports.map((report) => report.counts.created).sort((a, b) => a - b)).toEqual([0, 3000]);
    expect((await workspace.call('sites.list', {})).total).toBe(3000);
  });

  it('brings back by undo the values it had changed, and leaves the rest', async () => {
    await workspace.call('imports.commit', { path: file(sites), kind: 'sites', mapping });
    const before = await workspace.call('sites.list', { sort: 'code', limit: 20 });
    const report = await workspace.call('imports.commit', {
      path: file('Code;Nom;Effectif\nS1;Premier;\nS2;Site 2;5000\nNEUF;Neuf;1\n'),
      kind: 'sites',
      mapping,
    });
    expect(report.counts).toEqual({ read: 3, created: 1, updated: 2, unchanged: 0, rejected: 0 });
    await workspace.call('history.undo', {});
    const after = await workspace.call('sites.list', { sort: 'code', limit: 20 });
    expect(after).toEqual(before);
    await workspace.call('history.redo', {});
    expect((await workspace.call('sites.list', { search: 'Premier' })).rows[0]).toMatchObject({
      code: 'S1',
      headcount: 1,
    });
    expect((await workspace.call('workspace.check', {})).ok).toBe(true);
  });
});
