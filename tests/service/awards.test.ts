/** A small award from the first category to the closed edition, and every refusal on the way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CategoryResult } from '#shared/awards/results.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

interface Award {
  editionId: string;
  categoryId: string;
  /** Impact weighs 3, daring 1. */
  criteria: [string, string];
  nominees: [string, string];
  jurors: [string, string, string];
  initiativeIds: [string, string];
}

async function smallAward(quorum = 2): Promise<Award> {
  const { call } = workspace;
  const site = await call('sites.create', { name: 'Usine de Lyon' });
  const velo = await call('initiatives.create', { title: 'À vélo', siteId: site.id });
  const potager = await call('initiatives.create', { title: 'Potager' });
  const edition = await call('awards.createEdition', { year: 2026, name: 'Trophées', quorum });
  const category = await call('awards.createCategory', {
    editionId: edition.id,
    name: 'Climat',
    criteria: [
      { name: 'Impact', weight: 3 },
      { name: 'Audace', weight: 1 },
    ],
  });
  const { ids } = await call('awards.addNominees', { categoryId: category.id, initiativeIds: [velo.id, potager.id] });
  const jurors = [];
  for (const name of ['Ana', 'Bob', 'Chloé'])
    jurors.push((await call('awards.addJuror', { editionId: edition.id, name, isChair: name === 'Ana' })).id);
  return {
    editionId: edition.id,
    categoryId: category.id,
    criteria: category.criteria.map((criterion) => criterion.id) as [string, string],
    nominees: ids as [string, string],
    jurors: jurors as [string, string, string],
    initiativeIds: [velo.id, potager.id],
  };
}

/** Scores of one juror for one nominee, one value per criterion; undefined leaves the criterion alone. */
const ballot = (award: Award, juror: number, nominee: number, values: (number | null | undefined)[]) =>
  values.flatMap((value, index) =>
    value === undefined
      ? []
      : [
          {
            jurorId: award.jurors[juror] ?? '',
            nomineeId: award.nominees[nominee] ?? '',
            criterionId: award.criteria[index] ?? '',
            value,
          },
        ],
  );

async function score(award: Award, notes: (number | null | undefined)[][][]): Promise<void> {
  await workspace.call('awards.setScores', {
    scores: notes.flatMap((row, juror) => row.flatMap((values, nominee) => ballot(award, juror, nominee, values))),
  });
}

async function results(award: Award): Promise<CategoryResult> {
  const { categories } = await workspace.call('awards.results', { editionId: award.editionId });
  if (categories[0] === undefined) throw new Error('no category');
  return categories[0];
}

