/** Which sites a campaign is for, with how many that makes, whatever is being typed. */
import { MultiSelect, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignScope } from '#shared/contract/campaigns.ts';
import { useRead } from '../../lib/api.ts';
import { errorText } from '../../lib/errors.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './campaigns.module.css';

interface Props {
  scope: CampaignScope;
  onChange: (scope: CampaignScope) => void;
  readOnly: boolean;
  /** When the campaign goes on: sites not open then do not count. */
  dates: { startDate: string; endDate: string };
}

export function ScopeFields({ scope, onChange, readOnly, dates }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const territories = useRead('territories.list', {});
  const kinds = useRead('sites.kinds', {});
  const clear = { clearable: true, clearButtonProps: { 'aria-label': words('none') } };
  const count = (name: 'headcountMin' | 'headcountMax'): ReactNode => (
    <NumberInput label={fieldName(name)} allowDecimal={false} allowNegative={false} hideControls disabled={readOnly} value={scope[name] ?? ''} onChange={(next) => onChange({ ...scope, [name]: next === '' ? null : Number(next) })} />
  );
  return (
    <Stack gap="sm">
      <MultiSelect label={fieldName('territory')} data={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))} value={scope.territoryIds} onChange={(territoryIds) => onChange({ ...scope, territoryIds })} searchable disabled={readOnly} {...clear} comboboxProps={{ shadow: 'md' }} />
      <MultiSelect label={fieldName('siteKinds')} data={(kinds.data?.rows ?? []).map((row) => row.kind)} value={scope.siteKinds} onChange={(siteKinds) => onChange({ ...scope, siteKinds })} searchable disabled={readOnly} {...clear} comboboxProps={{ shadow: 'md' }} />
      <SimpleGrid cols={2} spacing="sm">{count('headcountMin')}{count('headcountMax')}</SimpleGrid>
      {(scope.siteIds.length > 0 || scope.excludedSiteIds.length > 0) && <Text size="sm" c="dimmed">{t('scope.handPicked', { added: scope.siteIds.length, excluded: scope.excludedSiteIds.length })}</Text>}
      <Result scope={scope} dates={dates} />
    </Stack>
  );
}

function Result({ scope, dates }: Pick<Props, 'scope' | 'dates'>): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const preview = useRead('campaigns.scopePreview', { scope, ...dates, limit: 8 }, { keep: true });
  if (preview.error !== null) return <Text size="sm" c="var(--danger)" role="alert">{errorText(preview.error)}</Text>;
  if (preview.data === undefined) return null;
  const { sites, headcount, activePeople, sitesWithoutPeople, rows } = preview.data;
  return (
    <div className={classes['result']}>
      <Text fw={600} aria-live="polite">{t('scope.sites', { count: sites, number: format.number(sites) })}</Text>
      {sites > 0 && <Text size="sm" c="dimmed">{t('scope.reach', { headcount: format.number(headcount), people: format.number(activePeople), alone: format.number(sitesWithoutPeople) })}</Text>}
      {sites > 0 && <Text size="sm" mt={4}>{rows.map((row) => row.name).join(', ')}{sites > rows.length && ` ${t('scope.more', { number: format.number(sites - rows.length) })}`}</Text>}
    </div>
  );
}
