/** The native menu: the page's own list of actions, with the system's editing and window commands around it. */
import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { z } from 'zod';
import type { Language } from '#shared/base/common.ts';
import type { shellContract } from '#shared/shell/contract.ts';
import { word } from './words.ts';

type Items = z.output<(typeof shellContract)['shell.setMenu']['input']>['items'];

/** `Mod+Shift+Z` as the page writes it, in Electron's words. */
function acceleratorOf(shortcut: string | null): string | undefined {
  return shortcut === null ? undefined : shortcut.replace(/\bMod\b/i, 'CommandOrControl');
}

export function buildMenu(items: Items, lang: Language, run: (id: string) => void, isPackaged: boolean): Menu {
  const of = (menu: Items[number]['menu']): MenuItemConstructorOptions[] =>
    items
      .filter((item) => item.menu === menu)
      .map((item) => {
        const accelerator = acceleratorOf(item.accelerator);
        // The page listens to the keys itself: registered here too, each would run its action twice.
        return {
          id: item.id,
          label: item.label,
          enabled: item.enabled,
          ...(item.checked === null ? {} : { type: 'checkbox' as const, checked: item.checked }),
          ...(accelerator === undefined ? {} : { accelerator }),
          registerAccelerator: false,
          click: (clicked) => {
            // The page says what is on, and only when that changes: the system's own tick is taken back.
            if (item.checked !== null) clicked.checked = item.checked;
            run(item.id);
          },
        };
      });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: word(lang, 'file'),
      submenu: [
        ...of('file'),
        separator,
        mac ? { role: 'close', label: word(lang, 'close') } : { role: 'quit', label: word(lang, 'quit') },
      ],
    },
    {
      label: word(lang, 'edit'),
      submenu: [
        ...of('edit'),
        separator,
        { role: 'cut', label: word(lang, 'cut') },
        { role: 'copy', label: word(lang, 'copy') },
        { role: 'paste', label: word(lang, 'paste') },
        { role: 'selectAll', label: word(lang, 'selectAll') },
      ],
    },
    {
      label: word(lang, 'view'),
      submenu: [
        ...of('view'),
        separator,
        { role: 'resetZoom', label: word(lang, 'zoomReset') },
        { role: 'zoomIn', label: word(lang, 'zoomIn') },
        { role: 'zoomOut', label: word(lang, 'zoomOut') },
        { role: 'togglefullscreen', label: word(lang, 'fullscreen') },
        ...(isPackaged
          ? []
          : [{ role: 'toggleDevTools', label: word(lang, 'developer') } satisfies MenuItemConstructorOptions]),
      ],
    },
    { label: word(lang, 'go'), submenu: of('go') },
    { label: word(lang, 'help'), submenu: of('help') },
  ];
  return Menu.buildFromTemplate(template.filter((entry) => !Array.isArray(entry.submenu) || entry.submenu.length > 0));
}

export function applyMenu(window: BrowserWindow, menu: Menu): void {
  if (process.platform === 'darwin') Menu.setApplicationMenu(menu);
  else {
    window.setMenu(menu);
    window.setMenuBarVisibility(false);
    window.setAutoHideMenuBar(true);
  }
}
