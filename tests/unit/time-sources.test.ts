/** Several sources in one view of time: nothing of any is lost, none is shown before all have answered, a fault is said and asked again. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { faultOf, wholePlan } from '../../renderer/blocks/time/plan.ts';
import { itemsOf } from '../../renderer/blocks/time/timeline/items.ts';
import { lanesOf } from '../../renderer/blocks/time/timeline/lanes.ts';
import type { Catalogue } from '../../renderer/lib/features.ts';
import type { TimeAnswer, TimeItem, TimePlan } from '../../renderer/lib/time-source.ts';

function item(source: string, id: string, more: Partial<TimeItem> = {}): TimeItem {
  return {
    source,
    kind: 'campaign',
    id,
    title: id,
    colour: null,
    startDate: '2027-03-01',
    endDate: '2027-03-05',
    stage: 'ready',
    mark: 0,
    status: '',
    facts: () => [],
    fixed: false,
    late: false,
    lanes: {},
    ...more,
  };
}

function planOf(source: string, items: TimeItem[], total = items.length): TimePlan {
  return {
    items,
    phases: [],
    tasks: items.map(({ id, kind }) => ({
      source,
      of: { kind, id },
      id: `${id} task`,
      title: id,
      startDate: null,
      dueDate: '2027-03-02',
      doneOn: null,
      phaseId: null,
      dependsOn: [],
      tooEarly: false,
      facts: () => [],
    })),
    total,
    statuses: [{ id: `${source} open`, name: source }],
  };
}

describe('the plans of several sources', () => {
  const campaigns = planOf('campaigns', [item('campaigns', 'a', { lanes: { territory: ['t'] } })], 1200);
  const gatherings = planOf('gatherings', [item('gatherings', 'b', { lanes: { territory: ['t'] } })]);

  it('are one, in their order, with what each has of it', () => {
    const whole = wholePlan(['campaigns', 'gatherings'], [campaigns, gatherings]);
    expect(whole?.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(whole?.tasks.map(({ of }) => of.id)).toEqual(['a', 'b']);
    expect(whole?.statuses.map(({ id }) => id)).toEqual(['campaigns open', 'gatherings open']);
    expect([whole?.total, whole?.totals]).toEqual([1201, { campaigns: 1200, gatherings: 1 }]);
  });

  it('wait for the slowest, so that nothing comes in between what is looked at', () => {
    expect(wholePlan(['campaigns', 'gatherings'], [campaigns, undefined])).toBeUndefined();
  });

  it('stand in one lane with their parts', () => {
    const whole = wholePlan(['campaigns', 'gatherings'], [campaigns, gatherings]);
    const items = whole === undefined ? [] : itemsOf(whole);
    expect(items.map(({ source, tasks }) => [source, tasks.length])).toEqual([
      ['campaigns', 1],
      ['gatherings', 1],
    ]);
    const lanes = lanesOf(items, 'territory', {
      known: [{ id: 't', name: 'Nord' }],
      none: { name: '', isFirst: true },
    });
    expect(lanes.map((lane) => [lane.name, ...lane.items.map(({ id }) => id)])).toEqual([['Nord', 'a', 'b']]);
  });

  it('say the first fault, and ask only those again that failed', () => {
    const asked: string[] = [];
    const answer = (id: string, error: Error | null): TimeAnswer => ({
      plan: undefined,
      error,
      retry: () => void asked.push(id),
    });
    const fault = new Error('b');
    const { error, retry } = faultOf([answer('a', null), answer('b', fault), answer('c', new Error('c'))]);
    expect(error).toBe(fault);
    retry();
    expect(asked).toEqual(['b', 'c']);
    expect(faultOf([answer('a', null)]).error).toBeNull();
  });
});

describe('the sources that features give', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    vi.stubGlobal('navigator', { userAgent: 'Linux' });
    vi.stubGlobal('window', {});
    const { gather } = await import('../../renderer/lib/features.ts');
    catalogue = gather(Object.values(await import('../../renderer/features/registry.ts')));
  });
  afterAll(() => void vi.unstubAllGlobals());

  it('have a name of their own each, campaigns among them', async () => {
    const sources = await Promise.all(catalogue.features.flatMap(({ timeSource }) => timeSource?.() ?? []));
    const ids = sources.map(({ id }) => id);
    expect(ids).toContain('campaigns');
    expect(new Set(ids).size).toBe(ids.length);
  });
});
