/** The filters a report has beside the scope: closed lists, themes, indicators, the edition. */
import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterPart } from '#shared/reports/contract.ts';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { useRead } from '../../lib/api.ts';
import { useChoices } from '../../lib/choices.ts';
import type { ListState } from '../../lib/list-state.ts';
import classes from './reports.module.css';

/** Parts of a filter that are chosen here and kept in the address. */
export const filterNames = [
  'siteStatuses',
  'stages',
  'profiles',
  'channels',
  'statuses',
  'themes',
  'indicators',
  'provenances',
  'edition',
] as const satisfies readonly FilterPart[];

export function ReportFilters({ filters, state }: { filters: FilterPart[]; state: ListState }): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const closed = {
    siteStatuses: useChoices('siteStatus'),
    stages: useChoices('stage'),
    profiles: useChoices('profile'),
    channels: useChoices('channel'),
    statuses: useChoices('initiativeStatus'),
    provenances: useChoices('provenance'),
  };
  const has = (part: FilterPart): boolean => filters.includes(part);
  const themes = useRead('initiatives.themes', {}, { enabled: has('themes') });
  const indicators = useRead('indicators.list', {}, { enabled: has('indicators') });
  const editions = useRead('awards.list', {}, { enabled: has('edition') });
  const set = filterNames.filter((name) => state.filter(name).length > 0);
  return (
    <div className={classes['filters']}>
      {(Object.keys(closed) as (keyof typeof closed)[]).filter(has).map((part) => (
        <FilterSelect key={part} state={state} name={part} label={t(`filter.${part}`)} options={closed[part]} />
      ))}
      {has('themes') && (
        <FilterSelect
          state={state}
          name="themes"
          label={t('filter.themes')}
          options={(themes.data?.rows ?? []).map(({ theme }) => ({ value: theme, label: theme }))}
        />
      )}
      {has('indicators') && (
        <FilterSelect
          state={state}
          name="indicators"
          label={t('filter.indicators')}
          options={(indicators.data?.rows ?? []).map((row) => ({
            value: row.id,
            label: i18n.language === 'en' ? (row.nameEn ?? row.name) : row.name,
          }))}
        />
      )}
      {has('edition') && (
        <Select
          aria-label={t('filter.edition')}
          placeholder={t('latestEdition')}
          data={(editions.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
          value={state.filter('edition')[0] ?? null}
          onChange={(edition) => state.set({ edition })}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          w={280}
          comboboxProps={{ shadow: 'md' }}
        />
      )}
      {set.length > 0 && (
        <Tooltip label={t('clear')}>
          <ActionIcon
            size="lg"
            variant="subtle"
            aria-label={t('clear')}
            onClick={() => state.set(Object.fromEntries(set.map((name) => [name, null])))}
          >
            <IconFilterOff size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
