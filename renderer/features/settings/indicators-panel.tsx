/** The indicators by which initiatives are measured. */
import { ActionIcon, Button, Group, Menu, Modal, Stack, Table, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '#shared/initiatives/contract.ts';
import { IndicatorForm } from '../../blocks/indicator-form.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { useTerm } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import { useReadOnly } from '../../lib/workspace.ts';

export function IndicatorsPanel(): ReactNode {
  const { t, i18n } = useTranslation('initiatives');
  const readOnly = useReadOnly();
  const term = useTerm();
  const format = useFormat();
  const list = useRead('indicators.list', {});
  const remove = useWrite('indicators.delete', { toast: () => t('indicator.removed') });
  const [open, setOpen] = useState<Indicator | 'new' | null>(null);
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingRows rows={5} />;
  return (
    <Stack gap="md">
      <Text c="dimmed">{t('indicator.help')}</Text>
      {!readOnly && (
        <Group>
          <Button variant="default" onClick={() => setOpen('new')}>
            {t('indicator.new')}
          </Button>
        </Group>
      )}
      {list.data.rows.length === 0 && <Text>{t('indicator.none')}</Text>}
      <Table verticalSpacing={8}>
        <Table.Tbody>
          {list.data.rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Text fw={500}>{i18n.language === 'en' ? (row.nameEn ?? row.name) : row.name}</Text>
                <Text size="sm" c="dimmed">
                  {[row.code, row.unit, term('indicatorKind', row.kind)].filter((part) => part !== '').join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                <Text size="sm" className="figures">
                  {t('indicator.used', { count: row.measurements, number: format.number(row.measurements) })}
                </Text>
              </Table.Td>
              <Table.Td w={48}>
                {!readOnly && (
                  <Menu position="bottom-end" shadow="md">
                    <Menu.Target>
                      <ActionIcon aria-label={t('measures.actions')}>
                        <IconDots size={16} />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item onClick={() => setOpen(row)}>{t('indicator.edit')}</Menu.Item>
                      <Menu.Item color="red" onClick={() => remove.mutate({ ids: [row.id] }, { onError: showError })}>
                        {t('indicator.remove')}
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'indicator.new' : 'indicator.edit')}
        closeButtonProps={{ 'aria-label': t('measures.cancel') }}
        size="lg"
      >
        {open !== null && (
          <IndicatorForm
            row={open === 'new' ? null : open}
            onDone={() => setOpen(null)}
            onCancel={() => setOpen(null)}
          />
        )}
      </Modal>
    </Stack>
  );
}
