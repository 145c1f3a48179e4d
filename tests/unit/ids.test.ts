/** Identifiers: their form, their order, and that no two are alike. */
import { describe, expect, it, vi } from 'vitest';
import { newId } from '#shared/base/ids.ts';

describe('ids', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());

  it('are UUIDs of version 7', () => {
    for (const id of ids.slice(0, 2000))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sort in the order in which they were made', () => {
    expect([...ids].sort()).toEqual(ids);
  });

  it('share their random part with no other', () => {
    expect(new Set(ids.map((id) => id.slice(19))).size).toBe(ids.length);
  });

  it('carry the time they were made at', async () => {
    // Other tests of this process have made ids of years to come, and no id goes back behind the last.
    vi.resetModules();
    const { newId: first } = await import('#shared/base/ids.ts');
    const at = Date.now() + 60_000;
    expect(Number.parseInt(first(at).replace('-', '').slice(0, 12), 16)).toBe(at);
  });
});
