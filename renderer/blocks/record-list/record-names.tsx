/** The names behind the ids of a filter that came with a link. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';

/** The first name and how many more; a link names one record as a rule. */
function Names({ field, first, count }: { field: string; first: string | undefined; count: number }): ReactNode {
  const { t } = useTranslation('table');
  return count > 1
    ? t('filterCount', { label: fieldName(field), count })
    : t('filterIs', { label: fieldName(field), value: first ?? '' });
}

export function SiteNames({ ids }: { ids: string[] }): ReactNode {
  const site = useRead('sites.get', { id: ids[0] ?? '' }, { enabled: ids.length > 0 });
  return <Names field="site" first={site.data?.name} count={ids.length} />;
}

export function PersonNames({ ids, field = 'lead' }: { ids: string[]; field?: string }): ReactNode {
  const person = useRead('people.get', { id: ids[0] ?? '' }, { enabled: ids.length > 0 });
  return (
    <Names
      field={field}
      first={person.data === undefined ? undefined : `${person.data.firstName} ${person.data.lastName}`.trim()}
      count={ids.length}
    />
  );
}
