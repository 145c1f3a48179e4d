/** Files of people: taken in twice they change nothing the second time, and they never rename one person into another. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace();
});
afterAll(() => workspace.close());

const mapping = { code: 'code', firstName: 'firstName', lastName: 'lastName', email: 'email', jobTitle: 'jobTitle' };
const oneOf = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
/** Three people, two of one family: each line knows them by some of what they have, and some share a mailbox or were given another number. */
const row = fc
  .record({
    who: fc.constantFrom(['Ana', 'Roy', 'A'], ['Bea', 'Roy', 'B'], ['Léo', 'Sy', 'L']),
    coded: oneOf('', '', '2'),
    hasCode: fc.boolean(),
    email: oneOf('', 'own', 'shared'),
    job: oneOf('', 'une', 'deux'),
  })
  .map(({ who, coded, hasCode, email, job }) => ({
    code: hasCode ? `${who[2]}${coded}` : '',
    first: who[0],
    last: who[1],
    email: email === 'own' ? `${who[2]}@x.fr` : email === 'shared' ? 'accueil@x.fr' : '',
    job,
  }));
const file = fc
  .array(row, { minLength: 1, maxLength: 5 })
  .map((rows) =>
    [
      'code;firstName;lastName;email;jobTitle',
      ...rows.map((one) => `${one.code};${one.first};${one.last};${one.email};${one.job}`),
    ].join('\n'),
  );

async function take(text: string): Promise<{ created: number; updated: number; rejected: number }> {
  const path = join(workspace.folder, 'people.csv');
  writeFileSync(path, text);
  return (await workspace.call('imports.commit', { path, kind: 'people', mapping })).counts;
}

it('people taken in twice change nothing the second time', async () => {
  await holds(
    fc.asyncProperty(file, file, async (before, text) => {
      const { ids } = await workspace.call('people.ids', {});
      if (ids.length > 0) await workspace.call('people.delete', { ids });
      await take(before);
      await take(text);
      expect(await take(text)).toMatchObject({ created: 0, updated: 0 });
    }),
    { runs: 40 },
  );
});

it('people are never renamed into others whose address was passed on or whose code is nearly theirs', async () => {
  const { ids } = await workspace.call('people.ids', {});
  if (ids.length > 0) await workspace.call('people.delete', { ids });
  await take('code;firstName;lastName;email;jobTitle\n007;Ana;Roy;accueil@x.fr;\n');
  const header = 'code;firstName;lastName;email;jobTitle\n';
  expect(await take(`${header}7;Bea;Sy;;\n`)).toMatchObject({ created: 0, updated: 0, rejected: 1 });
  expect(await take(`${header};Bea;Sy;accueil@x.fr;\n`)).toMatchObject({ created: 0, updated: 0, rejected: 1 });
  // A name corrected is still the same person.
  expect(await take(`${header}7;Ana;Roy-Sy;;\n`)).toMatchObject({ updated: 1 });
});
