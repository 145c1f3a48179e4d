/** What follows from the one list of kinds, and that the catalogue keeps what the kinds promise. */
import { describe, expect, it } from 'vitest';
import { exportableLists, hitKinds, importKinds, kindOf, reportNames, trackedTables } from '#shared/kinds.ts';
import { fieldOf } from '#shared/import/fields.ts';
import { gather } from '../../electron/service/engines/facets.ts';
import { catalogue } from '../../electron/service/features/catalogue.ts';

describe('kinds', () => {
  it('stand once each, what is referred to before what refers to it', () => {
    expect(new Set(trackedTables).size).toBe(trackedTables.length);
    const before = (a: string, b: string): boolean =>
      trackedTables.indexOf(a as never) < trackedTables.indexOf(b as never);
    for (const [parent, child] of [
      ['territories', 'sites'],
      ['sites', 'people'],
      ['people', 'initiatives'],
      ['initiatives', 'measurements'],
      ['indicators', 'measurements'],
      ['nominees', 'scores'],
      ['campaigns', 'adoptions'],
    ] as const)
      expect(before(parent, child), `${parent} before ${child}`).toBe(true);
  });

  it('give the kinds of import, the lists, the hits and the reports', () => {
    expect(importKinds).toContain('scores');
    expect(exportableLists).not.toContain('scores');
    expect(hitKinds).toEqual(expect.arrayContaining(['site', 'person', 'initiative', 'territory', 'edition']));
    expect(new Set(reportNames).size).toBe(reportNames.length);
    for (const list of exportableLists) {
      const { columns = [] } = kindOf(list);
      expect(columns.at(-1), list).toBe('id');
      for (const column of columns) expect(fieldOf(list, column), `${list}.${column}`).not.toBeNull();
    }
  });

  it('are refused when no facet gives what they promise', () => {
    expect(() => gather([])).toThrow(/territories.*sites/);
    expect(catalogue.reports.size).toBe(reportNames.length);
  });
});
