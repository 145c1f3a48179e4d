/** The foot of a dialog's form: what was brought back, what was refused, giving up and saving. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../lib/errors.ts';

interface Props {
  isBack: boolean;
  failure: unknown;
  saving: boolean;
  submitLabel: string;
  onGiveUp: () => void;
}

export function DraftFoot({ isBack, failure, saving, submitLabel, onGiveUp }: Props): ReactNode {
  const { t } = useTranslation('table');
  return (
    <>
      {failure !== null && (
        <Text c="var(--danger)" size="sm" role="alert">
          {errorText(failure)}
        </Text>
      )}
      <Group justify="flex-end">
        {isBack && (
          <Text size="xs" c="dimmed" flex={1}>
            {t('draftBack')}
          </Text>
        )}
        <Button variant="default" onClick={onGiveUp}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={saving}>
          {submitLabel}
        </Button>
      </Group>
    </>
  );
}
