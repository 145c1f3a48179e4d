/** Steps that need categories say so, and lead to where they are made. */
import { Button } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import classes from './awards.module.css';
import type { AwardsState } from './state.ts';

export function NoCategories({ state }: { state: AwardsState }): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <div className={classes['content']}>
      <EmptyState
        icon={IconTrophy}
        title={t('category.empty')}
        text={t('category.emptyText')}
        actions={<Button onClick={() => state.set({ step: 'categories' })}>{t('scores.goCategories')}</Button>}
      />
    </div>
  );
}
