/** Starts the page: preferences first, so that the first frame is in the right language and theme. */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import 'dayjs/locale/fr';
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

/** A function, and nothing awaited at the top: every screen is a file that waits for this one. */
async function start(root: HTMLElement): Promise<void> {
  const starting = call('shell.preferences', {}).then(async (preferences) => {
    await startI18n(preferences.lang);
    return preferences;
  });
  // A file asked for at start is open by now, unless it could not be: then it is asked for again, and the page says why.
  const { path: requested } = await call('shell.takeRequest', {});
  const [preferences, workspace] = await Promise.all([starting, call('workspace.current', {}).catch(() => null)]);
  createRoot(root).render(
    <Providers preferences={preferences} catalogue={gather(Object.values(features))}>
      <Root initialWorkspace={workspace} requested={requested} />
    </Providers>,
  );
}

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no root element.');
void start(element);
