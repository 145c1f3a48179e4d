/** Files of people: taken in twice they change nothing the second time, and they never rename one person into another. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleFile, peopleTaker, type PeopleTaker } from '../factories/people-files.ts';
import { holds } from '../factories/properties.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
let taker: PeopleTaker;
beforeAll(async () => {
  workspace = await testWorkspace();
  taker = peopleTaker(workspace);
});
afterAll(() => workspace.close());

const mapping = {
  id: 'id',
  code: 'code',
  first: 'firstName',
  last: 'lastName',
  email: 'email',
  job: 'jobTitle',
  site: 'siteCode',
};
const header = 'id;code;first;last;email;job;site';
/** A file of these rows; those that end early have no last values. */
const file = (...rows: string[]) => ({
  text: [header, ...rows.map((row) => row + ';'.repeat(7 - row.split(';').length))].join('\n'),
  input: { mapping, createMissing: false, updateOnly: false },
});

/** What becomes of the rows of a file taken into a network of those of another, and of the same file the next time. */
async function twice(before: string[], rows: string[]): Promise<{ first: string[]; again: string[] }> {
  taker.clear();
  await taker.take(file(...before), []);
  const known = taker.ids();
  const first = await taker.outcomes(file(...rows), known);
  return { first, again: await taker.outcomes(file(...rows), known) };
}

it('people taken in twice change nothing the second time', async () => {
  await holds(
    fc.asyncProperty(peopleFile, peopleFile, async (before, after) => {
      taker.clear();
      await taker.take(before, []);
      const known = taker.ids();
      await taker.take(after, known);
      expect(await taker.take(after, known)).toMatchObject({ created: 0, updated: 0 });
    }),
    { runs: 60 },
  );
});

describe('a row that may mean several people is refused, the first time as the next', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'the same name with and without an address, beside someone of that name',
      [';;Léo;Sy;l@x.fr;'],
      [';;Léo;Sy;;', ';;Léo;Sy;accueil@x.fr;', ';;Léo;Sy;l@x.fr;une'],
      ['matchAmbiguous', 'created', 'updated'],
    ],
    [
      'a code without a name, whose address another row makes someone’s',
      [';;Ana;Roy;;'],
      [';007;;;accueil@x.fr;', ';;Ana;Roy;accueil@x.fr;', ';;Ana;Roy;;'],
      ['noMatch', 'sameRecordInFile 2', 'updated'],
    ],
    [
      'a code that is twice in the file, the first without a name',
      [';;Ana;Roy;accueil@x.fr;'],
      [';A;;;accueil@x.fr;', ';A;Ana;Roy;;'],
      ['updated', 'duplicateInFile 2'],
    ],
    [
      'a code that differs from a new one by its zeros, with an address that a later row has',
      [';;Ana;Roy;;'],
      [';007;Ana;Roy;;', ';7;;;accueil@x.fr;', ';;Ana;Roy;accueil@x.fr;'],
      ['created', 'noMatch', 'sameRecordInFile 3'],
    ],
    [
      'a code of several that one person bears, one of which is someone else’s too from now on',
      [';A B;Ana;Roy;a@x.fr'],
      [';A;Ana;Roy;', ';A C;Bea;Sy;', ';;Ana;Roy;a@x.fr;une'],
      ['updated', 'created', 'sameRecordInFile 2'],
    ],
    [
      'an id that is twice in the file, the first with a code that another row is yet to give up',
      [';L;Léo;Sy', ';;Ana;Roy'],
      ['#1;L;Léo;Sy', '#1;;Ana;Roy', '#0;007;Ana;Roy'],
      ['updated', 'duplicateInFile 2', 'updated'],
    ],
    [
      'a name with a site and without one',
      [';;Ana;Roy;;;S1'],
      [';;Ana;Roy;;une', ';;Ana;Roy;;deux;S1', ';;Ana;Roy;;trois;S2'],
      ['matchAmbiguous', 'updated', 'created'],
    ],
  ])('%s', async (_what, before, rows, outcomes) => {
    const { first, again } = await twice(before, rows);
    expect(first.map((outcome) => outcome.replace('unchanged', 'updated'))).toEqual(outcomes);
    expect(again.filter((outcome) => outcome === 'created' || outcome === 'updated')).toEqual([]);
  });
});

describe('people', () => {
  it('are never renamed into others whose address was passed on or whose code is nearly theirs', async () => {
    const { first } = await twice([';007;Ana;Roy;accueil@x.fr'], [';7;Bea;Sy;']);
    expect(first).toEqual(['nameOfAnother Ana Roy']);
    expect((await twice([';007;Ana;Roy;accueil@x.fr'], [';;Bea;Sy;accueil@x.fr'])).first).toEqual([
      'nameOfAnother Ana Roy',
    ]);
    // A name corrected is still the same person.
    expect((await twice([';007;Ana;Roy;accueil@x.fr'], [';7;Ana;Roy-Sy;'])).first).toEqual(['updated']);
  });

  it('known by their mailbox alone get the code of the row that bears their name, whichever comes first', async () => {
    const { first } = await twice([';;Ana;Roy;accueil@x.fr'], [';B;Bea;Roy;accueil@x.fr', ';A;Ana;Roy;accueil@x.fr']);
    expect(first).toEqual(['created', 'updated']);
    expect(taker.people()).toEqual(['A Ana Roy accueil@x.fr', 'B Bea Roy accueil@x.fr']);
  });

  it('known by their mailbox alone are not made another who has it too', async () => {
    expect((await twice([';;Ana;Roy;accueil@x.fr'], [';L;Léo;Sy;accueil@x.fr'])).first).toEqual(['created']);
    expect(taker.people()).toEqual(['Ana Roy accueil@x.fr', 'L Léo Sy accueil@x.fr']);
    // Alone with it, and with one of the names, they are.
    expect((await twice([';;Ana;Roy;ana@x.fr'], [';A;Ana;Roy-Sy;ana@x.fr'])).first).toEqual(['updated']);
  });

  it('known by their id hand their codes on to one another, and to someone new', async () => {
    const { first, again } = await twice([';A;Ana;Roy', ';B;Bea;Roy'], ['#0;B;Ana;Roy', ';A;Léo;Sy', '#1;C;Bea;Roy']);
    expect(first).toEqual(['updated', 'created', 'updated']);
    expect(taker.people()).toEqual(['A Léo Sy', 'B Ana Roy', 'C Bea Roy']);
    expect(again).toEqual(['unchanged', 'unchanged', 'unchanged']);
    await workspace.call('history.undo', {});
    expect(taker.people()).toEqual(['A Ana Roy', 'B Bea Roy']);
    await workspace.call('history.redo', {});
    expect(taker.people()).toEqual(['A Léo Sy', 'B Ana Roy', 'C Bea Roy']);
    // Two that want each other's have to be told apart by hand.
    expect((await twice([';A;Ana;Roy', ';B;Bea;Roy'], ['#0;B;Ana;Roy', '#1;A;Bea;Roy'])).first).toEqual([
      'codeTaken',
      'codeTaken',
    ]);
  });
});
