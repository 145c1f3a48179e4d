/** A view as a drawing or as the table that says the same. */
import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { IconCalendar, IconList } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListState } from '../../lib/list-state.ts';

/** Whether the address asks for the table. */
export const isTable = (state: ListState): boolean => state.filter('as')[0] === 'table';

export function AsSwitch({ state }: { state: ListState }): ReactNode {
  const { t } = useTranslation('calendar');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('as')}
      value={isTable(state) ? 'table' : 'drawing'}
      onChange={(next) => state.set({ as: next === 'table' ? next : null })}
      data={[
        {
          value: 'drawing',
          label: (
            <>
              <IconCalendar size={15} stroke={1.7} aria-hidden style={{ display: 'block' }} />
              <VisuallyHidden>{t('asDrawing')}</VisuallyHidden>
            </>
          ),
        },
        {
          value: 'table',
          label: (
            <>
              <IconList size={15} stroke={1.7} aria-hidden style={{ display: 'block' }} />
              <VisuallyHidden>{t('asTable')}</VisuallyHidden>
            </>
          ),
        },
      ]}
    />
  );
}
