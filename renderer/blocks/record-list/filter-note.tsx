/** A filter that came with a link and has no choices of its own: said in words, taken away with one click. */
import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.ts';
import classes from './filter-select.module.css';

export function FilterNote({
  state,
  names,
  children,
}: {
  state: ListState;
  names: string[];
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('table');
  if (names.every((name) => state.filter(name).length === 0)) return null;
  return (
    <span className={classes['note']}>
      <span className={classes['words']}>{children}</span>
      <CloseButton
        size="xs"
        aria-label={t('clearFilter')}
        onClick={() => state.set(Object.fromEntries(names.map((name) => [name, null])))}
      />
    </span>
  );
}
