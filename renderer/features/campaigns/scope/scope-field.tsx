/** The sites of a campaign as one field of its form: typed, kept and saved with the rest. */
import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOf, scopeOf, withoutSites, wholeNetwork, type ScopeDraft } from '#shared/campaigns/scope.ts';
import type { CampaignScope } from '#shared/campaigns/contract.ts';
import type { FieldSpec, FieldValue, FormValues, OwnField } from '../../../blocks/record-form/types.ts';
import { fieldName } from '../../../lib/fields.ts';
import { ScopeFields } from './scope-fields.tsx';
import type { Shown } from './scope-result.tsx';

/** A form's value is a text: the draft as JSON. */
export const scopeText = (scope: CampaignScope): string => JSON.stringify(draftOf(scope));

function draftIn(value: FieldValue | undefined): ScopeDraft {
  return typeof value === 'string' && value !== '' ? (JSON.parse(value) as ScopeDraft) : draftOf(wholeNetwork);
}

/** What the field means; null while no site is chosen. */
export const scopeIn = (value: FieldValue | undefined): CampaignScope | null => scopeOf(draftIn(value));

/** What is wrong with the field, if anything is. */
export function useScopeCheck(): (values: FormValues) => Record<string, string> {
  const { t } = useTranslation('campaigns');
  return (values) => {
    const found: Record<string, string> = scopeIn(values['scope']) === null ? { scope: t('scope.noneChosen') } : {};
    return found;
  };
}

interface Props {
  field: OwnField;
  shown: Shown;
  /** Said before the fields. */
  before?: ReactNode;
  /** Said after them, of the scope as typed (null while no site is chosen), with the way to leave sites out. */
  after?: (scope: CampaignScope | null, leaveOut: (ids: string[]) => void) => ReactNode;
}

export function ScopeField({ field, shown, before, after }: Props): ReactNode {
  const draft = draftIn(field.value);
  const set = (next: ScopeDraft): void => field.onChange(JSON.stringify(next));
  return (
    <Stack gap="sm" role="group" aria-label={fieldName('scope')}>
      <Title order={3} fz={16}>
        {fieldName('scope')}
      </Title>
      {before}
      <ScopeFields draft={draft} onChange={set} readOnly={field.disabled} shown={shown} />
      {field.error !== null && (
        <Text size="sm" c="var(--danger)" role="alert">
          {field.error}
        </Text>
      )}
      {after?.(scopeOf(draft), (ids) => set(withoutSites(draft, ids)))}
    </Stack>
  );
}

/** The field in a form's list. */
export const scopeSpec = (render: (field: OwnField) => ReactNode): FieldSpec => ({
  name: 'scope',
  kind: 'own',
  required: true,
  render,
});
