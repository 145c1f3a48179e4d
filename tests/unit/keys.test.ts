/** Keys as data: every key means one thing where it is heard, and means it on every keyboard. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Keys from '../../renderer/lib/keys.ts';
import type { KeyGroup, Press } from '../../renderer/lib/keys.ts';

const root = join(import.meta.dirname, '../..');
let keys: typeof Keys;
let groups: KeyGroup[];
/** The keys of the app's own actions and of going to each screen. */
let listed: string[];
beforeAll(async () => {
  vi.stubGlobal('navigator', { userAgent: 'Linux' });
  vi.stubGlobal('window', {});
  keys = await import('../../renderer/lib/keys.ts');
  const { editActions, fileActions, helpActions, viewActions } =
    await import('../../renderer/app/actions/app-actions.ts');
  const { gather } = await import('../../renderer/lib/features.ts');
  const { goActions, newActions, ownActions } = await import('../../renderer/app/actions/feature-actions.ts');
  const catalogue = gather(Object.values(await import('../../renderer/features/registry.ts')));
  groups = catalogue.features.flatMap((feature) => feature.keys ?? []);
  listed = [
    ...[...fileActions, ...editActions, ...viewActions, ...helpActions],
    ...[...newActions(catalogue), ...ownActions(catalogue), ...goActions(catalogue)],
  ].flatMap(({ shortcut, also = [] }) => [...(shortcut === undefined ? [] : [shortcut]), ...also]);
});
afterAll(() => void vi.unstubAllGlobals());

const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, code: '', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false },
  ...more,
});

/** What the keyboard sends for keys as they are written. */
function pressOf(written: string): Press {
  const last = written.endsWith('+') ? '+' : (written.split('+').at(-1) ?? '');
  return press(last === 'Space' ? ' ' : last, {
    ctrlKey: written.includes('Mod+'),
    shiftKey: written.includes('Shift+'),
    altKey: written.includes('Alt+'),
  });
}

describe('the keys of actions', () => {
  it('are never given to two actions, nor taken from the system', () => {
    expect(listed.length).toBeGreaterThan(15);
    expect(listed.filter((shortcut, at) => listed.indexOf(shortcut) !== at)).toEqual([]);
    const taken = ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+A', 'Mod+Q', 'Mod+W', 'Mod+P', 'Mod+H', 'Mod+M'];
    expect(listed.filter((shortcut) => taken.includes(shortcut))).toEqual([]);
  });

  it('are heard once, whatever else is pressed', () => {
    for (const shortcut of listed) {
      const event = pressOf(shortcut);
      expect(listed.filter((other) => keys.matches(event, other))).toEqual([shortcut]);
      expect(keys.matches({ ...event, altKey: true }, shortcut)).toBe(false);
      expect(keys.matches({ ...event, ctrlKey: !event.ctrlKey }, shortcut)).toBe(false);
      expect(keys.matches({ ...event, metaKey: true }, shortcut)).toBe(false);
    }
  });

  it('go by the figure on an AZERTY row, where a figure is written with the capitals key', () => {
    expect(keys.matches(press('&', { code: 'Digit1' }), 'Mod+1')).toBe(true);
    expect(keys.matches(press('1', { code: 'Digit1', shiftKey: true }), 'Mod+1')).toBe(true);
    expect(keys.matches(press('Z', { shiftKey: true }), 'Mod+Z')).toBe(false);
  });
});

describe('the keys of a part of a screen', () => {
  it('each mean the line that shows them, and no other', () => {
    expect(groups.length).toBeGreaterThan(10);
    for (const group of groups)
      for (const [line, { keys: shown, also = [] }] of Object.entries(group.lines))
        for (const written of [...shown, ...also])
          expect([group.id, written, keys.heard(group, pressOf(written))]).toEqual([group.id, written, line]);
  });

  it('mean with Shift what they mean without, unless that has a meaning of its own', () => {
    const group: KeyGroup<'go' | 'carry'> = {
      id: 'test',
      title: 'shell:shortcuts',
      lines: {
        carry: { keys: ['Shift+ArrowUp'], label: 'shell:shortcuts' },
        go: { keys: ['ArrowUp', 'Home', '+'], label: 'shell:shortcuts' },
      },
    };
    const bare = (key: string, shiftKey: boolean): Press => press(key, { ctrlKey: false, shiftKey });
    expect(keys.heard(group, bare('ArrowUp', true))).toBe('carry');
    expect(keys.heard(group, bare('ArrowUp', false))).toBe('go');
    expect(keys.heard(group, bare('Home', true))).toBe('go');
    expect(keys.heard(group, bare('+', true))).toBe('go');
    expect(keys.heard(group, { ...bare('Home', false), ctrlKey: true })).toBeNull();
  });

  it('are nowhere asked for but by what was declared', () => {
    // What is left asks which way a key that was heard goes, or is a field that ends with Enter as fields do.
    const asks = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
      .filter((file) => file !== join('renderer', 'lib', 'keys.ts'))
      .filter((file) => {
        const source = readFileSync(join(root, file), 'utf8');
        return /\b(?:event|pressed|key)\.(?:key|code)\b/.test(source) && !/\bheard\(/.test(source);
      });
    expect(asks.map((file) => file.replaceAll('\\', '/'))).toEqual(['renderer/features/imports/reading-step.tsx']);
  });
});

describe('keys in writing', () => {
  const nameOf = (key: string): string => `<${key}>`;
  it('use signs and the words of the language', () => {
    expect(keys.keysLabel('Mod+Shift+Z', nameOf)).toBe('Ctrl+<Shift>+Z');
    expect(keys.keysLabel('Alt+ArrowLeft', nameOf)).toBe('Alt+←');
    expect(keys.keysLabel('Space', nameOf)).toBe('<Space>');
    expect(keys.keysLabel('+', nameOf)).toBe('+');
    expect(keys.keysLabel('Mod+/', nameOf)).toBe('Ctrl+/');
    expect(keys.keysLabel('F5', nameOf)).toBe('F5');
  });

  it('write once what all keys of a line are pressed with', () => {
    expect(keys.sharedModifiers(['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'])).toEqual([
      ['Alt', 'Shift'],
      ['ArrowUp', 'ArrowDown'],
    ]);
    expect(keys.sharedModifiers(['+', '-'])).toEqual([[], ['+', '-']]);
    expect(keys.sharedModifiers(['Mod+/', '?'])).toEqual([[], ['Mod+/', '?']]);
  });
});
