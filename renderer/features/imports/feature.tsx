/** Import: a spreadsheet becomes records, checked before anything is written. */
import { IconFileImport } from '@tabler/icons-react';
import type words from '../../locales/fr/imports.json';
import type { Feature } from '../../lib/feature.ts';
import { lazily } from '../../lib/lazily.tsx';
import { repairKeys } from './keys.ts';

declare module '../../lib/words.ts' {
  interface Words {
    imports: typeof words;
  }
}

export const imports: Feature = {
  id: 'imports',
  screen: {
    path: '/imports',
    label: 'imports:title',
    words: 'imports:words',
    icon: IconFileImport,
    group: 'tools',
    order: 0,
    shortcut: 'Mod+I',
    writes: true,
    component: lazily(async () => (await import('./imports-screen.tsx')).ImportsScreen),
  },
  keys: [repairKeys],
  takesFiles: {
    named: /\.(csv|tsv|txt|xlsx)$/i,
    open: (path, navigate) => void navigate('/imports', { state: { path } }),
  },
};
