/** Rows of huge imports that lie in a temporary database: given back as they were, in their order, whether at hand or not. */
import { describe, expect, it } from 'vitest';
import { changeList } from '../../electron/service/engines/intake/changes.ts';
import { outcomeList } from '../../electron/service/engines/intake/outcomes.ts';
import { spool } from '../../electron/service/engines/intake/spool.ts';

const values = Array.from({ length: 2000 }, (_, n) => ({ n, text: `é\uD83D\uDE80\uD800"${n}`, none: null }));

describe('a spool', () => {
  it.each([0, 1, 255, 256, 1000, 5000])('gives back what it was given, %i of it at hand', (keep) => {
    const one = spool<(typeof values)[number]>(keep);
    for (const value of values) one.push(value);
    expect(one.count()).toBe(2000);
    expect([...one.all()]).toEqual(values);
    for (const at of [0, 1, keep, 255, 256, 511, 512, 1999, 1998, 3])
      if (at < 2000) expect(one.at(at)).toEqual(values[at]);
    expect(() => one.at(2000)).toThrow(RangeError);
    one.close();
    expect([one.count(), ...one.all()]).toEqual([0]);
  });

  it('goes on after it was read', () => {
    const one = spool<number>(1);
    for (let n = 0; n < 300; n += 1) one.push(n);
    expect([...one.all()]).toHaveLength(300);
    for (let n = 300; n < 600; n += 1) one.push(n);
    expect([...one.all()]).toEqual(Array.from({ length: 600 }, (_, n) => n));
  });
});

it('outcomes are paged by the lines of the file, all of them or those of a status', () => {
  const outcomes = outcomeList();
  const add = (line: number, status: 'created' | 'rejected'): void =>
    outcomes.add({ line, status, name: `n${line}`, changes: [], problems: [] });
  for (let line = 30_000; line > 0; line -= 1) add(line, line % 3 === 0 ? 'rejected' : 'created');
  expect([null, 'created', 'rejected', 'updated'].map((status) => outcomes.count(status as 'created'))).toEqual([
    30_000, 20_000, 10_000, 0,
  ]);
  expect(outcomes.page(null, 29_998, 10).map(({ line }) => line)).toEqual([29_999, 30_000]);
  expect(outcomes.page('rejected', 5000, 2).map(({ name }) => name)).toEqual(['n15003', 'n15006']);
  expect(outcomes.page('updated', 0, 10)).toEqual([]);
  add(0, 'created');
  expect(outcomes.page(null, 0, 1)[0]?.line).toBe(0);
});

it('changes come parents first, what frees a code before what is made, each kind in its own order', () => {
  const changes = changeList();
  const row = { id: 'p1', siteId: 's1', name: 'x' };
  changes.add({ table: 'people', operation: 'insert', id: 'p1', row });
  changes.add({ table: 'people', operation: 'update', id: 'p0', row: { code: 'B' }, frees: true });
  changes.add({ table: 'sites', operation: 'insert', id: 's1', row: { id: 's1', name: 'S' } });
  changes.add({ table: 'people', operation: 'update', id: 'p0', row: { code: 'C' } });
  changes.add({ table: 'people', operation: 'insert', id: 'p2', row: { name: 'y', id: 'p2' } });
  expect(changes.count()).toBe(5);
  expect(changes.insertions().map(({ table, columns, rows }) => [table, columns, ...rows.all()])).toEqual([
    ['sites', ['id', 'name'], ['s1', 'S']],
    ['people', ['id', 'siteId', 'name'], ['p1', 's1', 'x'], ['p2', null, 'y']],
  ]);
  expect([...changes.freeing.all()].map(({ row: { code } }) => code)).toEqual(['B']);
  expect([...changes.updates.all()].map(({ row: { code } }) => code)).toEqual(['C']);
  changes.close();
  expect(changes.count()).toBe(0);
});
