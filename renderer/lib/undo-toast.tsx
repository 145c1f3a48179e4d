/** The sentence of a toast with its button "Annuler". */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHistory } from './history.tsx';
import { hideUndoToast, showToast, showUndoOffer } from './toasts.ts';

function UndoToast({ message, seq }: { message: string; seq: number }): ReactNode {
  const { t } = useTranslation('common');
  const { undo } = useHistory();
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between">
      <Text size="sm">{message}</Text>
      <Button
        size="compact-sm"
        variant="light"
        flex="none"
        onClick={() => {
          hideUndoToast();
          void undo(seq);
        }}
      >
        {t('undo')}
      </Button>
    </Group>
  );
}

/** `seq` names the action to undo; null when the action left no trace (nothing had changed). */
export function showUndoToast(message: string, seq: number | null): void {
  if (seq === null) {
    hideUndoToast();
    showToast(message);
  } else showUndoOffer(<UndoToast message={message} seq={seq} />);
}
