/** Names, addresses and countries as files write them: one person in several spellings is one person, and what is cleaned is said. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportInput } from '#shared/import/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

async function take(content: string, kind: ImportInput['kind'] = 'people'): Promise<OutputOf<'imports.commit'>> {
  const path = join(workspace.folder, 'fichier.csv');
  writeFileSync(path, content);
  const { proposals } = await workspace.call('imports.inspect', { path, kind });
  const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
  return workspace.call('imports.commit', { path, kind, mapping });
}

describe('one person in several spellings', () => {
  it('is one person, whatever sign stands for the apostrophe or the hyphen', async () => {
    await take("Prénom;Nom\nShaun;O'Neil\nJean-Pierre;Le Goff\nAnne;D'Arcy\n");
    const again = await take(
      'Prénom;Nom\nShaun;O\u00B4Neil\nJean\u2011Pierre;Le Goff\nAnne;D\u2019Arcy\nShaun;O\u02BCNeil\n',
    );
    expect(again.counts).toMatchObject({ created: 0, rejected: 1 });
    expect(await workspace.call('people.list', {})).toMatchObject({ total: 3 });
    for (const search of ["o'neil", 'O\u00B4Neil', 'o\u2019neil'])
      expect(await workspace.call('people.list', { search })).toMatchObject({ total: 1 });
  });
});
