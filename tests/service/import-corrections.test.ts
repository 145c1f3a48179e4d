/** What can be put right at the check: a cell, a value left out, the stage of people of whom the file tells none. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

type Input = InputOf<'imports.commit'>;

const text =
  'Code;Nom;Effectif;Région;Lat;Lon\nA1;Un;douze;Bretagne;48,1;-1,6\nA2;Deux;8;Bretagne;99;-1,6\nA3;Trois;x;Nulle;48,2;-1,7\n';
const mapping = { Code: 'code', Nom: 'name', Effectif: 'headcount', Région: 'territory', Lat: 'lat', Lon: 'lon' };

function input(more: Partial<Input> = {}, content = text): Input {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  return { path, kind: 'sites', mapping, ...more };
}

const refusedIn = async ({ planId }: OutputOf<'imports.dryRun'>): Promise<string[]> =>
  (await workspace.call('imports.outcomes', { planId, status: 'rejected' })).rows.map(
    ({ line, problems }) => `${line} ${problems.map(({ field, reason }) => `${field} ${reason}`).join(', ')}`,
  );

beforeEach(() => workspace.call('territories.create', { code: 'BRE', name: 'Bretagne' }));

describe('a cell', () => {
  it('is taken as it was corrected, and the file stays as it is', async () => {
    const corrections = [
      { line: 2, column: 'Effectif', value: '12' },
      { line: 3, column: 'Lat', value: '48,3' },
    ];
    const report = await workspace.call('imports.commit', input({ corrections }));
    expect(report.counts).toMatchObject({ created: 2, rejected: 1 });
    expect(
      (await workspace.call('sites.list', { sort: 'code' })).rows.map(({ code, headcount }) => [code, headcount]),
    ).toEqual([
      ['A1', 12],
      ['A2', 8],
    ]);
    expect(readFileSync(join(workspace.folder, 'fichier.csv'), 'utf8')).toBe(text);
  });

  it('corrected wrongly is refused with what was written, which the file of rejects keeps', async () => {
    const corrections = [{ line: 2, column: 'Effectif', value: 'treize' }];
    const report = await workspace.call('imports.dryRun', input({ corrections }));
    const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'rejected' });
    expect(rows[0]?.problems[0]).toMatchObject({ column: 'Effectif', value: 'treize', reason: 'notANumber' });
    const outPath = join(workspace.folder, 'rejets.csv');
    await workspace.call('imports.saveRejects', { planId: report.planId, outPath });
    expect(readFileSync(outPath, 'utf8')).toContain('A1;Un;treize;Bretagne');
  });

  it('of a column that is not there is refused', async () => {
    expect(
      await workspace.refused('imports.dryRun', input({ corrections: [{ line: 2, column: 'Rien', value: '1' }] })),
    ).toMatchObject({ code: 'mapping_invalid' });
  });
});

describe('a bad value', () => {
  it('is left out with its row taken, whatever found it bad, and said', async () => {
    const report = await workspace.call('imports.commit', input({ leaveOut: ['headcount', 'territory', 'latLon'] }));
    expect(report.counts).toMatchObject({ created: 3, rejected: 0 });
    expect(
      report.notes.filter(({ note }) => note === 'valueLeftOut').map(({ column, lines }) => [column, lines]),
    ).toEqual([
      ['Effectif', [2, 4]],
      ['Lat', [3]],
      ['Lon', [3]],
      ['Région', [4]],
    ]);
    const { rows } = await workspace.call('sites.list', { sort: 'code' });
    expect(rows.map(({ headcount, territoryName }) => [headcount, territoryName])).toEqual([
      [null, 'Bretagne'],
      [8, 'Bretagne'],
      [null, null],
    ]);
  });

  it('comes back in the file of rejects when its row is refused for another reason', async () => {
    const report = await workspace.call('imports.dryRun', input({ leaveOut: ['headcount'] }));
    expect(await refusedIn(report)).toEqual(['3 latLon coordinatesOutOfRange', '4 territory territoryUnknown']);
    const outPath = join(workspace.folder, 'rejets.csv');
    await workspace.call('imports.saveRejects', { planId: report.planId, outPath });
    expect(readFileSync(outPath, 'utf8')).toContain('A3;Trois;x;Nulle;48,2;-1,7');
  });

  it('that a record cannot be without is refused all the same', async () => {
    const long = 'x'.repeat(301);
    const report = await workspace.call(
      'imports.dryRun',
      input({ leaveOut: ['name'] }, `Code;Nom;Effectif;Région;Lat;Lon\nA1;${long};1;;;\n`),
    );
    expect(await refusedIn(report)).toEqual(['2 name tooLong']);
  });
});

describe('people of whom the file tells no stage', () => {
  const people = 'Prénom;Nom;Étape\nAna;Roy;\nLéo;Sy;formé\nMia;Fay;\n';
  const of = (more: Partial<Input>): Input =>
    input({ kind: 'people', mapping: { Prénom: 'firstName', Nom: 'lastName', Étape: 'stage' }, ...more }, people);

  it('are counted, and are what the user says they are', async () => {
    const tried = await workspace.call('imports.dryRun', of({}));
    expect(tried.notes).toContainEqual(expect.objectContaining({ note: 'stageAssumed', count: 2, lines: [2, 4] }));
    await workspace.call('imports.commit', of({ stage: 'active' }));
    expect((await workspace.call('people.list', {})).rows.map(({ lastName, stage }) => [lastName, stage])).toEqual([
      ['Fay', 'active'],
      ['Roy', 'active'],
      ['Sy', 'trained'],
    ]);
    // Those who are there already keep theirs.
    const again = await workspace.call('imports.commit', of({ stage: 'paused' }));
    expect(again.counts).toMatchObject({ unchanged: 3 });
    expect(again.notes.map(({ note }) => note)).not.toContain('stageAssumed');
  });
});
