/** Language, theme, and the name under which this person's changes are kept. */
import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/base/common.ts';
import { themes } from '#shared/shell/contract.ts';
import { useRead } from '../../lib/api.ts';
import { usePreferences } from '../../lib/preferences.tsx';

export function WindowPanel(): ReactNode {
  const { t } = useTranslation('settings');
  const { preferences, set } = usePreferences();
  const [actor, setActor] = useState(preferences.actor);
  const info = useRead('shell.info', {});
  return (
    <Stack gap="xl" align="flex-start">
      <div>
        <Text fw={500} size="sm" mb={6} id="language">
          {t('window.language')}
        </Text>
        <SegmentedControl
          aria-labelledby="language"
          value={preferences.lang}
          onChange={(lang) => set({ lang: lang as Language })}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div>
        <Text fw={500} size="sm" mb={6} id="theme">
          {t('window.theme')}
        </Text>
        <SegmentedControl
          aria-labelledby="theme"
          value={preferences.theme}
          onChange={(theme) => set({ theme: theme as (typeof themes)[number] })}
          data={themes.map((theme) => ({ value: theme, label: t(`window.themes.${theme}`) }))}
        />
      </div>
      <TextInput
        w={320}
        label={t('window.actor')}
        description={t('window.actorHelp')}
        value={actor}
        maxLength={100}
        onChange={(event) => setActor(event.currentTarget.value)}
        onBlur={() => actor.trim() !== '' && set({ actor: actor.trim() })}
      />
      {info.data !== undefined && (
        <Text size="sm" c="dimmed">
          {t('window.version', { version: info.data.version, electron: info.data.electron, chrome: info.data.chrome })}
        </Text>
      )}
    </Stack>
  );
}
