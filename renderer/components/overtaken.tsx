/** Under a field that is being typed in while it got another value elsewhere: says so, and offers that value. */
import { Anchor, Text } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** The other value in a few words; empty when it is none; null when only the field itself can show it. */
  value: string | null;
  onTake: () => void;
}

export function Overtaken({ value, onTake }: Props): ReactNode {
  const { t } = useTranslation('table');
  const take = (event: MouseEvent): void => {
    const field = event.currentTarget.closest('[data-field]')?.querySelector<HTMLElement>('input, textarea');
    onTake();
    // The button goes away; whoever pressed it goes on in the field.
    field?.focus();
  };
  return (
    <Text size="xs" mt={4} role="status" data-overtaken>
      {value === null
        ? t('overtaken.changed')
        : value === ''
          ? t('overtaken.emptied')
          : t('overtaken.changedTo', { value })}{' '}
      {/* The press must not be taken for the end of the typing. */}
      <Anchor component="button" type="button" size="xs" onMouseDown={(event) => event.preventDefault()} onClick={take}>
        {t('overtaken.take')}
      </Anchor>
    </Text>
  );
}
