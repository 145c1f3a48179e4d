/** What the user sees when the service died: that it restarts, that it is back, or that it is not. */
import { Alert, Box, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../lib/toasts.ts';

export function ServiceBanner(): ReactNode {
  const { t } = useTranslation('shell');
  const [state, setState] = useState<'running' | 'stopped' | 'failed'>('running');
  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        if (event.type !== 'service') return;
        setState(event.state === 'restarted' ? 'running' : event.state);
        if (event.state === 'restarted') showToast(t('serviceRestarted'));
      }),
    [t],
  );
  if (state === 'running') return null;
  return (
    <Box
      pos="fixed"
      top={12}
      left="50%"
      style={{ transform: 'translateX(-50%)', zIndex: 500, width: 'min(560px, 90vw)' }}
      role="alert"
    >
      <Alert
        color="saffron"
        icon={<IconAlertTriangle stroke={1.6} />}
        title={t(state === 'failed' ? 'serviceFailed' : 'serviceStopped')}
      >
        {state === 'failed' && (
          <Button mt="xs" variant="default" onClick={() => window.location.reload()}>
            {t('reloadWindow')}
          </Button>
        )}
      </Alert>
    </Box>
  );
}
