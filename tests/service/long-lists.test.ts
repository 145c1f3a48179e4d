/** Lists longer than a page: page after page they give every row once, in one order, whatever they are sorted by. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type InputOf, type ProcedureName } from '#shared/contract.ts';
import type { Procedure } from '#shared/base/define.ts';
import { dispatch } from '../../electron/service/dispatch.ts';
import { longLists, type LongLists } from '../factories/long-lists.ts';

const count = 230;
let lists: LongLists;
beforeAll(async () => {
  lists = await longLists(count);
});
afterAll(() => lists.workspace.close());

const call: LongLists['workspace']['call'] = (name, input, meta) => lists.workspace.call(name, input, meta);
const weeks = { from: '2027-01-04', weeks: 4 };

/** Every procedure that gives pages, with an input for which it has more than two pages of a hundred rows. */
const paged: Partial<Record<ProcedureName, () => object>> = {
  'history.list': () => ({}),
  'sites.list': () => ({}),
  'people.list': () => ({}),
  'initiatives.list': () => ({}),
  'measurements.list': () => ({}),
  'campaigns.list': () => ({}),
  'adoptions.list': () => ({}),
  'touchpoints.list': () => ({}),
  'imports.outcomes': () => ({ planId: lists.planId }),
  'reports.preview': () => ({ report: 'sites' }),
  'campaigns.scopePreview': () => ({ id: lists.campaignId }),
  'load.sites': () => weeks,
  'load.people': () => weeks,
  'campaigns.collisions': () => ({ id: lists.campaignId }),
  'adoptions.autonomy': () => ({ campaignIds: [lists.campaignId], by: 'site' }),
  'adoptions.previewForm': () => ({ paths: [lists.formPath] }),
};
const names = Object.keys(paged) as (keyof typeof paged)[];

interface Page {
  rows: unknown[];
  total: number;
}

async function pageOf(name: ProcedureName, input: object): Promise<Page> {
  const meta = { lang: 'fr', actor: 'Camille', origin: 'app' } as const;
  const result = await dispatch(lists.workspace.service, name, { ...paged[name]?.(), ...input }, meta);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
  const { rows, json, total } = result.value as { rows?: unknown[]; json?: string; total: number };
  return { rows: rows ?? (JSON.parse(json ?? '[]') as unknown[]), total };
}

/** What a list may be sorted by, as its contract says. */
function sortsOf(name: ProcedureName): (string | undefined)[] {
  const schema = (contract[name] as Procedure).input.toJSONSchema({ unrepresentable: 'any', io: 'input' }) as {
    properties?: { sort?: { enum?: string[] } };
  };
  return schema.properties?.sort?.enum ?? [undefined];
}

beforeAll(async () => {
  // Enough of what some lists are about: actions for the history, answers that adapt, a threshold that is soon passed.
  await call('organisation.update', { set: { solicitationThreshold: 1 } });
  await call('campaigns.create', { title: 'Aussi', startDate: '2027-01-04', endDate: '2027-01-10' });
  const { ids } = await call('adoptions.ids', {});
  await call('adoptions.answerMany', { ids, set: { status: 'adapted', what: 'À notre façon' } });
  for (let at = 0; at < count; at += 1) await call('organisation.update', { set: { name: `Organisation ${at}` } });
});

