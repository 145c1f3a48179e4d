/** What became of a pasted block: why nothing of it was taken, or what of it was left. */
import { Alert, List, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dropped, PasteFault, Pasted } from './score-paste.ts';

function faultText(t: TFunction<'awards'>, fault: PasteFault): string {
  switch (fault.kind) {
    case 'tooTall':
      return t('paste.tooTall', { count: fault.lines, room: fault.room });
    case 'tooWide':
      return t('paste.tooWide', { count: fault.columns, room: fault.room });
    case 'acrossRecusal':
      return t('paste.acrossRecusal', { count: fault.lines, all: fault.all, scorable: fault.scorable });
    case 'noNumber':
      return t('paste.noNumber');
    default:
      return t(`paste.${fault.kind}`, { name: fault.name });
  }
}

const droppedText = (t: TFunction<'awards'>, dropped: Dropped): string =>
  dropped.kind === 'recused'
    ? t('paste.recused', { name: dropped.name, texts: dropped.texts.join(' · ') })
    : t(`paste.${dropped.kind}`, { name: dropped.name });

export function PasteAccount({ pasted }: { pasted: Pasted }): ReactNode {
  const { t } = useTranslation('awards');
  if (pasted.ok && pasted.dropped.length === 0) return null;
  return (
    <Alert
      mt="md"
      color={pasted.ok ? 'saffron' : 'red'}
      title={t(pasted.ok ? 'paste.left' : 'paste.refused')}
      role="alert"
    >
      {pasted.ok ? (
        <List size="sm">
          {pasted.dropped.map((dropped) => (
            <List.Item key={`${dropped.kind} ${dropped.name}`}>{droppedText(t, dropped)}</List.Item>
          ))}
        </List>
      ) : (
        <Text size="sm">{faultText(t, pasted.fault)}</Text>
      )}
    </Alert>
  );
}
