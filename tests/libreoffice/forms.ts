/**
 * Answer forms in a real spreadsheet: written by the app, opened, filled and saved by LibreOffice, read back by the app.
 * By hand, where LibreOffice and its Python are: `node tests/libreoffice/forms.ts [python]`.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strict as assert } from 'node:assert';
import { smallNetwork } from '../factories/network.ts';
import { testWorkspace } from '../factories/workspace.ts';

interface Seen {
  protected: boolean;
  hidden: number[];
  choices: string;
  locked: Record<string, boolean>;
}

const workspace = await testWorkspace();
try {
  const { call, folder } = workspace;
  await smallNetwork(workspace);
  const { id } = await call('campaigns.create', { title: 'Mobilité', startDate: '2027-05-01', endDate: '2027-05-31' });
  await call('campaigns.setStatus', { ids: [id], status: 'running' });
  const brest = (await call('adoptions.list', { search: 'brest' })).rows[0];
  await call('adoptions.answer', {
    id: brest?.id ?? '',
    set: { status: 'adapted', what: 'À pied\nle matin', answeredOn: '2027-05-04' },
  });
  const out = join(folder, 'formulaires');
  await call('campaigns.forms', { id, outDir: out });
  const path = join(out, 'Réponses - Mobilité - Bretagne.xlsx');
  const answer = execFileSync(process.argv[2] ?? 'python3', [join(import.meta.dirname, 'fill_form.py'), path, folder], {
    encoding: 'utf8',
    timeout: 180_000,
  });
  const seen = JSON.parse(answer) as Seen;
  assert.equal(seen.protected, true);
  assert.deepEqual(seen.hidden, [0, 1]);
  assert.deepEqual(seen.choices.replaceAll('"', '').split(';'), ['Adoptée', 'Adaptée', 'Déclinée', 'Faite']);
  assert.deepEqual(seen.locked, { A1: true, D2: true, F2: false, G2: false });
  const { counts, rows } = await call('adoptions.previewForm', { paths: [path] });
  assert.deepEqual(counts, { apply: 1, same: 1, conflict: 0, invalid: 0, unknown: 0 });
  const said = rows.find((row) => row.outcome === 'apply')?.said;
  assert.deepEqual(said, {
    status: 'declined',
    what: null,
    why: 'Fermé pour travaux ; on s’y remet',
    answeredOn: '2027-05-12',
    answeredBy: 'Yann',
  });
  await call('adoptions.mergeForm', { paths: [path] });
  console.log('forms: filled in LibreOffice and read back');
} finally {
  await workspace.close();
}