describe('pages', () => {
  it('are tried of every procedure that gives them', () => {
    const all = Object.entries(contract as Record<string, Procedure>).flatMap(([name, { input }]) => {
      const { properties = {} } = input.toJSONSchema({ unrepresentable: 'any', io: 'input' }) as {
        properties?: object;
      };
      return 'offset' in properties ? [name] : [];
    });
    expect([...names].sort()).toEqual(all.sort());
  });

  it.each(names)('%s gives every row once, in one order, beyond the hundredth too', async (name) => {
    for (const sort of sortsOf(name))
      for (const descending of name.startsWith('adoptions.') && sort === undefined ? [undefined] : [false, true]) {
        const asked = { ...(sort === undefined ? {} : { sort }), ...(descending === undefined ? {} : { descending }) };
        const words = `${String(sort)} ${String(descending)}`;
        const { rows, total } = await pageOf(name, { ...asked, limit: 500 });
        expect(total, words).toBe(rows.length);
        expect(total, words).toBeGreaterThanOrEqual(count);
        expect(new Set(rows.map((row) => JSON.stringify(row))).size, words).toBe(total);
        const pieces: unknown[] = [];
        for (let offset = 0; offset < total; offset += 70) {
          const page = await pageOf(name, { ...asked, offset, limit: 70 });
          expect(page.total).toBe(total);
          pieces.push(...page.rows);
        }
        expect(pieces, words).toEqual(rows);
        const usual = (await pageOf(name, { ...asked, offset: 100 })).rows;
        expect(usual.length, words).toBeGreaterThanOrEqual(50);
        expect(usual, words).toEqual(rows.slice(100, 100 + usual.length));
        expect((await pageOf(name, { ...asked, offset: total })).rows, words).toEqual([]);
      }
  });
});

describe('what is no page', () => {
  it('has every row', async () => {
    const { campaignId, editionId, categoryId } = lists;
    expect((await call('sites.ids', {})).ids).toHaveLength(count);
    expect((await call('people.ids', {})).ids).toHaveLength(count);
    expect((await call('initiatives.ids', {})).ids).toHaveLength(count);
    expect((await call('campaigns.ids', {})).ids).toHaveLength(count + 2);
    expect((await call('adoptions.ids', {})).ids).toHaveLength(count);
    expect((await call('network.map', {})).total.sites).toBe(count);
    expect((await call('campaigns.plan', { from: '2027-01-01', to: '2027-12-31' })).campaigns).toHaveLength(count + 2);
    expect((await call('adoptions.figures', { campaignIds: [campaignId], by: 'territory' })).whole.sites).toBe(count);
    const { categories } = await call('awards.get', { id: editionId });
    expect(categories[0]?.nominees).toHaveLength(count);
    expect((await call('awards.grid', { categoryId })).category.nominees).toHaveLength(count);
    expect((await call('awards.results', { editionId })).categories[0]?.nominees).toHaveLength(count);
    expect(await call('campaigns.collisions', { id: campaignId, limit: 1 })).toMatchObject({
      total: count,
      leaveOut: expect.objectContaining({ length: count }) as unknown,
    });
  });

  it('names the first of those it cannot write to, and counts them all', async () => {
    const { without, people } = await call('network.followUp', {});
    expect([people, without.total, without.rows.length]).toEqual([count, count, 100]);
  });

  it.each(['csv', 'xlsx'] as const)(
    'a list taken out has every row (%s), those that were ticked alone too',
    async (format) => {
      const outPath = join(lists.workspace.folder, `liste.${format}`);
      for (const list of ['sites', 'people', 'initiatives', 'measurements', 'campaigns', 'adoptions'] as const) {
        const { rows } = await call('reports.exportList', { list, format, outPath } as InputOf<'reports.exportList'>);
        expect(rows, list).toBeGreaterThanOrEqual(count);
        if (format === 'csv') expect(readFileSync(outPath, 'utf8').trim().split('\r\n')).toHaveLength(rows + 1);
      }
      const { ids } = await call('sites.ids', {});
      expect((await call('reports.exportList', { list: 'sites', format, ids: ids.slice(0, 150), outPath })).rows).toBe(
        150,
      );
    },
  );

  it('a change of many reaches every one of them', async () => {
    const { ids } = await call('sites.ids', {});
    expect(await call('sites.updateMany', { ids, set: { kind: 'usine' } })).toEqual({ count });
    expect((await call('sites.list', { filter: { kinds: ['usine'] } })).total).toBe(count);
    const people = (await call('people.ids', {})).ids;
    expect(await call('people.delete', { ids: people })).toEqual({ count });
    expect((await call('people.list', {})).total).toBe(0);
    await call('history.undo', {});
    expect((await call('people.list', {})).total).toBe(count);
  });
});