describe('an award', () => {
  it('goes from notes to a winner, with the place and the share of each criterion', async () => {
    const award = await smallAward();
    await score(award, [
      [
        [8, 4],
        [6, 6],
      ],
      [
        [9, 5],
        [7, 7],
      ],
      [
        [6, undefined],
        [9, 9],
      ],
    ]);
    const category = await results(award);
    expect(category.criteria.map((criterion) => criterion.weight)).toEqual([0.75, 0.25]);
    expect(
      category.nominees.map((one) => [one.title, one.siteName, one.note, one.notesCount, one.expectedNotes, one.rank]),
    ).toEqual([
      ['À vélo', 'Usine de Lyon', 7.5, 2, 3, 1],
      ['Potager', null, (6 + 7 + 9) / 3, 3, 3, 2],
    ]);
    expect(category.winnerIds).toEqual([award.nominees[0]]);
    const { edition, completion } = await workspace.call('awards.get', { id: award.editionId });
    expect(edition.status).toBe('scoring');
    expect(completion.map((one) => [one.complete, one.expected])).toEqual([
      [2, 2],
      [2, 2],
      [1, 2],
    ]);
    expect((await workspace.call('awards.list', {})).rows[0]).toMatchObject({
      categories: 1,
      nominees: 2,
      jurors: 3,
      scores: 11,
    });
  });

  it('empties a cell, keeps a comment that is not spoken of, and counts only what changed', async () => {
    const { call } = workspace;
    const award = await smallAward();
    await score(award, [[[8, 4]]]);
    const [first] = ballot(award, 0, 0, [8]);
    if (first === undefined) throw new Error('no cell');
    expect((await call('awards.setScores', { scores: [{ ...first, comment: 'Très concret' }] })).count).toBe(1);
    expect((await call('awards.setScores', { scores: [first] })).count).toBe(0);
    expect((await call('awards.setScores', { scores: [{ ...first, value: 7 }] })).count).toBe(1);
    const { scores } = await call('awards.grid', { categoryId: award.categoryId });
    expect(scores.find((one) => one.criterionId === first.criterionId)).toMatchObject({
      value: 7,
      comment: 'Très concret',
    });
    await call('awards.setScores', { scores: [{ ...first, value: null }] });
    expect((await call('awards.grid', { categoryId: award.categoryId })).scores).toHaveLength(1);
    expect((await results(award)).nominees[0]?.note).toBeNull();
  });

  it('refuses notes off the scale, by a recused juror, or of another category', async () => {
    const { call, refused } = workspace;
    const award = await smallAward();
    const off = await refused('awards.setScores', {
      scores: [...ballot(award, 0, 0, [5]), ...ballot(award, 0, 1, [10.5])],
    });
    expect(off.details).toEqual({ issues: [{ path: 'scores.1.value', rule: 'out_of_scale', message: '' }] });
    expect((await call('awards.grid', { categoryId: award.categoryId })).scores).toEqual([]);
    await score(award, [[[9, 9]], [[5, 5]], [[5, 5]]]);
    const recusal = await call('awards.setRecusal', {
      jurorId: award.jurors[0],
      nomineeId: award.nominees[0],
      reason: 'Son équipe',
    });
    expect((await refused('awards.setScores', { scores: ballot(award, 0, 0, [9]) })).code).toBe('juror_recused');
    expect((await results(award)).nominees[0]).toMatchObject({ note: 5, notesCount: 2, expectedNotes: 2 });
    await call('awards.removeRecusal', { id: recusal.id });
    expect((await results(award)).nominees[0]).toMatchObject({ notesCount: 3, note: 19 / 3 });
    const other = await call('awards.createCategory', {
      editionId: award.editionId,
      name: 'Autre',
      criteria: [{ name: 'X' }],
    });
    expect(
      (
        await refused('awards.setScores', {
          scores: [{ ...ballot(award, 0, 0, [5])[0], criterionId: other.criteria[0]?.id }],
        })
      ).code,
    ).toBe('unknown_reference');
  });

  it('breaks a tie by decision, with a reason, and takes it back', async () => {
    const { call, refused } = workspace;
    const award = await smallAward();
    await score(award, [
      [
        [6, 6],
        [8, 8],
      ],
      [
        [8, 8],
        [6, 6],
      ],
    ]);
    expect((await results(award)).pendingIds).toHaveLength(2);
    expect(
      (await refused('awards.decide', { nomineeId: award.nominees[1], kind: 'tie_break', reason: '  ' })).code,
    ).toBe('invalid_input');
    const { id } = await call('awards.decide', {
      nomineeId: award.nominees[1],
      kind: 'tie_break',
      reason: 'Plus facile à essaimer',
    });
    expect(await results(award)).toMatchObject({
      winnerIds: [award.nominees[1]],
      decisions: [{ applied: true, reason: 'Plus facile à essaimer' }],
    });
    expect(
      (await refused('awards.decide', { nomineeId: award.nominees[1], kind: 'tie_break', reason: 'x' })).details,
    ).toEqual({ issues: [{ path: 'nomineeId', rule: 'not_tied', message: '' }] });
    await call('awards.undecide', { id });
    expect((await results(award)).winnerIds).toEqual([]);
  });

  it('overrides the winner and keeps what was computed; a later override takes the place of the first', async () => {
    const { call } = workspace;
    const award = await smallAward();
    await score(award, [
      [
        [9, 9],
        [5, 5],
      ],
      [
        [9, 9],
        [5, 5],
      ],
    ]);
    await call('awards.decide', { nomineeId: award.nominees[1], kind: 'override', reason: 'Le premier se retire' });
    expect(await results(award)).toMatchObject({
      winnerIds: [award.nominees[1]],
      nominees: [
        { rank: 1, isWinner: false },
        { rank: 2, isWinner: true },
      ],
    });
    await call('awards.decide', { nomineeId: award.nominees[0], kind: 'override', reason: 'Il revient' });
    expect((await results(award)).decisions).toHaveLength(1);
    await call('history.undo', {});
    expect((await results(award)).winnerIds).toEqual([award.nominees[1]]);
  });

  it('once closed keeps its results and refuses every change until it is reopened', async () => {
    const { call, refused } = workspace;
    const award = await smallAward();
    await score(award, [
      [
        [9, 9],
        [5, 5],
      ],
      [
        [9, 9],
        [5, 5],
      ],
    ]);
    const before = await results(award);
    await call('awards.close', { id: award.editionId });
    await call('initiatives.update', { id: award.initiativeIds[0], set: { title: 'Renommée' } });
    expect(await results(award)).toEqual(before);
    const attempts = [
      refused('awards.setScores', { scores: ballot(award, 0, 0, [1]) }),
      refused('awards.updateEdition', { id: award.editionId, set: { quorum: 1 } }),
      refused('awards.createCategory', { editionId: award.editionId, name: 'X' }),
      refused('awards.updateCategory', { id: award.categoryId, set: { name: 'X' } }),
      refused('awards.moveCategory', { id: award.categoryId, to: 0 }),
      refused('awards.deleteCategories', { ids: [award.categoryId] }),
      refused('awards.updateCriterion', { id: award.criteria[0], set: { weight: 9 } }),
      refused('awards.deleteCriteria', { ids: [award.criteria[0]] }),
      refused('awards.addNominees', { categoryId: award.categoryId, initiativeIds: [] }),
      refused('awards.updateNominee', { id: award.nominees[0], set: { citation: 'X' } }),
      refused('awards.removeNominees', { ids: [award.nominees[0]] }),
      refused('awards.addJuror', { editionId: award.editionId, name: 'X' }),
      refused('awards.updateJuror', { id: award.jurors[0], set: { name: 'X' } }),
      refused('awards.removeJurors', { ids: [award.jurors[0]] }),
      refused('awards.setRecusal', { jurorId: award.jurors[0], nomineeId: award.nominees[0], reason: 'X' }),
      refused('awards.decide', { nomineeId: award.nominees[1], kind: 'override', reason: 'X' }),
      refused('awards.close', { id: award.editionId }),
    ];
    expect((await Promise.all(attempts)).map((failure) => failure.code)).toEqual(attempts.map(() => 'edition_closed'));
    await call('awards.reopen', { id: award.editionId });
    expect((await results(award)).nominees[0]?.title).toBe('Renommée');
  });
});

