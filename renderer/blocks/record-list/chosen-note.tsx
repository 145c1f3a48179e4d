/** Says that a list holds only what belongs to the sites chosen on the map, or that this choice did not come along. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenName, type ChosenSites } from '../../lib/chosen-sites.ts';
import { useFormat } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import { FilterNote } from './filter-note.tsx';

export function ChosenNote({ state, chosen }: { state: ListState; chosen: ChosenSites }): ReactNode {
  const { t } = useTranslation('table');
  const format = useFormat();
  const { ids, lost } = chosen;
  return (
    <FilterNote state={state} names={[chosenName]}>
      {lost === null ? t('chosenSites', { count: ids.length, number: format.number(ids.length) }) : t('chosenLost')}
    </FilterNote>
  );
}
