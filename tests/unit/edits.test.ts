/** What is typed over a record that changes underneath. */
import { describe, expect, it } from 'vitest';
import {
  cameBack,
  isOvertaken,
  isSame,
  openEdits,
  savedOf,
  typedOver,
  type EditMap,
} from '../../renderer/lib/edits.ts';

const lyon = { name: 'Lyon', city: 'Lyon', headcount: 120, sdgs: [3] };

describe('typing over a record', () => {
  it('is an edit until it says again what the record says', () => {
    const edits = typedOver({}, lyon, { name: 'Lyon Gerland' });
    expect(openEdits(edits, lyon)).toEqual({ name: 'Lyon Gerland' });
    expect(typedOver(edits, lyon, { name: 'Lyon' })).toEqual({});
    expect(typedOver({}, { ...lyon, city: null }, { city: '' })).toEqual({});
  });

  it('stays when the record changes; only a field that was typed in is overtaken', () => {
    const edits = typedOver({}, lyon, { name: 'Lyon Gerland' });
    const changed = { ...lyon, city: 'Lyon 7e', headcount: 130 };
    expect(openEdits(edits, changed)).toEqual({ name: 'Lyon Gerland' });
    expect(['name', 'city', 'headcount'].filter((name) => isOvertaken(edits, changed, name))).toEqual([]);
    const renamed = { ...changed, name: 'Lyon Confluence' };
    expect(isOvertaken(edits, renamed, 'name')).toBe(true);
    // Typing on does not make the other value one's own.
    const further = typedOver(edits, renamed, { name: 'Lyon Gerland 2' });
    expect(isOvertaken(further, renamed, 'name')).toBe(true);
    expect(openEdits(further, renamed)).toEqual({ name: 'Lyon Gerland 2' });
    // Someone wrote the same: nothing is left to save or to say.
    const agreed = { ...changed, name: 'Lyon Gerland' };
    expect(isOvertaken(edits, agreed, 'name')).toBe(false);
    expect(openEdits(edits, agreed)).toEqual({});
  });

  it('that was saved is shown until the record comes back, then the record is', () => {
    const saved = savedOf(typedOver({}, lyon, { name: ' lyon gerland ' }), { name: ' lyon gerland ' });
    expect(openEdits(saved, lyon)).toEqual({});
    expect(Object.keys(cameBack(saved, lyon))).toEqual(['name']);
    expect(cameBack(saved, { ...lyon, headcount: 1 })).toBe(saved);
    // Even in another spelling, which is not another's change.
    expect(isOvertaken(saved, { ...lyon, name: 'Lyon Gerland' }, 'name')).toBe(false);
    expect(cameBack(saved, { ...lyon, name: 'Lyon Gerland' })).toEqual({});
  });

  it('that went on while it was being saved is not saved', () => {
    const edits: EditMap = typedOver(typedOver({}, lyon, { name: 'A' }), lyon, { name: 'AB', city: 'Vaulx' });
    const saved = savedOf(edits, { name: 'A', city: 'Vaulx' });
    expect(openEdits(saved, lyon)).toEqual({ name: 'AB' });
    // A new word after a save has the record of now to be held against.
    const again = typedOver(savedOf(saved, { name: 'AB' }), { ...lyon, name: 'AB' }, { name: 'ABC' });
    expect(isOvertaken(again, { ...lyon, name: 'AB' }, 'name')).toBe(false);
    expect(isOvertaken(again, { ...lyon, name: 'Z' }, 'name')).toBe(true);
  });

  it('takes nothing for nothing, and lists by what they hold', () => {
    expect(isSame(null, '')).toBe(true);
    expect(isSame([], null)).toBe(true);
    expect(isSame(0, null)).toBe(false);
    expect(isSame([3, 4], [3, 4])).toBe(true);
    expect(isSame([3, 4], [4, 3])).toBe(false);
  });
});
