/** The bar over a list and over every other view of the same records: search, filters, a way to take them off, tools at the right. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.ts';
import classes from './record-list.module.css';
import { SearchField } from './search-field.tsx';

export function ListBar({
  state,
  filters,
  children,
}: {
  state: ListState;
  filters: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { t } = useTranslation('table');
  return (
    <div className={classes['bar']}>
      <SearchField key={state.clears} initial={state.search} onSearch={(search) => state.set({ search })} />
      {filters}
      {state.filtered && (
        <Tooltip label={t('clear')}>
          <ActionIcon size={30} variant="subtle" aria-label={t('clear')} onClick={state.clear}>
            <IconFilterOff size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      <span className={classes['gap']} />
      {children}
    </div>
  );
}
