/** Commands and their keys: what an action is, whether keys mean it, and how its keys are written. */

export interface Action {
  id: string;
  menu: 'file' | 'edit' | 'view' | 'go' | 'help';
  label: string;
  /** As `Mod+Shift+Z`: Mod is the command key on a Mac, the control key elsewhere. */
  shortcut: string | null;
  enabled: boolean;
  run: () => void;
}

export const isMac = navigator.userAgent.includes('Mac');

/** Whether these keys are the shortcut's; letters by the key's meaning, so that AZERTY and QWERTY agree. */
export function matches(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts[parts.length - 1] ?? '';
  const digit = /^\d$/.test(key);
  const sameKey = event.key.toLowerCase() === key.toLowerCase() || (digit && event.code === `Digit${key}`);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const shifted = digit || key === '/' || key === ',' ? true : event.shiftKey === parts.includes('Shift');
  return sameKey && mod === parts.includes('Mod') && shifted && !event.altKey;
}

/** The shortcut in the signs of this machine, for menus and tooltips. */
export function shortcutLabel(shortcut: string, shiftName: string): string {
  return isMac
    ? shortcut.replace('Mod', '⌘').replace('Shift', '⇧').replaceAll('+', '')
    : shortcut.replace('Mod', 'Ctrl').replace('Shift', shiftName);
}
