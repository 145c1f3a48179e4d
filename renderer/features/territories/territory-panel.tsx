/** One territory: its name, its place in the tree, its colour. */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { RecordHistory } from '../../blocks/record-panel/record-history.tsx';
import { RecordPanel } from '../../blocks/record-panel/record-panel.tsx';
import { call } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';

interface Props {
  id: string;
  rows: OutputOf<'territories.list'>['rows'];
  readOnly: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}

export function TerritoryPanel({ id, rows, readOnly, onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('territories');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const row = rows.find((one) => one.id === id);
  if (row === undefined && id !== 'new') return null;
  const kinds = [...new Set(rows.map((one) => one.kind))];
  const specs: FieldSpec[] = [
    { name: 'name', kind: 'text', required: true },
    { name: 'code', kind: 'text', half: true, required: true },
    { name: 'kind', kind: 'suggest', half: true, suggestions: kinds, required: true },
    { name: 'parentId', kind: 'territory' },
    { name: 'colour', kind: 'colour', half: true },
  ];
  if (row === undefined) {
    const create = async (set: FormValues): Promise<void> => {
      const made = await call('territories.create', set as InputOf<'territories.create'>);
      onCreated(made.id);
      await offerUndo(words('created', { name: made.name }));
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
                draftKey="territories:new"
                specs={specs}
                initial={{ kind: kinds[kinds.length - 1] ?? t('region') }}
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
  const save = async (set: FormValues): Promise<void> => {
    const saved = await call('territories.update', { id, set: set as InputOf<'territories.update'>['set'] });
    await offerUndo(words('saved', { name: saved.name }));
  };
  const remove = async (): Promise<void> => {
    try {
      await call('territories.delete', { ids: [id] });
      onClose();
      await offerUndo(t('deleted', { name: row.name }));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <RecordPanel
      title={row.name}
      detail={row.path}
      onClose={onClose}
      tabs={[
        {
          id: 'record',
          label: words('tabs.record'),
          content: (
            <Stack gap="lg">
              <Text size="sm">
                {t('sitesWithin', { count: row.sites, number: format.number(row.sites) })} ·{' '}
                <Anchor component={Link} to={`/sites?territory=${id}`}>
                  {t('seeSites')}
                </Anchor>
              </Text>
              <RecordForm
                draftKey={`territories:${id}`}
                key={id}
                specs={specs}
                initial={row as unknown as FormValues}
                readOnly={readOnly}
                submitLabel={words('save')}
                onSave={save}
              />
              {!readOnly && (
                <Group>
                  <Button variant="subtle" color="red" size="compact-sm" onClick={() => void remove()}>
                    {t('delete')}
                  </Button>
                </Group>
              )}
            </Stack>
          ),
        },
        {
          id: 'history',
          label: words('tabs.history'),
          content: <RecordHistory table="territories" id={id} createdAt={row.createdAt} />,
        },
      ]}
    />
  );
}
