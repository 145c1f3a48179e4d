/** Stray quotes in large files cost their line and no other; a file without line ends is refused before it fills the memory. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await testWorkspace();
});
afterEach(() => workspace.close());

const mapping = { Code: 'code', Nom: 'name' };
function file(text: string): string {
  const path = join(workspace.folder, 'sites.csv');
  writeFileSync(path, text);
  return path;
}
/** Rows of about a hundred characters. */
const rows = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `S${from + at};Site ${from + at};${'x'.repeat(80)}\n`).join('');

it('a quote that never closes costs one row of thousands, wherever it stands', async () => {
  const { call } = workspace;
  for (const at of [0, 9_000, 19_999]) {
    const path = file(`Code;Nom;Note\n${rows(0, at)}Q;Site;"ouvert\n${rows(at, 20_000)}`);
    const report = await call('imports.dryRun', { path, kind: 'sites', mapping });
    expect(report.counts).toMatchObject({ read: 20_001, created: 20_000, rejected: 1 });
    const { rows: rejected } = await call('imports.outcomes', { planId: report.planId, status: 'rejected' });
    expect(rejected).toMatchObject([{ line: at + 2, problems: [{ reason: 'quoteUnclosed' }] }]);
  }
});

it('a record longer than a file may hold is refused as such', async () => {
  for (const text of [`Code;Nom\nA;${'x'.repeat(8_300_000)}`, `Code;Nom\n${'A;B'.repeat(2_800_000)}`])
    expect(await workspace.refused('imports.dryRun', { path: file(text), kind: 'sites', mapping })).toMatchObject({
      code: 'file_too_large',
      details: { what: 'record' },
    });
  // Just within the bound it is one row like any other.
  const path = file(`Code;Nom;Note\nA;Rennes;${'x'.repeat(7_000_000)}\n`);
  expect((await workspace.call('imports.dryRun', { path, kind: 'sites', mapping })).counts).toMatchObject({
    created: 1,
  });
});
