/** The sentence of a toast with its button "Annuler". */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHistory } from './history.tsx';

function UndoToast({ message, seq, close }: { message: string; seq: number; close: () => void }): ReactNode {
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
          close();
          void undo(seq);
        }}
      >
        {t('undo')}
      </Button>
    </Group>
  );
}

export function undoToastContent(message: string, seq: number, close: () => void): ReactNode {
  return <UndoToast message={message} seq={seq} close={close} />;
}
