/** Reports: tables for analysts, previewed and exported. */
import { IconReportAnalytics } from '@tabler/icons-react';
import type words from '../../locales/fr/reports.json';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';

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
    component: lazily(async () => (await import('./reports-screen.tsx')).ReportsScreen),
  },
};
