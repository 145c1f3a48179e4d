/** The figures of one initiative: indicator, value, date, and how well they are known. */
import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconDots, IconRulerMeasure } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf, OutputOf } from '#shared/contract.ts';
import { IndicatorForm } from '../../blocks/indicator-form.tsx';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { useChoices, useTerm } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { today } from '../../lib/today.ts';
import classes from './initiatives.module.css';

type Row = OutputOf<'measurements.list'>['rows'][number];

interface Props {
  initiativeId: string;
  /** The day proposed for a new measurement. */
  date: string | null;
  readOnly: boolean;
}

export function Measurements({ initiativeId, date, readOnly }: Props): ReactNode {
  const { t } = useTranslation('initiatives');
  const list = useRead('measurements.list', { initiativeId, limit: 1000 }, { keep: true });
  const [open, setOpen] = useState<Row | 'new' | null>(null);
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingRows rows={4} />;
  const { rows } = list.data;
  const add = (
    <Button variant={rows.length === 0 ? 'filled' : 'default'} onClick={() => setOpen('new')}>
      {t('measures.add')}
    </Button>
  );
  return (
    <Stack gap="md">
      {rows.length === 0 ? (
        <EmptyState
          icon={IconRulerMeasure}
          title={t('measures.none')}
          text={t('measures.noneText')}
          actions={readOnly ? undefined : add}
        />
      ) : (
        <>
          {!readOnly && <Group>{add}</Group>}
          <div>
            {rows.map((row) => (
              <Entry key={row.id} row={row} readOnly={readOnly} onEdit={() => setOpen(row)} />
            ))}
          </div>
        </>
      )}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'measures.add' : 'measures.edit')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('measures.cancel') }}
      >
        {open !== null && (
          <MeasurementForm
            initiativeId={initiativeId}
            row={open === 'new' ? null : open}
            date={date}
            onClose={() => setOpen(null)}
          />
        )}
      </Modal>
    </Stack>
  );
}

function Entry({ row, readOnly, onEdit }: { row: Row; readOnly: boolean; onEdit: () => void }): ReactNode {
  const { t, i18n } = useTranslation('initiatives');
  const format = useFormat();
  const term = useTerm();
  const remove = useWrite('measurements.delete', { toast: () => t('measures.removed') });
  const name = i18n.language === 'en' ? (row.indicatorNameEn ?? row.indicatorName) : row.indicatorName;
  return (
    <div className={classes['measure']}>
      <div>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          <span className={classes['mark']} data-provenance={row.provenance} aria-hidden="true" />
          {term('provenance', row.provenance)} · {format.date(row.date)}
          {row.source !== null && ` · ${row.source}`}
        </Text>
      </div>
      <span className={classes['value']}>
        {format.number(row.value, row.decimals)}
        {row.unit !== '' && `\u00a0${row.unit}`}
      </span>
      {!readOnly && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon aria-label={t('measures.actions')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>{t('measures.edit')}</Menu.Item>
            <Menu.Item color="red" onClick={() => remove.mutate({ ids: [row.id] })}>
              {t('measures.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}

function MeasurementForm({
  initiativeId,
  row,
  date,
  onClose,
}: {
  initiativeId: string;
  row: Row | null;
  date: string | null;
  onClose: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation('initiatives');
  const indicators = useRead('indicators.list', {});
  const provenances = useChoices('provenance');
  const [making, setMaking] = useState(false);
  if (indicators.data === undefined) return <LoadingRows rows={4} />;
  if (making || indicators.data.rows.length === 0)
    return (
      <IndicatorForm
        row={null}
        onDone={() => setMaking(false)}
        onCancel={indicators.data.rows.length === 0 ? onClose : () => setMaking(false)}
      />
    );
  const specs: FieldSpec[] = [
    {
      name: 'indicatorId',
      kind: 'choice',
      required: true,
      choices: indicators.data.rows.map((one) => ({
        value: one.id,
        label: `${i18n.language === 'en' ? (one.nameEn ?? one.name) : one.name}${one.unit === '' ? '' : ` (${one.unit})`}`,
      })),
    },
    { name: 'value', kind: 'decimal', half: true, required: true },
    { name: 'date', kind: 'date', half: true, required: true },
    { name: 'provenance', kind: 'choice', half: true, required: true, choices: provenances },
    { name: 'source', kind: 'text', half: true },
    { name: 'notes', kind: 'long' },
  ];
  const save = async (set: FormValues): Promise<void> => {
    if (row === null) await call('measurements.create', { initiativeId, ...set } as InputOf<'measurements.create'>);
    else await call('measurements.update', { id: row.id, set: set as InputOf<'measurements.update'>['set'] });
    onClose();
    await offerUndo(t(row === null ? 'measures.added' : 'measures.changed'));
  };
  return (
    <Stack gap="sm">
      <RecordForm
        draftKey={`measurements:${row?.id ?? `${initiativeId}:new`}`}
        specs={specs}
        initial={row === null ? { date: date ?? today(), provenance: 'declared' } : (row as unknown as FormValues)}
        isNew={row === null}
        readOnly={false}
        submitLabel={t('measures.save')}
        onSave={save}
        onCancel={onClose}
      />
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={() => setMaking(true)}>
          {t('measures.newIndicator')}
        </Button>
      </Group>
    </Stack>
  );
}
