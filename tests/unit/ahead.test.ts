/** What the shell asks the service while the page loads: the reads of the first screen, within the kept scope, and no stale one. */
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/days.ts';
import { fail, ok, type Result } from '#shared/base/result.ts';
import { everything, isNarrowed, scopeChoice, scopeOf, withoutLost } from '#shared/base/scope.ts';
import { firstScreen } from '#shared/workspace/first-screen.ts';
import { readAhead } from '../../electron/main/ahead.ts';

const [north, gone] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];

/** A service that answers when it is told to, and says in what order it was asked. */
function service(): {
  ask: (name: string, input: unknown) => Promise<Result<unknown>>;
  asked: { name: string; input: unknown }[];
  answer: (name: string, result?: Result<unknown>) => Promise<void>;
} {
  const asked: { name: string; input: unknown }[] = [];
  const waiting = new Map<string, (result: Result<unknown>) => void>();
  const values: Record<string, unknown> = {
    'organisation.get': { fiscalYearStartMonth: 4 },
    'territories.list': { rows: [{ id: north }] },
  };
  return {
    asked,
    ask: (name, input) => {
      asked.push({ name, input });
      return new Promise((done) => {
        waiting.set(name, done);
      });
    },
    answer: async (name, result = ok(values[name] ?? name)) => {
      waiting.get(name)?.(result);
      await new Promise((done) => {
        setImmediate(done);
      });
    },
  };
}

const figures = [
  'organisation.get',
  'territories.list',
  'history.state',
  'workspace.overview',
  'workspace.waiting',
  'awards.list',
  'sites.list',
  'initiatives.list',
];

describe('reading ahead', () => {
  it('asks for every figure once, for the drawing after them, and for the load after the drawing', async () => {
    const { ask, asked, answer } = service();
    const ahead = readAhead(ask, undefined);
    expect(asked.map((one) => one.name).toSorted()).toEqual(figures.toSorted());
    const { overview, recent } = firstScreen(everything, localDate(new Date()));
    expect(asked).toContainEqual(overview);
    expect(asked).toContainEqual(recent);
    for (const name of figures) await answer(name);
    const later = (): string[] => asked.slice(figures.length).map((one) => one.name);
    expect(later()).toEqual(['workspace.map']);
    expect((await ahead.answered()).map((one) => one.name).toSorted()).toEqual(figures.toSorted());
    await answer('workspace.map');
    expect(later()).toEqual(['workspace.map', 'load.sites']);
  });

  it('hands a drawing still under way to whoever asks for it, once', async () => {
    const { ask, asked, answer } = service();
    const ahead = readAhead(ask, undefined);
    for (const name of figures) await answer(name);
    await ahead.answered();
    const { map } = firstScreen(everything, localDate(new Date()));
    const coming = ahead.take('workspace.map', { ...map.input });
    expect(coming).not.toBeNull();
    expect(ahead.take('workspace.map', map.input)).toBeNull();
    expect(ahead.take('workspace.overview', {})).toBeNull();
    expect(ahead.take('workspace.map', { ...map.input, width: 1 })).toBeNull();
    await answer('workspace.map');
    expect(await coming).toEqual(ok('workspace.map'));
    expect(asked.filter((one) => one.name === 'workspace.map')).toHaveLength(1);
  });

  it('keeps to the scope last chosen: its fiscal year, without a territory deleted since', async () => {
    const { ask, asked, answer } = service();
    readAhead(ask, { territoryIds: [north, gone], preset: 'fiscalYear' });
    expect(asked.map((one) => one.name)).not.toContain('workspace.overview');
    await answer('organisation.get');
    await answer('territories.list');
    const day = localDate(new Date());
    const scope = scopeOf({ ...everything, territoryIds: [north], preset: 'fiscalYear' }, day, 4);
    expect(scope.from).toMatch(/-04-01$/);
    expect(asked).toContainEqual({ name: 'workspace.overview', input: { scope } });
    expect(asked).toContainEqual({ name: 'workspace.overview', input: {} });
  });

  it('hands over nothing that was read before a change', async () => {
    const { ask, answer } = service();
    const ahead = readAhead(ask, undefined);
    for (const name of figures) await answer(name);
    ahead.forget();
    expect(await ahead.answered()).toEqual([]);
    expect(ahead.take('workspace.map', firstScreen(everything, localDate(new Date())).map.input)).toBeNull();
  });

  it('leaves what was refused to be asked again by the page', async () => {
    const { ask, answer } = service();
    const ahead = readAhead(ask, undefined);
    await answer('workspace.overview', fail('internal'));
    for (const name of figures) await answer(name);
    expect((await ahead.answered()).map((one) => one.name)).not.toContain('workspace.overview');
  });
});

describe('a kept scope', () => {
  it('is taken as it was, and is everything where it is of another shape', () => {
    const kept = { territoryIds: [north], siteKinds: ['Usine'], from: '2026-01-01', to: null, preset: 'custom' };
    expect(scopeChoice(kept)).toEqual(kept);
    expect(scopeChoice({ preset: 'thisYear' })).toEqual({ ...everything, preset: 'thisYear' });
    for (const odd of [undefined, null, 'all', { territoryIds: 'x' }, { territoryIds: [1] }, { from: 'yesterday' }])
      expect(scopeChoice(odd)).toEqual(everything);
    expect(scopeChoice({ siteKinds: [north], preset: 'nextYear' })).toEqual(everything);
    expect(scopeChoice({ to: 5 })).toEqual(everything);
  });

  it('narrows by places, kinds or either end of a period', () => {
    expect(isNarrowed(everything)).toBe(false);
    for (const one of [{ territoryIds: [north] }, { siteKinds: ['x'] }, { from: '2026-01-01' }, { to: '2026-01-01' }])
      expect(isNarrowed({ ...everything, ...one })).toBe(true);
    expect(withoutLost({ ...everything, territoryIds: [gone, north] }, [{ id: north }]).territoryIds).toEqual([north]);
    expect(scopeOf({ ...everything, from: '2026-02-03', preset: 'custom' }, '2026-06-01', 1).from).toBe('2026-02-03');
    expect(scopeOf({ ...everything, from: '2026-02-03', preset: 'lastYear' }, '2026-06-01', 1).from).toBe('2025-01-01');
  });
});
