/** The one list of actions: every key means one thing, and means it on every keyboard. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const source = (path: string): string => readFileSync(join(import.meta.dirname, '../../renderer/app', path), 'utf8');
const listed = ['actions.ts', 'routes.tsx'].flatMap((file) =>
  [...source(file).matchAll(/shortcut: '([^']+)'/g)].map((match) => match[1] ?? ''),
);

let matches: (event: KeyboardEvent, shortcut: string) => boolean;
beforeAll(async () => {
  vi.stubGlobal('navigator', { userAgent: 'Linux' });
  ({ matches } = await import('../../renderer/lib/shortcuts.ts'));
});
afterAll(() => void vi.unstubAllGlobals());

const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, code: '', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false, ...more }) as KeyboardEvent;

describe('shortcuts', () => {
  it('are never given to two actions, nor taken from the system', () => {
    expect(listed.length).toBeGreaterThan(10);
    expect(listed.filter((shortcut, at) => listed.indexOf(shortcut) !== at)).toEqual([]);
    const taken = ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+A', 'Mod+Q', 'Mod+W', 'Mod+P', 'Mod+H', 'Mod+M'];
    expect(listed.filter((shortcut) => taken.includes(shortcut))).toEqual([]);
  });

  it('are heard once, whatever else is pressed', () => {
    for (const shortcut of listed) {
      const key = shortcut.split('+').at(-1) ?? '';
      const event = press(key, { shiftKey: shortcut.includes('Shift'), ctrlKey: shortcut.includes('Mod') });
      expect(listed.filter((other) => matches(event, other))).toEqual([shortcut]);
      expect(matches({ ...event, altKey: true }, shortcut)).toBe(false);
    }
  });

  it('go by the figure on an AZERTY row, where a figure is written with the capitals key', () => {
    expect(matches(press('&', { code: 'Digit1' }), 'Mod+1')).toBe(true);
    expect(matches(press('1', { code: 'Digit1', shiftKey: true }), 'Mod+1')).toBe(true);
    expect(matches(press('Z', { shiftKey: true }), 'Mod+Z')).toBe(false);
  });

  it('feed the menu, the keys and the search box from the same list', () => {
    const provider = source('actions-provider.tsx');
    expect(provider.match(/useActions\(/g)).toHaveLength(1);
    expect(provider).toContain(`call('shell.setMenu'`);
    expect(provider).toContain('<SearchBox opened={searching} onClose={search.close} actions={actions}');
  });
});
