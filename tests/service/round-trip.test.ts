/** A list taken out and in again changes nothing: every list, every form of file, whatever the texts are. */
import { exportableLists, type ExportableList } from '#shared/kinds.ts';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { csvDialects } from '#shared/reports/contract.ts';
import { exportColumns, ownExport } from '../../electron/service/engines/export-columns.ts';
import { fieldOf } from '#shared/import/fields.ts';
import { parseEnum, type EnumName } from '#shared/import/enums.ts';
import type { InputOf } from '#shared/contract.ts';
import { termsOf } from '../../electron/service/engines/reporting/words.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

const forms = [
  ...csvDialects.map((dialect) => ({ format: 'csv' as const, dialect })),
  { format: 'xlsx' as const, dialect: 'machine' as const },
];
type Form = (typeof forms)[number];

let workspace: TestWorkspace;
afterEach(() => workspace.close());

let files = 0;
/** Exports the list, imports it as the wizard would, and answers what the import found. */
async function roundTrip(list: ExportableList, form: Form, lang: 'fr' | 'en' = 'fr', more: object = {}) {
  files += 1;
  const outPath = join(workspace.folder, `tour-${files}.${form.format}`);
  const made = await workspace.call('reports.exportList', {
    list,
    ...form,
    lang,
    outPath,
    ...more,
  } as InputOf<'reports.exportList'>);
  const inspection = await workspace.call('imports.inspect', { path: outPath });
  expect(inspection.kind).toBe(list);
  const mapping = Object.fromEntries(inspection.proposals.map(({ column, field }) => [column, field]));
  expect(Object.values(mapping).sort()).toEqual(
    exportColumns(list, 'fr')
      .map(({ field }) => field)
      .sort(),
  );
  const report = await workspace.call('imports.dryRun', { path: outPath, kind: list, mapping });
  const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, limit: 1000 });
  expect(rows.filter((row) => row.status !== 'unchanged').slice(0, 3)).toEqual([]);
  expect(report.counts).toEqual({ read: made.rows, created: 0, updated: 0, unchanged: made.rows, rejected: 0 });
  expect(Object.values(report.also).every((count) => count === 0)).toBe(true);
  return made;
}

describe('the demonstration', () => {
  beforeEach(async () => {
    workspace = await testWorkspace({ demo: 'small' });
  });

  it('goes round in every form and both languages', async () => {
    for (const list of exportableLists) {
      for (const form of forms) await roundTrip(list, form);
      await roundTrip(list, { format: 'xlsx', dialect: 'machine' }, 'en');
    }
  }, 60_000);

  it("is narrowed by the list's filter, its search, and the rows chosen", async () => {
    const { rows, total } = await workspace.call('people.list', { filter: { stages: ['active'] }, limit: 3 });
    expect((await roundTrip('people', forms[0] as Form, 'fr', { filter: { stages: ['active'] } })).rows).toBe(total);
    expect((await roundTrip('people', forms[2] as Form, 'fr', { ids: rows.map((row) => row.id) })).rows).toBe(3);
    const measured = (await workspace.call('initiatives.list', { limit: 200 })).rows
      .filter((row) => row.measurements > 0)
      .slice(0, 2);
    expect(
      (await roundTrip('measurements', forms[1] as Form, 'fr', { initiativeIds: measured.map((row) => row.id) })).rows,
    ).toBe(measured.reduce((sum, row) => sum + row.measurements, 0));
    const searched = await workspace.call('sites.list', { search: 'agence' });
    expect((await roundTrip('sites', forms[0] as Form, 'fr', { search: 'agence' })).rows).toBe(searched.total);
  });
});

