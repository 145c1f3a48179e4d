/** What the window itself can do: files, undo, search, language and look, help. */
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBug,
  IconDatabaseExport,
  IconDeviceDesktop,
  IconDeviceFloppy,
  IconFilePlus,
  IconFolderOpen,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebar,
  IconListSearch,
  IconMoon,
  IconPlayerPlay,
  IconRefresh,
  IconSearch,
  IconShieldCheck,
  IconSun,
  IconX,
} from '@tabler/icons-react';
import { call } from '../../lib/api.ts';
import type { ActionContext, ActionSpec } from '../../lib/actions.ts';
import type { History } from '../../lib/history.tsx';
import type { PreferencesState } from '../../lib/preferences.tsx';
import { showToast } from '../../lib/toasts.ts';
import type { Sidebar } from '../../lib/use-sidebar.ts';
import type { WordKey } from '../../lib/words.ts';
import type { FileActions } from '../../lib/workspace.ts';

/** Besides what every action sees: what only the window can do. */
export interface AppContext extends ActionContext {
  files: FileActions;
  history: History;
  preferences: PreferencesState['preferences'];
  setPreferences: PreferencesState['set'];
  sidebar: Sidebar;
  word: (key: WordKey) => string;
  refresh: () => void;
  openSearch: () => void;
  openKeys: () => void;
}

type AppAction = ActionSpec<AppContext>;

const always = (): boolean => true;
const writable = ({ readOnly }: AppContext): boolean => !readOnly;

/** The log of faults in its folder, or the good news that there is none. */
async function showLog(none: string): Promise<void> {
  const { path } = await call('shell.showLog', {});
  if (path === null) showToast(none);
}

export const fileActions: AppAction[] = [
  {
    id: 'file.create',
    menu: 'file',
    label: 'shell:create',
    words: ['shell:words.create'],
    icon: IconFilePlus,
    shortcut: 'Mod+Shift+N',
    enabled: always,
    perform: ({ files }) => void files.create(),
  },
  {
    id: 'file.open',
    menu: 'file',
    label: 'shell:open',
    words: ['shell:words.open'],
    icon: IconFolderOpen,
    shortcut: 'Mod+O',
    enabled: always,
    perform: ({ files }) => void files.open(),
  },
  {
    id: 'file.demo',
    menu: 'file',
    label: 'shell:openDemo',
    words: ['shell:words.openDemo'],
    icon: IconPlayerPlay,
    enabled: always,
    perform: ({ files }) => void files.openDemo(),
  },
  {
    id: 'file.saveCopy',
    menu: 'file',
    label: 'shell:saveCopy',
    words: ['shell:words.saveCopy'],
    icon: IconDeviceFloppy,
    shortcut: 'Mod+Shift+S',
    perform: ({ files }) => void files.saveCopy(),
  },
  {
    id: 'file.backup',
    menu: 'file',
    label: 'shell:backup',
    words: ['shell:words.backup'],
    icon: IconDatabaseExport,
    perform: ({ files }) => void files.backup(),
  },
  {
    id: 'file.check',
    menu: 'file',
    label: 'shell:check',
    words: ['shell:words.check'],
    icon: IconShieldCheck,
    perform: ({ files }) => void files.check(),
  },
  {
    id: 'file.close',
    menu: 'file',
    label: 'shell:closeWorkspace',
    words: ['shell:words.close'],
    icon: IconX,
    perform: ({ files }) => void files.close(),
  },
];

export const editActions: AppAction[] = [
  {
    id: 'edit.undo',
    menu: 'edit',
    label: 'shell:undo',
    words: ['shell:words.undo'],
    icon: IconArrowBackUp,
    shortcut: 'Mod+Z',
    enabled: writable,
    perform: ({ history }) => void history.undo(),
  },
  {
    id: 'edit.redo',
    menu: 'edit',
    label: 'shell:redo',
    words: ['shell:words.redo'],
    icon: IconArrowForwardUp,
    shortcut: 'Mod+Shift+Z',
    enabled: writable,
    perform: ({ history }) => void history.redo(),
  },
  {
    id: 'edit.search',
    menu: 'edit',
    label: 'shell:search',
    words: ['shell:words.search'],
    icon: IconSearch,
    shortcut: 'Mod+K',
    perform: ({ openSearch }) => openSearch(),
  },
  {
    id: 'edit.find',
    menu: 'edit',
    label: 'shell:find',
    words: ['shell:words.find'],
    icon: IconListSearch,
    shortcut: 'Mod+F',
    perform: () => document.querySelector<HTMLInputElement>('[data-list-search]')?.focus(),
  },
];

const language = (lang: 'fr' | 'en', label: WordKey): AppAction => ({
  id: `view.${lang}`,
  menu: 'view',
  label,
  words: ['shell:words.language'],
  icon: IconLanguage,
  enabled: always,
  checked: ({ preferences }) => preferences.lang === lang,
  perform: ({ setPreferences }) => setPreferences({ lang }),
});

const look = (theme: 'light' | 'dark' | 'system', label: WordKey, icon: AppAction['icon']): AppAction => ({
  id: `view.${theme}`,
  menu: 'view',
  label,
  words: ['shell:words.theme'],
  icon,
  enabled: always,
  checked: ({ preferences }) => preferences.theme === theme,
  perform: ({ setPreferences }) => setPreferences({ theme }),
});

export const viewActions: AppAction[] = [
  {
    id: 'view.reload',
    menu: 'view',
    label: 'shell:reload',
    words: ['shell:words.reload'],
    icon: IconRefresh,
    shortcut: 'F5',
    perform: ({ refresh }) => refresh(),
  },
  {
    id: 'view.sidebar',
    menu: 'view',
    label: 'shell:showSidebar',
    words: ['shell:words.sidebar'],
    icon: IconLayoutSidebar,
    shortcut: 'Mod+B',
    checked: ({ sidebar }) => sidebar.isOpen,
    perform: ({ sidebar }) => sidebar.toggle(),
  },
  language('fr', 'shell:language.fr'),
  language('en', 'shell:language.en'),
  look('light', 'shell:theme.light', IconSun),
  look('dark', 'shell:theme.dark', IconMoon),
  look('system', 'shell:theme.system', IconDeviceDesktop),
];

export const helpActions: AppAction[] = [
  {
    id: 'help.shortcuts',
    menu: 'help',
    label: 'shell:shortcuts',
    words: ['shell:words.shortcuts'],
    icon: IconKeyboard,
    shortcut: 'Mod+/',
    also: ['?'],
    enabled: always,
    perform: ({ openKeys }) => openKeys(),
  },
  {
    id: 'help.log',
    menu: 'help',
    label: 'shell:showLog',
    words: ['shell:words.log'],
    icon: IconBug,
    enabled: always,
    perform: ({ word }) => void showLog(word('shell:noLog')),
  },
];
