/** Every command of the app in one list: it feeds the keyboard, the native menu and the search box. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { call } from '../lib/api.ts';
import { useHistory } from '../lib/history.tsx';
import { usePreferences } from '../lib/preferences.tsx';
import type { Action } from '../lib/shortcuts.ts';
import { showToast } from '../lib/toasts.ts';
import { routes } from './routes.tsx';
import { useFileActions, useOpenFile } from '../lib/workspace.ts';

/** The log of faults in its folder, or the good news that there is none. */
async function showLog(none: string): Promise<void> {
  const { path } = await call('shell.showLog', {});
  if (path === null) showToast(none);
}

/** Screens where a new record can be made. */
const lists = new Set(['/sites', '/people', '/initiatives', '/campaigns', '/territories']);

export function useActions(openSearch: () => void, openShortcuts: () => void): Action[] {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  const { undo, redo } = useHistory();
  const { preferences, set } = usePreferences();
  const workspace = useOpenFile();
  const { create, open, close, openDemo, backup, check } = useFileActions();
  const client = useQueryClient();
  const { pathname } = useLocation();
  return useMemo(() => {
    const opened = workspace !== null;
    const writable = opened && !workspace.readOnly;
    const go = routes
      .filter((route) => route.group !== 'none')
      .map((route): Action => ({
        id: `go.${route.id}`,
        menu: 'go',
        label: t(`screen.${route.id}`),
        shortcut: route.shortcut,
        enabled: opened && (route.id !== 'imports' || writable),
        run: () => void navigate(route.path),
      }));
    return [
      {
        id: 'file.create',
        menu: 'file',
        label: t('create'),
        shortcut: 'Mod+Shift+N',
        enabled: true,
        run: () => void create(),
      },
      { id: 'file.open', menu: 'file', label: t('open'), shortcut: 'Mod+O', enabled: true, run: () => void open() },
      {
        id: 'file.demo',
        menu: 'file',
        label: t('openDemo'),
        shortcut: null,
        enabled: true,
        run: () => void openDemo(),
      },
      {
        id: 'file.backup',
        menu: 'file',
        label: t('backup'),
        shortcut: null,
        enabled: opened,
        run: () => void backup(),
      },
      { id: 'file.check', menu: 'file', label: t('check'), shortcut: null, enabled: opened, run: () => void check() },
      {
        id: 'file.close',
        menu: 'file',
        label: t('closeWorkspace'),
        shortcut: null,
        enabled: opened,
        run: () => void close(),
      },
      { id: 'edit.undo', menu: 'edit', label: t('undo'), shortcut: 'Mod+Z', enabled: writable, run: () => void undo() },
      {
        id: 'edit.redo',
        menu: 'edit',
        label: t('redo'),
        shortcut: 'Mod+Shift+Z',
        enabled: writable,
        run: () => void redo(),
      },
      { id: 'edit.search', menu: 'edit', label: t('search'), shortcut: 'Mod+K', enabled: opened, run: openSearch },
      {
        id: 'edit.find',
        menu: 'edit',
        label: t('find'),
        shortcut: 'Mod+F',
        enabled: opened,
        run: () => document.querySelector<HTMLInputElement>('[data-list-search]')?.focus(),
      },
      {
        id: 'edit.history',
        menu: 'edit',
        label: t('screen.history'),
        shortcut: null,
        enabled: opened,
        run: () => void navigate('/history'),
      },
      {
        id: 'new.here',
        menu: 'file',
        label: t('newHere'),
        shortcut: 'Mod+N',
        enabled: writable && lists.has(pathname),
        run: () => void navigate(`${pathname}?record=new`),
      },
      {
        id: 'new.site',
        menu: 'file',
        label: t('newSite'),
        shortcut: null,
        enabled: writable,
        run: () => void navigate('/sites?record=new'),
      },
      {
        id: 'new.person',
        menu: 'file',
        label: t('newPerson'),
        shortcut: null,
        enabled: writable,
        run: () => void navigate('/people?record=new'),
      },
      {
        id: 'new.initiative',
        menu: 'file',
        label: t('newInitiative'),
        shortcut: null,
        enabled: writable,
        run: () => void navigate('/initiatives?record=new'),
      },
      {
        id: 'new.campaign',
        menu: 'file',
        label: t('newCampaign'),
        shortcut: null,
        enabled: writable,
        run: () => void navigate('/campaigns?record=new'),
      },
      ...go,
      {
        id: 'view.reload',
        menu: 'view',
        label: t('reload'),
        shortcut: 'F5',
        enabled: opened,
        run: () => void client.invalidateQueries(),
      },
      {
        id: 'view.lang',
        menu: 'view',
        label: t('otherLanguage'),
        shortcut: null,
        enabled: true,
        run: () => set({ lang: preferences.lang === 'fr' ? 'en' : 'fr' }),
      },
      {
        id: 'view.light',
        menu: 'view',
        label: t('theme.light'),
        shortcut: null,
        enabled: true,
        run: () => set({ theme: 'light' }),
      },
      {
        id: 'view.dark',
        menu: 'view',
        label: t('theme.dark'),
        shortcut: null,
        enabled: true,
        run: () => set({ theme: 'dark' }),
      },
      {
        id: 'view.system',
        menu: 'view',
        label: t('theme.system'),
        shortcut: null,
        enabled: true,
        run: () => set({ theme: 'system' }),
      },
      {
        id: 'view.sidebar',
        menu: 'view',
        label: t('toggleSidebar'),
        shortcut: 'Mod+B',
        enabled: opened,
        run: () => set({ sidebar: preferences.sidebar === 'open' ? 'closed' : 'open' }),
      },
      {
        id: 'help.log',
        menu: 'help',
        label: t('showLog'),
        shortcut: null,
        enabled: true,
        run: () => void showLog(t('noLog')),
      },
      {
        id: 'help.shortcuts',
        menu: 'help',
        label: t('shortcuts'),
        shortcut: 'Mod+/',
        enabled: true,
        run: openShortcuts,
      },
    ];
  }, [
    t,
    navigate,
    undo,
    redo,
    preferences,
    set,
    workspace,
    create,
    open,
    close,
    openDemo,
    backup,
    check,
    client,
    pathname,
    openSearch,
    openShortcuts,
  ]);
}
