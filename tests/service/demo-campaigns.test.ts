/** The demonstration's year of campaigns: some over, some going on, some planned, and answers that obey the rules of answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadRow } from '#shared/load/contract.ts';
import { addDays } from '#shared/base/days.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await testWorkspace({ demo: 'small' });
}, 60_000);
afterAll(() => workspace.close());

describe('the demonstration', () => {
  it('has eight campaigns in every state, whole as those of the library are', async () => {
    const { call } = workspace;
    const { rows } = await call('campaigns.list', {});
    expect(rows).toHaveLength(8);
    expect(new Set(rows.map((row) => row.title)).size).toBe(8);
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['closed', 'running', 'ready', 'draft']));
    for (const row of rows) {
      const detail = await call('campaigns.get', { id: row.id });
      expect([
        row.title,
        detail.phases.length >= 4,
        detail.tasksList.length >= 5,
        detail.kit.length >= 6,
        detail.targets.length,
      ]).toEqual([row.title, true, true, true, 1]);
      expect(detail.tasksList.filter((task) => task.tooEarly)).toEqual([]);
      expect(row.answers.sites).toBeGreaterThan(0);
      if (row.status === 'closed') expect(row.answers.done).toBeGreaterThan(row.answers.invited);
      if (row.status === 'draft') expect(row.answers.invited + row.answers.done).toBe(0);
    }
  });

  it('has answers that point to what the site did', async () => {
    const { call } = workspace;
    const linked = (await call('adoptions.list', { limit: 1000 })).rows.filter((row) => row.initiativeId !== null);
    expect(linked.length).toBeGreaterThan(0);
    for (const { status, siteId, initiativeId } of linked) {
      expect(['done', 'adapted']).toContain(status);
      expect((await call('initiatives.get', { id: initiativeId ?? '' })).siteId).toBe(siteId);
    }
  });

  it('has answers that say what and why, dated when they could be', async () => {
    const { call } = workspace;
    const { rows } = await call('adoptions.list', { limit: 1000 });
    const spans = new Map((await call('campaigns.list', {})).rows.map((row) => [row.id, row]));
    const asked = (start: string): string =>
      [addDays(start, -21), addDays(new Date().toISOString().slice(0, 10), -7)].sort()[0] ?? '';
    for (const row of rows) {
      if (row.status === 'adapted') expect(row.what).not.toBeNull();
      if (row.status === 'declined') expect(row.why).not.toBeNull();
      if (row.status === 'invited') expect([row.answeredOn, row.source]).toEqual([null, null]);
      else
        expect(
          row.answeredOn !== null &&
            row.answeredOn <= new Date().toISOString().slice(0, 10) &&
            row.answeredOn >= asked(spans.get(row.campaignId)?.startDate ?? ''),
        ).toBe(true);
    }
  });

  it('asks something of its sites without drowning them all', async () => {
    const { call } = workspace;
    const today = new Date().toISOString().slice(0, 10);
    const load = await call('load.sites', { from: addDays(today, -200), weeks: 60, limit: 500 });
    const rows = JSON.parse(load.json) as LoadRow[];
    expect(rows.some((row) => row.peak >= 2)).toBe(true);
    expect(load.over.filter((sites) => sites === load.total).length).toBeLessThan(6);
  });
});
