/** Starts the page: preferences first, so that the first frame is in the right language and theme. */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import 'dayjs/locale/fr';
import '@mantine/spotlight/styles.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { Root } from './app/root.tsx';
import { call } from './lib/api.ts';
import { startI18n } from './lib/i18n.ts';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no root element.');

const [preferences, workspace, request] = await Promise.all([call('shell.preferences', {}), call('workspace.current', {}).catch(() => null), call('shell.takeRequest', {})]);
await startI18n(preferences.lang);
createRoot(element).render(
  <Providers preferences={preferences}>
    <Root initialWorkspace={workspace} requested={request.path} />
  </Providers>,
);
