/** Periods of one's own: inventory, closing of the books, school holidays that the app does not know. */
import { ActionIcon, Button, Group, Menu, Modal, Stack, Table, Text, Title } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarLayers, type CalendarPeriod } from '#shared/calendar/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { RecordForm } from '../../../blocks/record-form/record-form.tsx';
import type { FormValues } from '../../../blocks/record-form/types.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingRows } from '../../../components/loading.tsx';
import { call, useRead } from '../../../lib/api.ts';
import { offerUndo, useWrite } from '../../../lib/write.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import { useReadOnly } from '../../../lib/workspace.ts';

/** Places that have dates of their own; any other may be typed. */
const places = ['A', 'B', 'C', 'Corse', 'Guadeloupe', 'Guyane', 'La Réunion', 'Martinique', 'Mayotte'];

export function PeriodsSection(): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const readOnly = useReadOnly();
  const list = useRead('calendar.periods', {});
  const remove = useWrite('calendar.deletePeriods', { toast: () => t('periods.deleted') });
  const [open, setOpen] = useState<CalendarPeriod | 'new' | null>(null);
  return (
    <section aria-label={t('periods.title')}>
      <Stack gap="sm">
        <Title order={2} fz={18}>
          {t('periods.title')}
        </Title>
        <Text c="dimmed">{t('periods.help')}</Text>
        {!readOnly && (
          <Group>
            <Button variant="default" onClick={() => setOpen('new')}>
              {t('periods.add')}
            </Button>
          </Group>
        )}
        {list.error !== null ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <LoadingRows rows={2} />
        ) : list.data.rows.length === 0 ? (
          <Text>{t('periods.none')}</Text>
        ) : (
          <Table verticalSpacing={8} aria-label={t('periods.title')}>
            <Table.Tbody>
              {list.data.rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Text fw={500}>{row.name}</Text>
                    <Text size="sm" c="dimmed">
                      {[t(`periods.layer.${row.layer}`), row.zone, row.source]
                        .filter((part) => part !== null)
                        .join(' · ')}
                    </Text>
                  </Table.Td>
                  <Table.Td w={190}>
                    <Text size="sm" className="figures">
                      {row.startDate === row.endDate
                        ? format.date(row.startDate)
                        : t('days.span', { from: format.date(row.startDate), to: format.date(row.endDate) })}
                    </Text>
                  </Table.Td>
                  <Table.Td w={48}>
                    {!readOnly && (
                      <Menu position="bottom-end" shadow="md">
                        <Menu.Target>
                          <ActionIcon aria-label={t('days.actionsOn', { name: row.name })}>
                            <IconDots size={16} />
                          </ActionIcon>
                        </Menu.Target>
                        <Menu.Dropdown>
                          <Menu.Item onClick={() => setOpen(row)}>{t('days.edit')}</Menu.Item>
                          <Menu.Item
                            color="red"
                            onClick={() => remove.mutate({ ids: [row.id] }, { onError: showError })}
                          >
                            {t('days.delete')}
                          </Menu.Item>
                        </Menu.Dropdown>
                      </Menu>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'periods.add' : 'periods.edit')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('export.close') }}
        keepMounted={false}
      >
        {open !== null && <PeriodForm row={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Modal>
    </section>
  );
}

function PeriodForm({ row, onDone }: { row: CalendarPeriod | null; onDone: () => void }): ReactNode {
  const { t } = useTranslation('calendar');
  const save = async (set: FormValues): Promise<void> => {
    const {
      id: _id,
      createdAt: _created,
      updatedAt: _updated,
      ...before
    } = row ?? { id: '', createdAt: '', updatedAt: '' };
    const saved = await call('calendar.savePeriod', {
      ...before,
      ...(row === null ? {} : { id: row.id }),
      ...set,
    } as InputOf<'calendar.savePeriod'>);
    onDone();
    await offerUndo(t('days.saved', { name: saved.name }));
  };
  return (
    <RecordForm
      draftKey={`periods:${row?.id ?? 'new'}`}
      specs={[
        { name: 'name', kind: 'text', required: true },
        { name: 'startDate', kind: 'date', half: true, required: true },
        { name: 'endDate', kind: 'date', half: true, required: true },
        {
          name: 'layer',
          kind: 'choice',
          half: true,
          required: true,
          choices: calendarLayers.map((layer) => ({ value: layer, label: t(`periods.layer.${layer}`) })),
        },
        { name: 'zone', kind: 'suggest', half: true, suggestions: places, help: t('periods.zoneHelp') },
        { name: 'source', kind: 'text' },
      ]}
      initial={row === null ? { layer: 'company' } : (row as unknown as FormValues)}
      isNew={row === null}
      readOnly={false}
      submitLabel={t('days.save')}
      onSave={save}
      onCancel={onDone}
      check={(values): Record<string, string> =>
        String(values['startDate'] ?? '') > String(values['endDate'] ?? '') && (values['endDate'] ?? '') !== ''
          ? { endDate: t('endBefore') }
          : {}
      }
    />
  );
}
