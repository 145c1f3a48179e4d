/** Which sites a campaign is for, by criteria or one by one, with the list that makes, whatever is being typed. */
import { MultiSelect, NumberInput, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCriteria, withSite, type ScopeDraft } from '#shared/campaigns/scope.ts';
import { useRead } from '../../../lib/api.ts';
import { fieldName } from '../../../lib/fields.ts';
import { AddSite } from './add-site.tsx';
import { LeftOut } from './left-out.tsx';
import { ScopeResult, type Shown } from './scope-result.tsx';

interface Props {
  draft: ScopeDraft;
  onChange: (draft: ScopeDraft) => void;
  readOnly: boolean;
  /** What the list shows: the scope being typed at these dates, or the settled list of a campaign. */
  shown: Shown;
}

export function ScopeFields({ draft, onChange, readOnly, shown }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const chosen = draft.mode === 'chosen';
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('scope.how')}
        value={draft.mode}
        disabled={readOnly}
        onChange={(mode) => onChange({ ...draft, mode: mode as ScopeDraft['mode'] })}
        data={[
          { value: 'criteria', label: t('scope.byCriteria') },
          { value: 'chosen', label: t('scope.byHand') },
        ]}
      />
      {!chosen && <Criteria draft={draft} onChange={onChange} readOnly={readOnly} />}
      {!readOnly && (chosen || hasCriteria(draft.scope)) && (
        <AddSite
          label={chosen ? t('scope.choose') : t('scope.add')}
          help={chosen ? undefined : t('scope.addHelp')}
          onAdd={(id) => onChange(withSite(draft, id))}
        />
      )}
      <ScopeResult draft={draft} onChange={onChange} readOnly={readOnly} shown={shown} />
      {!chosen && draft.scope.excludedSiteIds.length > 0 && (
        <LeftOut draft={draft} onChange={onChange} readOnly={readOnly} />
      )}
    </Stack>
  );
}

function Criteria({ draft, onChange, readOnly }: Omit<Props, 'shown'>): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const territories = useRead('territories.list', {});
  const kinds = useRead('sites.kinds', {});
  const { scope } = draft;
  const set = (change: Partial<ScopeDraft['scope']>): void => onChange({ ...draft, scope: { ...scope, ...change } });
  const common = {
    searchable: true,
    disabled: readOnly,
    clearable: true,
    clearButtonProps: { 'aria-label': words('none') },
    comboboxProps: { shadow: 'md' as const },
    nothingFoundMessage: words('nothing'),
  };
  const bounds = scope.headcountMin !== null && scope.headcountMax !== null && scope.headcountMax < scope.headcountMin;
  const count = (name: 'headcountMin' | 'headcountMax'): ReactNode => (
    <NumberInput
      label={fieldName(name)}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      disabled={readOnly}
      error={name === 'headcountMax' && bounds ? t('scope.bounds') : null}
      value={scope[name] ?? ''}
      onChange={(next) => set({ [name]: next === '' ? null : Number(next) })}
    />
  );
  return (
    <>
      <MultiSelect
        label={fieldName('territory')}
        placeholder={scope.territoryIds.length === 0 ? t('scope.allTerritories') : ''}
        data={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
        value={scope.territoryIds}
        onChange={(territoryIds) => set({ territoryIds })}
        {...common}
      />
      <MultiSelect
        label={fieldName('siteKinds')}
        placeholder={scope.siteKinds.length === 0 ? t('scope.allKinds') : ''}
        data={(kinds.data?.rows ?? []).map((row) => row.kind)}
        value={scope.siteKinds}
        onChange={(siteKinds) => set({ siteKinds })}
        {...common}
      />
      <SimpleGrid cols={2} spacing="sm">
        {count('headcountMin')}
        {count('headcountMax')}
      </SimpleGrid>
    </>
  );
}
