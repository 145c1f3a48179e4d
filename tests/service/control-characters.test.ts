/** Control characters never come to stand in a text: whatever call, form or file brings them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { oneLine, severalLines } from '#shared/base/texts.ts';
import { cellText } from '#shared/import/cells.ts';
import { contract, type WriteName } from '#shared/contract.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { writeSamples, writeStage, type Stage } from '../factories/writes.ts';

let workspace: TestWorkspace;
let stage: Stage;
let atFirst = 0;
const steps = (): unknown =>
  workspace.service.workspace?.reader.prepare(`select count(*) from transactions where state = 'done'`).pluck().get();
beforeAll(async () => {
  workspace = await testWorkspace();
  stage = await writeStage(workspace);
  atFirst = Number(steps());
});
// A sample may have set its own stage.
afterEach(async () => {
  while (Number(steps()) > atFirst) await workspace.call('history.undo', {});
});
afterAll(() => workspace.close());

const marks = '\u0000\u0007\u001b\u007f\u0085';
const hasMark = (value: unknown): boolean =>
  typeof value === 'string'
    ? /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasMark);

/** The input with marks in one of its texts after another. */
function* marked(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}${marks}`;
  else if (Array.isArray(value))
    for (const [at, one] of value.entries()) for (const other of marked(one)) yield value.with(at, other);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value))
      if (!keys.has(key)) for (const other of marked(one)) yield { ...value, [key]: other };
}

/** By these a slide or a template is found, as by an id; they are not kept. */
const keys = new Set(['key', 'keys', 'after', 'templateKey']);

describe('a call that writes', () => {
  const writes = Object.entries(contract).flatMap(([name, { kind }]) => (kind === 'write' ? [name as WriteName] : []));

  it.each(writes)('%s takes no control character in', async (name) => {
    const input: unknown = await (writeSamples[name] as (one: Stage) => unknown)(stage);
    const taken = [...marked(input)].filter((other) => {
      const checked = contract[name].input.safeParse(other);
      return checked.success && hasMark(checked.data);
    });
    expect(taken).toEqual([]);
  });
});

describe('a text', () => {
  it('of one line loses its breaks and tabs, one of several keeps them', () => {
    expect(oneLine('Usine\u0007 de\r\n  Bourg\ten\u2028Bresse\n')).toBe('Usine de Bourg en Bresse');
    expect(severalLines('a\u0000\r\n\tb\u009f')).toBe('a\r\n\tb');
  });

  it('of a file comes in clean, its emoji and the letters that joiners hold whole', async () => {
    const path = join(workspace.folder, 'sites.csv');
    writeFileSync(
      path,
      'Code;Nom;Adresse;Notes\n"A\u00001";"Usine\u0007\nde 👩‍🌾 Bourg";"12 rue\u200d X\r\nBâtiment B";"un\ndeux\u001b"\nB2;می‌خواهم;;\n',
    );
    await workspace.call('imports.commit', {
      path,
      kind: 'sites',
      mapping: { Code: 'code', Nom: 'name', Adresse: 'address', Notes: 'notes' },
      encoding: 'utf-8',
    });
    const { rows } = await workspace.call('sites.list', { sort: 'code', limit: 1000 });
    const site = await workspace.call('sites.get', { id: rows.find((row) => row.code === 'A1')?.id ?? '' });
    expect(site).toMatchObject({
      name: 'Usine de 👩‍🌾 Bourg',
      address: '12 rue X Bâtiment B',
      notes: 'un\ndeux',
    });
    expect(rows.find((row) => row.code === 'B2')?.name).toBe('می‌خواهم');
  });

  it('keeps joiners only where they join something', () => {
    expect(cellText('\u200dA\u200cB\u200d')).toBe('AB');
    expect(cellText('❤️‍🔥 👩‍👩‍👧')).toBe('❤️‍🔥 👩‍👩‍👧');
  });
});
