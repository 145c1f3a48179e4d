/** The scale of a category: never upside down, never narrower than its notes, and both its ends may be given. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let editionId: string;
beforeEach(async () => {
  workspace = await testWorkspace();
  editionId = (await workspace.call('awards.createEdition', { year: 2026, name: 'Prix', quorum: 1 })).id;
});
afterEach(() => workspace.close());

const onScale = (rule: string) => ({
  code: 'invalid_input',
  details: { issues: [expect.objectContaining({ path: expect.stringMatching(/scaleMax$/) as string, rule })] },
});

describe('the scale', () => {
  it('is refused upside down and flat, when it is made and when it is changed', async () => {
    const { call, refused } = workspace;
    const made = (scaleMin: number, scaleMax: number) => ({ editionId, name: 'Climat', scaleMin, scaleMax });
    expect(await refused('awards.createCategory', made(10, 1))).toMatchObject(onScale('scale'));
    expect(await refused('awards.createCategory', made(5, 5))).toMatchObject(onScale('scale'));
    expect(await refused('awards.createCategory', { editionId, name: 'Climat', scaleMin: 10 })).toMatchObject(
      onScale('scale'),
    );
    expect((await call('awards.get', { id: editionId })).categories).toEqual([]);
    const { id } = await call('awards.createCategory', made(1, 5));
    expect(await refused('awards.updateCategory', { id, set: { scaleMin: 5 } })).toMatchObject(onScale('scale'));
    expect(await refused('awards.updateCategory', { id, set: { scaleMax: 1 } })).toMatchObject(onScale('scale'));
    expect(await refused('awards.updateCategory', { id, set: { scaleMin: 8, scaleMax: 2 } })).toMatchObject(
      onScale('scale'),
    );
    expect(await call('awards.updateCategory', { id, set: { scaleMin: -5, scaleMax: 0.5 } })).toMatchObject({
      scaleMin: -5,
      scaleMax: 0.5,
    });
  });

  it('takes notes at both its ends, none beyond them, and is not narrowed past a note that was given', async () => {
    const { call, refused } = workspace;
    const category = await call('awards.createCategory', {
      editionId,
      name: 'Climat',
      scaleMin: 1,
      scaleMax: 5,
      criteria: [{ name: 'Impact' }],
    });
    const juror = await call('awards.addJuror', { editionId, name: 'Ana' });
    const initiatives = [];
    for (const title of ['Vélo', 'Potager']) initiatives.push((await call('initiatives.create', { title })).id);
    const { ids } = await call('awards.addNominees', { categoryId: category.id, initiativeIds: initiatives });
    const score = (nominee: number, value: number) => ({
      scores: [
        { jurorId: juror.id, nomineeId: ids[nominee] ?? '', criterionId: category.criteria[0]?.id ?? '', value },
      ],
    });
    for (const value of [0.99, 5.01, -5])
      expect((await refused('awards.setScores', score(0, value))).code).toBe('invalid_input');
    await call('awards.setScores', score(0, 1));
    await call('awards.setScores', score(1, 5));
    const set = (values: object) => ({ id: category.id, set: values });
    expect(await refused('awards.updateCategory', set({ scaleMin: 1.01 }))).toMatchObject({
      details: { issues: [{ path: 'scaleMin', rule: 'scores_outside' }] },
    });
    expect(await refused('awards.updateCategory', set({ scaleMax: 4.99 }))).toMatchObject({
      details: { issues: [{ path: 'scaleMax', rule: 'scores_outside' }] },
    });
    await call('awards.updateCategory', set({ scaleMin: 1, scaleMax: 5 }));
    await call('awards.updateCategory', set({ scaleMin: 0, scaleMax: 20 }));
    expect((await call('awards.get', { id: editionId })).categories[0]).toMatchObject({ scaleMin: 0, scaleMax: 20 });
  });
});
