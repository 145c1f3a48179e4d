/** The threshold of the load, as in the settings, changed from where it is seen. */
import { Anchor, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEdits } from '../../../lib/edits.ts';
import { useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';

export function ThresholdForm({ threshold, onDone }: { threshold: number; onDone: () => void }): ReactNode {
  const { t } = useTranslation('load');
  const { t: settings } = useTranslation('settings');
  const format = useFormat();
  const { values, set, dirty } = useEdits<{ value: number | string }>({ value: threshold });
  const { value } = values;
  const save = useWrite('organisation.update', {
    toast: (saved) => t('thresholdIs', { number: format.number(saved.solicitationThreshold) }),
    onDone,
  });
  const isValid = typeof value === 'number' && value >= 1;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typeof value === 'number' && isValid)
      save.mutate({ set: { solicitationThreshold: value } }, { onError: showError });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NumberInput
          data-autofocus
          label={settings('organisation.threshold')}
          description={settings('organisation.thresholdHelp')}
          min={1}
          max={1000}
          allowDecimal={false}
          value={value}
          onChange={(next) => set({ value: next })}
          error={isValid ? null : settings('atLeastOne')}
        />
        <Text size="xs" c="dimmed">
          {t('thresholdText')}
        </Text>
        <Group justify="space-between">
          <Anchor component={Link} to="/settings" size="sm">
            {t('settings')}
          </Anchor>
          <Button type="submit" size="xs" loading={save.isPending} disabled={!isValid || !dirty}>
            {settings('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
