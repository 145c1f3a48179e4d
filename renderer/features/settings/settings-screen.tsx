/** The organisation, its figures' rules and colours; the calendar; the window's language and theme; the file and its backups. */
import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../../components/screen.tsx';
import { useAddressState } from '../../lib/address-state.ts';
import { CalendarPanel } from './calendar/calendar-panel.tsx';
import { FilePanel } from './file-panel.tsx';
import { IndicatorsPanel } from './indicators-panel.tsx';
import { OrganisationPanel } from './organisation-panel.tsx';
import { WindowPanel } from './window-panel.tsx';

export function SettingsScreen(): ReactNode {
  const { t } = useTranslation('settings');
  const [params, set] = useAddressState<'tab'>();
  return (
    <Screen scoped={false} title={t('title')}>
      <Tabs
        value={params.get('tab') ?? 'organisation'}
        onChange={(tab) => set({ tab: tab === 'organisation' ? null : tab })}
        keepMounted={false}
        maw={760}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="organisation">{t('organisation.title')}</Tabs.Tab>
          <Tabs.Tab value="indicators">{t('indicators')}</Tabs.Tab>
          <Tabs.Tab value="calendar">{t('calendar')}</Tabs.Tab>
          <Tabs.Tab value="window">{t('window.title')}</Tabs.Tab>
          <Tabs.Tab value="file">{t('file.title')}</Tabs.Tab>
        </Tabs.List>
        <Stack>
          <Tabs.Panel value="organisation">
            <OrganisationPanel />
          </Tabs.Panel>
          <Tabs.Panel value="indicators">
            <IndicatorsPanel />
          </Tabs.Panel>
          <Tabs.Panel value="calendar">
            <CalendarPanel />
          </Tabs.Panel>
          <Tabs.Panel value="window">
            <WindowPanel />
          </Tabs.Panel>
          <Tabs.Panel value="file">
            <FilePanel />
          </Tabs.Panel>
        </Stack>
      </Tabs>
    </Screen>
  );
}