describe('awkward data', () => {
  beforeEach(async () => {
    workspace = await testWorkspace();
  });

  const nasty = fc
    .oneof(
      fc.constantFrom(
        '=1+1',
        "'=1",
        "''",
        '+33 6 12',
        '-12,5',
        '@moi',
        '"guillemets"',
        'a;b,c|d',
        'ligne\nsuite',
        'ligne\r\nsuite',
        '0012',
        '1260.0',
        '3E12',
        '👩‍🌾 ferme',
        'œuvre « été »',
        '#titre',
        '-',
        'NC',
        '1,234',
        '31/12/2026',
        'TRUE',
        '_x0041_',
        'عربي',
        'a\u200db',
        'mou\u00adton',
        '%',
        '\u00a0=x',
      ),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .filter((text) => text.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f]/.test(text)),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '' && !/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/i.test(text));

  it('goes round whatever it is', async () => {
    let n = 0;
    await holds(
      fc.asyncProperty(
        fc.array(nasty, { minLength: 6, maxLength: 6 }),
        fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
        async (texts, value) => {
          n += 1;
          const [a = 'a', b = 'b', c = 'c', d = 'd', e = 'e', f = 'f'] = texts;
          const territory = await workspace.call('territories.create', { code: `${n} ${a}`, name: b, kind: c });
          await workspace.call('territories.create', { code: `${n}b`, name: b, kind: d, parentId: territory.id });
          const site = await workspace.call('sites.create', {
            code: `0${n}-${f}`,
            name: d,
            kind: a,
            territoryId: territory.id,
            address: e,
            postcode: a.slice(0, 20),
            city: b,
            lat: n % 2 === 0 ? 45.5 : -12.25,
            lon: 4.0625,
            openedOn: '1850-03-04',
            closedOn: n % 2 === 0 ? '1849-01-01' : null,
            notes: f,
          });
          const person = {
            firstName: b,
            lastName: c,
            siteId: site.id,
            phone: d,
            jobTitle: e,
            notes: a,
            allottedHours: 3.5,
            joinedOn: '2026-05-01',
            leftOn: '2025-05-01',
          };
          const one = await workspace.call('people.create', { ...person, code: `00${n}` });
          // A namesake without code or address: only its id tells it apart.
          const twin = await workspace.call('people.create', person);
          const initiative = await workspace.call('initiatives.create', {
            title: a,
            summary: b,
            theme: c,
            notes: d,
            siteId: site.id,
            leadId: twin.id,
            sdgs: [3, 12],
          });
          await workspace.call('initiatives.create', {
            title: a,
            siteId: site.id,
            leadId: one.id,
            replicatesId: initiative.id,
            startDate: '2026-02-03',
            endDate: '2026-03-02',
          });
          const indicator = await workspace.call('indicators.create', {
            code: `I${n}`,
            name: e,
            unit: 'kg',
            kind: 'output',
            decimals: 2,
          });
          await workspace.call('measurements.create', {
            initiativeId: initiative.id,
            indicatorId: indicator.id,
            date: '2026-02-03',
            value,
            factor: value / 7,
            source: f,
            factorVersion: a.slice(0, 500),
            notes: b,
          });
          const campaign = await workspace.call('campaigns.create', {
            title: d,
            theme: a,
            pillar: c,
            objective: e,
            notes: f,
            sdgs: [1, 17],
            ...(n % 2 === 0 ? { ownerId: one.id } : { ownerName: `Service ${n}` }),
            startDate: '2026-02-03',
            endDate: '2026-03-02',
            budget: Math.abs(value),
            scope: { siteIds: [site.id] },
          });
          await workspace.call('campaigns.setStatus', { ids: [campaign.id], status: 'running' });
          const answer = (await workspace.call('adoptions.list', { filter: { campaignIds: [campaign.id] } })).rows[0];
          if (answer !== undefined && n % 3 !== 0)
            await workspace.call('adoptions.answer', {
              id: answer.id,
              set: { status: 'adapted', what: b, why: f, answeredBy: e.slice(0, 200) },
            });
        },
      ),
      { runs: 25 },
    );
    for (const list of exportableLists) for (const form of forms) await roundTrip(list, form);
  }, 90_000);

  it('an edited cell is the only change', async () => {
    await workspace.call('sites.create', { code: '0001', name: 'Lyon', headcount: 12 });
    await workspace.call('sites.create', { code: '0002', name: 'Nantes' });
    const outPath = join(workspace.folder, 'sites.csv');
    await workspace.call('reports.exportList', { list: 'sites', outPath });
    const { readFileSync, writeFileSync } = await import('node:fs');
    writeFileSync(outPath, readFileSync(outPath, 'utf8').replace(';12;', ';14;').replace(';FR;', ';BE;'));
    const { proposals } = await workspace.call('imports.inspect', { path: outPath, kind: 'sites' });
    const mapping = Object.fromEntries(proposals.map(({ column, field }) => [column, field]));
    const report = await workspace.call('imports.commit', { path: outPath, kind: 'sites', mapping });
    expect(report.counts).toMatchObject({ updated: 1, unchanged: 1 });
    const { rows } = await workspace.call('imports.outcomes', { planId: report.planId, status: 'updated' });
    expect(rows[0]?.changes.map(({ field, after }) => [field, after])).toEqual(
      expect.arrayContaining([
        ['headcount', 14],
        ['country', 'BE'],
      ]),
    );
  });
});

describe('words', () => {
  beforeEach(async () => {
    workspace = await testWorkspace();
  });

  it('of every closed list are read back, in both languages', () => {
    for (const list of [
      'stage',
      'profile',
      'channel',
      'initiativeStatus',
      'siteStatus',
      'provenance',
      'campaignStatus',
      'adoptionStatus',
    ] as EnumName[]) {
      for (const lang of ['fr', 'en'] as const)
        for (const [code, word] of Object.entries(termsOf(lang, list)))
          expect([word, parseEnum(word, list)]).toEqual([word, { ok: true, value: code }]);
    }
  });

  it('of every header lead to a field of the import, and only our own files count as ours', () => {
    for (const list of exportableLists) {
      for (const lang of ['fr', 'en'] as const) {
        const columns = exportColumns(list, lang);
        expect(columns.filter(({ field }) => fieldOf(list, field) === null)).toEqual([]);
        expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length);
        expect([
          ...(ownExport(
            list,
            columns.map(({ label }) => label),
          ) ?? []),
        ]).toEqual(columns.map(({ label, field }) => [label, field]));
      }
    }
    expect(ownExport('sites', ['Code', 'Nom', 'Ville'])).toBeNull();
    expect(ownExport('sites', ['Code', 'Nom', 'ID Maillage', 'A', 'B', 'C', 'D', 'E'])).toBeNull();
  });
});
