/** The file: dropped anywhere on the screen, or chosen. */
import type { ImportKind } from '#shared/kinds.ts';
import { Button, Select, Stack, Text, Title } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './imports.module.css';
import type { ImportState } from './use-import.ts';
import { useKinds } from './use-kinds.ts';

export function FileStep({ state, kind }: { state: ImportState; kind: ImportKind | null }): ReactNode {
  const { t } = useTranslation('imports');
  const { choices } = useKinds();
  const [wanted, setWanted] = useState<ImportKind | null>(kind);
  const { begin } = state;
  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        const path = event.type === 'filesDropped' ? event.paths[0] : undefined;
        if (path !== undefined) void begin(path, wanted);
      }),
    [begin, wanted],
  );
  const choose = (): void => {
    call('shell.chooseOpen', { purpose: 'import' }).then(
      ({ paths }) => (paths[0] === undefined ? undefined : begin(paths[0], wanted)),
      showError,
    );
  };
  return (
    <div className={classes['drop']} data-drop-target>
      <IconFileSpreadsheet size={48} stroke={1.2} color="var(--accent)" aria-hidden />
      <Title order={2} fz={24}>
        {t('drop.title')}
      </Title>
      <Text c="dimmed" size="lg" maw={520} ta="center">
        {t('drop.text')}
      </Text>
      <Stack gap="md" align="center" mt="md">
        <Select
          w={280}
          label={t('kindLabel')}
          placeholder={t('anyKind')}
          data={choices}
          value={wanted}
          onChange={(value) => setWanted(value as ImportKind | null)}
          comboboxProps={{ shadow: 'md' }}
        />
        <Button size="md" onClick={choose} loading={state.inspecting.running} data-autofocus>
          {t('drop.choose')}
        </Button>
      </Stack>
    </div>
  );
}
