/** Reports: tables for analysts, previewed and exported. */
import { IconReportAnalytics } from '@tabler/icons-react';
import { lazy } from 'react';
import type words from '../../locales/fr/reports.json';
import type { Feature } from '../../lib/feature.ts';

declare module '../../lib/words.ts' {
  interface Words {
    reports: typeof words;
  }
}

export const reports: Feature = {
  id: 'reports',
  screen: {
    path: '/reports',
    label: 'reports:title',
    words: 'reports:words',
    icon: IconReportAnalytics,
    group: 'main',
    order: 90,
    shortcut: 'Mod+8',
    component: lazy(async () => ({ default: (await import('./reports-screen.tsx')).ReportsScreen })),
  },
};