describe('making an award', () => {
  it('takes over the categories, criteria and jurors of another edition, and nothing that was scored', async () => {
    const { call } = workspace;
    const award = await smallAward();
    await score(award, [[[9, 9]]]);
    const next = await call('awards.createEdition', { year: 2027, name: 'Trophées', copyFrom: award.editionId });
    const detail = await call('awards.get', { id: next.id });
    expect(
      detail.categories.map((category) => [
        category.name,
        category.criteria.map((criterion) => criterion.weight),
        category.nominees.length,
      ]),
    ).toEqual([['Climat', [3, 1], 0]]);
    expect(detail.jurors.map((juror) => [juror.name, juror.isChair])).toEqual([
      ['Ana', true],
      ['Bob', false],
      ['Chloé', false],
    ]);
    expect(detail.edition.status).toBe('draft');
    const bare = await call('awards.createEdition', {
      year: 2028,
      name: 'Trophées',
      copyFrom: award.editionId,
      copyCategories: false,
      copyJurors: false,
    });
    expect(await call('awards.get', { id: bare.id })).toMatchObject({ categories: [], jurors: [] });
  });

  it('refuses a second edition of the same name in the same year', async () => {
    const { call, refused } = workspace;
    const first = await call('awards.createEdition', { year: 2026, name: 'Prix' });
    expect((await refused('awards.createEdition', { year: 2026, name: 'Prix' })).details).toEqual({
      issues: [{ path: 'name', rule: 'already_exists', message: '' }],
    });
    const second = await call('awards.createEdition', { year: 2027, name: 'Prix' });
    expect((await refused('awards.updateEdition', { id: second.id, set: { year: 2026 } })).code).toBe('invalid_input');
    await call('awards.updateEdition', { id: first.id, set: { name: 'Prix', place: 'Lyon' } });
  });

  it('nominates each initiative once, and only what the category is for', async () => {
    const { call, refused } = workspace;
    const award = await smallAward();
    const person = await call('people.create', { firstName: 'Zoé', lastName: 'Roux' });
    expect(
      (await call('awards.addNominees', { categoryId: award.categoryId, initiativeIds: [...award.initiativeIds] }))
        .count,
    ).toBe(0);
    expect(
      (await refused('awards.addNominees', { categoryId: award.categoryId, personIds: [person.id] })).details,
    ).toEqual({ issues: [{ path: 'personIds', rule: 'nominees_of_other_kind', message: '' }] });
    await call('awards.updateCategory', { id: award.categoryId, set: { subject: 'either' } });
    await call('awards.addNominees', { categoryId: award.categoryId, personIds: [person.id] });
    const { categories } = await call('awards.get', { id: award.editionId });
    expect(categories[0]?.nominees.map((nominee) => [nominee.kind, nominee.subjectName])).toEqual([
      ['initiative', 'À vélo'],
      ['initiative', 'Potager'],
      ['person', 'Zoé Roux'],
    ]);
    expect((await refused('awards.updateCategory', { id: award.categoryId, set: { subject: 'person' } })).code).toBe(
      'invalid_input',
    );
    expect((await refused('initiatives.delete', { ids: [award.initiativeIds[0]] })).code).toBe('in_use');
    expect(
      (
        await refused('awards.addNominees', {
          categoryId: award.categoryId,
          personIds: ['00000000-0000-7000-8000-000000000000'],
        })
      ).code,
    ).toBe('unknown_reference');
  });

  it('keeps one chair, the order of categories and the scale its notes are on', async () => {
    const { call, refused } = workspace;
    const award = await smallAward();
    await call('awards.updateJuror', { id: award.jurors[1], set: { isChair: true } });
    expect((await call('awards.get', { id: award.editionId })).jurors.map((juror) => juror.isChair)).toEqual([
      false,
      true,
      false,
    ]);
    const second = await call('awards.createCategory', { editionId: award.editionId, name: 'Solidarité' });
    await call('awards.createCategory', { editionId: award.editionId, name: 'Coup de cœur' });
    await call('awards.moveCategory', { id: second.id, to: 0 });
    const { categories } = await call('awards.get', { id: award.editionId });
    expect(categories.map((category) => category.name)).toEqual(['Solidarité', 'Climat', 'Coup de cœur']);
    expect(new Set(categories.map((category) => category.colour)).size).toBe(3);
    await score(award, [[[9, 9]]]);
    expect((await refused('awards.updateCategory', { id: award.categoryId, set: { scaleMax: 5 } })).details).toEqual({
      issues: [{ path: 'scaleMax', rule: 'scores_outside', message: '' }],
    });
    await call('awards.updateCategory', { id: award.categoryId, set: { scaleMax: 9 } });
    expect((await refused('awards.updateCriterion', { id: award.criteria[0], set: { weight: 0 } })).code).toBe(
      'invalid_input',
    );
  });

  it('comes back whole from the deletion of an edition', async () => {
    const { call, refused } = workspace;
    const award = await smallAward();
    await score(award, [
      [
        [9, 9],
        [5, 5],
      ],
      [
        [9, 8],
        [5, 5],
      ],
    ]);
    await call('awards.setRecusal', { jurorId: award.jurors[2], nomineeId: award.nominees[0], reason: 'Son site' });
    const before = await results(award);
    await call('awards.deleteEditions', { ids: [award.editionId] });
    expect((await refused('awards.get', { id: award.editionId })).code).toBe('not_found');
    await call('history.undo', {});
    expect(await results(award)).toEqual(before);
  });
});
