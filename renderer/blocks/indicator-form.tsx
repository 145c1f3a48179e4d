/** One indicator: what is counted, in which unit, and whether it is an input, an output or an impact. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { Indicator } from '#shared/initiatives/contract.ts';
import { call } from '../lib/api.ts';
import { offerUndo } from '../lib/write.ts';
import { useChoices } from '../lib/choices.ts';
import { RecordForm } from './record-form/record-form.tsx';
import type { FormValues } from './record-form/types.ts';

export function IndicatorForm({
  row,
  onDone,
  onCancel,
}: {
  row: Indicator | null;
  onDone: (saved: Indicator) => void;
  onCancel: () => void;
}): ReactNode {
  const { t } = useTranslation('initiatives');
  const { t: words } = useTranslation('table');
  const kinds = useChoices('indicatorKind');
  const save = async (set: FormValues): Promise<void> => {
    const saved =
      row === null
        ? await call('indicators.create', { unit: '', ...set } as InputOf<'indicators.create'>)
        : await call('indicators.update', { id: row.id, set: set as InputOf<'indicators.update'>['set'] });
    onDone(saved);
    await offerUndo(t('indicator.saved', { name: saved.name }));
  };
  return (
    <RecordForm
      draftKey={`indicators:${row?.id ?? 'new'}`}
      specs={[
        { name: 'name', kind: 'text', required: true },
        { name: 'nameEn', kind: 'text' },
        { name: 'code', kind: 'text', half: true, required: true },
        { name: 'unit', kind: 'text', half: true },
        { name: 'kind', kind: 'choice', half: true, required: true, choices: kinds },
        { name: 'decimals', kind: 'integer', half: true },
        { name: 'description', kind: 'long' },
      ]}
      initial={row === null ? { kind: 'output', decimals: 0 } : (row as unknown as FormValues)}
      isNew={row === null}
      readOnly={false}
      submitLabel={words('save')}
      onSave={save}
      onCancel={onCancel}
    />
  );
}
