/** Every screen: its address, its name, its icon, and how it is loaded when first asked for; the first one comes with the window. */
import {
  IconBuilding,
  IconFileImport,
  IconHistory,
  IconHierarchy,
  IconHome,
  IconMap2,
  IconPresentation,
  IconReportAnalytics,
  IconSeedling,
  IconSettings,
  IconSpeakerphone,
  IconTrophy,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType } from 'react';
import { HomeScreen } from '../features/home/home-screen.tsx';

export interface RouteEntry {
  /** Also the key of its name in the `shell` words. */
  id:
    | 'home'
    | 'network'
    | 'sites'
    | 'people'
    | 'initiatives'
    | 'campaigns'
    | 'awards'
    | 'deck'
    | 'reports'
    | 'imports'
    | 'settings'
    | 'territories'
    | 'history';
  path: string;
  icon: Icon;
  /** Where the navigation shows it; screens reached from another screen are in none. */
  group: 'main' | 'tools' | 'none';
  shortcut: string | null;
  component: ComponentType;
}

export const routes: RouteEntry[] = [
  { id: 'home', path: '/', icon: IconHome, group: 'main', shortcut: 'Mod+1', component: HomeScreen },
  {
    id: 'network',
    path: '/network',
    icon: IconMap2,
    group: 'main',
    shortcut: 'Mod+9',
    component: lazy(async () => ({ default: (await import('../features/network/network-screen.tsx')).NetworkScreen })),
  },
  {
    id: 'sites',
    path: '/sites',
    icon: IconBuilding,
    group: 'main',
    shortcut: 'Mod+2',
    component: lazy(async () => ({ default: (await import('../features/sites/sites-screen.tsx')).SitesScreen })),
  },
  {
    id: 'territories',
    path: '/territories',
    icon: IconHierarchy,
    group: 'main',
    shortcut: null,
    component: lazy(async () => ({
      default: (await import('../features/territories/territories-screen.tsx')).TerritoriesScreen,
    })),
  },
  {
    id: 'people',
    path: '/people',
    icon: IconUsers,
    group: 'main',
    shortcut: 'Mod+3',
    component: lazy(async () => ({ default: (await import('../features/people/people-screen.tsx')).PeopleScreen })),
  },
  {
    id: 'initiatives',
    path: '/initiatives',
    icon: IconSeedling,
    group: 'main',
    shortcut: 'Mod+4',
    component: lazy(async () => ({
      default: (await import('../features/initiatives/initiatives-screen.tsx')).InitiativesScreen,
    })),
  },
  {
    id: 'campaigns',
    path: '/campaigns',
    icon: IconSpeakerphone,
    group: 'main',
    shortcut: 'Mod+7',
    component: lazy(async () => ({
      default: (await import('../features/campaigns/campaigns-screen.tsx')).CampaignsScreen,
    })),
  },
  {
    id: 'awards',
    path: '/awards',
    icon: IconTrophy,
    group: 'main',
    shortcut: 'Mod+5',
    component: lazy(async () => ({ default: (await import('../features/awards/awards-screen.tsx')).AwardsScreen })),
  },
  {
    id: 'deck',
    path: '/deck',
    icon: IconPresentation,
    group: 'main',
    shortcut: 'Mod+6',
    component: lazy(async () => ({ default: (await import('../features/deck/deck-screen.tsx')).DeckScreen })),
  },
  {
    id: 'reports',
    path: '/reports',
    icon: IconReportAnalytics,
    group: 'main',
    shortcut: 'Mod+8',
    component: lazy(async () => ({ default: (await import('../features/reports/reports-screen.tsx')).ReportsScreen })),
  },
  {
    id: 'imports',
    path: '/imports',
    icon: IconFileImport,
    group: 'tools',
    shortcut: 'Mod+I',
    component: lazy(async () => ({ default: (await import('../features/imports/imports-screen.tsx')).ImportsScreen })),
  },
  {
    id: 'settings',
    path: '/settings',
    icon: IconSettings,
    group: 'tools',
    shortcut: 'Mod+,',
    component: lazy(async () => ({
      default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
    })),
  },
  {
    id: 'history',
    path: '/history',
    icon: IconHistory,
    group: 'none',
    shortcut: null,
    component: lazy(async () => ({ default: (await import('../features/history/history-screen.tsx')).HistoryScreen })),
  },
];
