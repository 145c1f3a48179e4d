/** Starts the page: preferences first, so that the first frame is in the right language and theme. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { Root } from './app/root.tsx';
import * as features from './features/registry.ts';
import { call } from './lib/api.ts';
import { gather } from './lib/features.ts';
import { startI18n } from './lib/i18n.ts';
import { wordsOf } from './locales/words.ts';

/** A function, and nothing awaited at the top: every screen is a file that waits for this one. */
async function start(root: HTMLElement): Promise<void> {
  // The shell names the language in the address: its words come while the shell puts its answer together.
  void wordsOf(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'fr');
  // A file asked for at start is open by now, unless it could not be: then it is asked for again, and the page says why.
  const { preferences, requested, workspace, reads } = await call('shell.start', {});
  await startI18n(preferences.lang);
  createRoot(root).render(
    <Providers preferences={preferences} reads={reads} catalogue={gather(Object.values(features))}>
      <Root initialWorkspace={workspace} requested={requested} />
    </Providers>,
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no root element.');
void start(element);
