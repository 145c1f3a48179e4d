/** Keys as data: how they are written (`Mod+Shift+Z`), whether an event means them, and the groups that each part of a screen declares. */
import type { WordKey } from './words.ts';

/** What a handler and the list of keys must know of a press. */
export interface Press {
  key: string;
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

export interface KeyLine {
  /** As `Alt+ArrowLeft`: Mod is the command key on a Mac, the control key elsewhere. */
  keys: readonly string[];
  /** Heard too, but not worth a line: another way to say the same. */
  also?: readonly string[];
  label: WordKey;
}

/** The keys of one part of a screen: its handler asks what was `heard`, and the list of keys shows them; neither knows a key of its own. */
export interface KeyGroup<Line extends string = string> {
  id: string;
  title: WordKey;
  lines: Readonly<Record<Line, KeyLine>>;
}

export const isMac = navigator.userAgent.includes('Mac');

interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

function chordOf(keys: string): Chord {
  const parts = keys.split('+');
  // "+" itself, alone or after others: what it cuts off is empty.
  const last = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  return {
    key: last === 'Space' ? ' ' : last,
    mod: parts.includes('Mod'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
  };
}

/** Signs and figures are written with Shift on one keyboard and without on another. */
const shiftIsMeaningless = (key: string): boolean => key.length === 1 && key !== ' ' && !/\p{L}/u.test(key);

/** Whether these keys are meant; letters by the key's meaning and figures by their place, so that AZERTY and QWERTY agree. */
export function matches(press: Press, keys: string): boolean {
  const { key, mod, shift, alt } = chordOf(keys);
  const sameKey = press.key.toLowerCase() === key.toLowerCase() || (/^\d$/.test(key) && press.code === `Digit${key}`);
  const modPressed = isMac ? press.metaKey : press.ctrlKey;
  const otherPressed = isMac ? press.ctrlKey : press.metaKey;
  return (
    sameKey &&
    modPressed === mod &&
    !otherPressed &&
    press.altKey === alt &&
    (shiftIsMeaningless(key) || press.shiftKey === shift)
  );
}

/** Which line of the group a press means. With Shift, what means nothing of its own means what it does without. */
export function heard<Line extends string>(group: KeyGroup<Line>, press: Press): Line | null {
  const lines = Object.entries<KeyLine>(group.lines) as [Line, KeyLine][];
  const meant = (one: Press): Line | null =>
    lines.find(([, { keys, also = [] }]) => [...keys, ...also].some((combination) => matches(one, combination)))?.[0] ??
    null;
  return meant(press) ?? (press.shiftKey ? meant({ ...plain(press), shiftKey: false }) : null);
}

/** An event's own properties are not copied by a spread. */
function plain({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Press): Press {
  return { key, ...(code === undefined ? {} : { code }), ctrlKey, metaKey, shiftKey, altKey };
}

/** Whether the keys write something when they are pressed in a field. */
export function isSign(keys: string): boolean {
  const { key, mod, alt } = chordOf(keys);
  return key.length === 1 && !mod && !alt;
}

/** Keys that are written by a sign, whatever the language. */
const signs: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Keys that are written by a word. */
export const namedKeys = [
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  'Space',
  'Shift',
  'Escape',
  'Delete',
  'Backspace',
] as const;
export type NamedKey = (typeof namedKeys)[number];

/** What all of these keys are pressed with, and what is left of each without it. */
export function sharedModifiers(all: readonly string[]): [modifiers: string[], rest: string[]] {
  const lasts = all.map((keys) => (keys.endsWith('+') ? '+' : (keys.split('+').at(-1) ?? '')));
  const before = all.map((keys, at) => keys.slice(0, keys.length - (lasts[at]?.length ?? 0)));
  return before.every((one) => one === before[0])
    ? [(before[0] ?? '').split('+').filter((part) => part !== ''), lasts]
    : [[], [...all]];
}

/** Keys in the signs of this machine, for menus, hints and the list of keys. `nameOf` gives the words of the named ones. */
export function keysLabel(keys: string, nameOf: (key: NamedKey) => string): string {
  const { key } = chordOf(keys);
  const last = key === ' ' ? 'Space' : key;
  const modifiers = keys
    .slice(0, keys.length - last.length)
    .split('+')
    .filter((part) => part !== '');
  const written = [...modifiers, last].map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'Shift' && isMac) return '⇧';
    if (part === 'Alt' && isMac) return '⌥';
    const named = namedKeys.find((one) => one === part);
    return named === undefined ? (signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)) : nameOf(named);
  });
  return written.join(isMac ? '' : '+');
}
