/** The screen's own filters, under the same names as in the lists. */
import type { ReactNode } from 'react';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { useRead } from '../../lib/api.ts';
import { useChoices } from '../../lib/choices.ts';
import { fieldName } from '../../lib/fields.ts';
import type { ListState } from '../../lib/list-state.ts';
import classes from './network.module.css';

export function Filters({ state }: { state: ListState }): ReactNode {
  const kinds = useRead('sites.kinds', {});
  const territories = useRead('territories.list', {});
  const stages = useChoices('stage');
  const profiles = useChoices('profile');
  return (
    <div className={classes['toolbar']}>
      <FilterSelect
        state={state}
        name="territory"
        label={fieldName('territory')}
        options={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
      />
      <FilterSelect
        state={state}
        name="kind"
        label={fieldName('kind')}
        options={(kinds.data?.rows ?? []).map(({ kind }) => ({ value: kind, label: kind }))}
      />
      <FilterSelect state={state} name="stage" label={fieldName('stage')} options={stages} />
      <FilterSelect state={state} name="profile" label={fieldName('profile')} options={profiles} />
    </div>
  );
}
