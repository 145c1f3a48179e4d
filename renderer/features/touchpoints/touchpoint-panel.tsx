/** One contact: with whom, how, when, what was said and by whom. */
import { Anchor, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InputOf } from '#shared/contract.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { RecordHistory } from '../../blocks/record-panel/record-history.tsx';
import { RecordPanel } from '../../blocks/record-panel/record-panel.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { useRecordAddress } from '../../lib/features.ts';
import { useFormat } from '../../lib/format.ts';
import { today } from '../../lib/today.ts';
import { offerUndo } from '../../lib/write.ts';
import { useTouchpointKinds } from './kinds.ts';

interface Props {
  id: string;
  /** Whom a new contact is with, when the list shows one person's. */
  personId: string | null;
  readOnly: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}

function useSpecs(): FieldSpec[] {
  const kinds = useTouchpointKinds();
  const authors = useRead('touchpoints.authors', {}, { keep: true });
  return [
    { name: 'personId', kind: 'person', required: true },
    { name: 'kind', kind: 'choice', half: true, choices: kinds, required: true },
    { name: 'date', kind: 'date', half: true, required: true },
    { name: 'summary', kind: 'long' },
    { name: 'author', kind: 'suggest', suggestions: (authors.data?.rows ?? []).map((row) => row.author) },
  ];
}

export function TouchpointPanel(props: Props): ReactNode {
  return props.id === 'new' ? <NewTouchpoint {...props} /> : <ExistingTouchpoint {...props} />;
}

function NewTouchpoint({ personId, onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('touchpoints');
  const { t: words } = useTranslation('table');
  const specs = useSpecs();
  const create = async (set: FormValues): Promise<void> => {
    const made = await call('touchpoints.create', set as InputOf<'touchpoints.create'>);
    onCreated(made.id);
    await offerUndo(words('created', { name: t('title') }));
  };
  return (
    <RecordPanel
      title={t('new')}
      onClose={onClose}
      tabs={[
        {
          id: 'record',
          label: words('tabs.record'),
          content: (
            <RecordForm
              draftKey="touchpoints:new"
              specs={specs}
              initial={{ kind: 'call', date: today(), personId }}
              isNew
              readOnly={false}
              submitLabel={words('create')}
              onSave={create}
              onCancel={onClose}
            />
          ),
        },
      ]}
    />
  );
}

function ExistingTouchpoint({ id, readOnly, onClose }: Props): ReactNode {
  const { t } = useTranslation('touchpoints');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const address = useRecordAddress();
  const specs = useSpecs();
  const kinds = useTouchpointKinds();
  const touchpoint = useRead('touchpoints.get', { id }, { keep: true });
  if (touchpoint.error !== null)
    return <ErrorState error={touchpoint.error} onRetry={() => void touchpoint.refetch()} />;
  if (touchpoint.data === undefined) return <LoadingRows />;
  const row = touchpoint.data;
  const kind = kinds.find(({ value }) => value === row.kind)?.label ?? '';
  const title = t('withPerson', { kind, name: row.personName });
  const save = async (set: FormValues): Promise<void> => {
    await call('touchpoints.update', { id, set: set as InputOf<'touchpoints.update'>['set'] });
    await offerUndo(words('saved', { name: title }));
  };
  return (
    <RecordPanel
      title={title}
      detail={[format.date(row.date, 'long'), row.siteName].filter((part) => part !== null).join(' · ')}
      onClose={onClose}
      record={{ kind: 'touchpoint', id, readOnly }}
      tabs={[
        {
          id: 'record',
          label: words('tabs.record'),
          content: (
            <Stack gap="lg">
              <Text size="sm">
                <Anchor component={Link} to={address('person', row.personId)}>
                  {row.personName}
                </Anchor>
              </Text>
              <RecordForm
                draftKey={`touchpoints:${id}`}
                key={row.updatedAt}
                specs={specs}
                initial={row as unknown as FormValues}
                readOnly={readOnly}
                submitLabel={words('save')}
                onSave={save}
              />
            </Stack>
          ),
        },
        {
          id: 'history',
          label: words('tabs.history'),
          content: <RecordHistory table="touchpoints" id={id} createdAt={row.createdAt} />,
        },
      ]}
    />
  );
}
