/** The year or a month as a table, month by month: the same as the drawing, for those who read rather than look. */
import { Anchor, Group, Table, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import type { TimeItem, TimeRecord, TimeTask } from '../../../lib/time-source.ts';
import { useKindOf } from '../sources.tsx';
import { useDateWords } from '../../../lib/date-words.ts';
import type { LayerMark } from '../layers.ts';
import type { Month } from '../place.ts';
import { TaskCheck } from '../task-check.tsx';
import classes from './year.module.css';

interface Props {
  months: Month[];
  items: TimeItem[];
  /** Given where they are to be checked off. */
  tasks: TimeTask[];
  marks: LayerMark[];
  onOpen: (record: TimeRecord) => void;
  readOnly: boolean;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export function YearTable({ months, items, tasks, marks, onOpen, readOnly }: Props): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const kindOf = useKindOf();
  const dates = useDateWords();
  const titles = new Map(items.map((item) => [item.id, item.title]));
  const touches = (span: { startDate: string; endDate: string }, month: Month): boolean =>
    span.startDate <= month.to && span.endDate >= month.from;
  return (
    <div className={classes['table']} tabIndex={0} role="region" aria-label={t('asTable')}>
      {months.map((month) => {
        const rows = [
          ...items
            .filter((item) => touches(item, month))
            .map((item) => ({
              key: item.id,
              startDate: item.startDate,
              endDate: item.endDate,
              name: (
                <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(item)}>
                  {item.title}
                </Anchor>
              ),
              what: capital(kindOf(item)),
              more: item.status,
            })),
          ...marks
            .filter((mark) => touches(mark, month))
            .map((mark) => ({
              key: mark.key,
              startDate: mark.startDate,
              endDate: mark.endDate,
              name: mark.name,
              what: t(`layer.${mark.layer}`),
              more: mark.layer.startsWith('school') ? '' : (mark.place ?? ''),
            })),
          ...tasks
            .filter((task) => task.dueDate >= month.from && task.dueDate <= month.to)
            .map((task) => ({
              key: task.id,
              startDate: task.dueDate,
              endDate: task.dueDate,
              name: (
                <Group gap={8} wrap="nowrap">
                  <TaskCheck task={task} readOnly={readOnly} small />
                  <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(task.of)}>
                    {task.title}
                  </Anchor>
                </Group>
              ),
              what: t('task'),
              more: titles.get(task.of.id) ?? '',
            })),
        ].sort((a, b) => (a.startDate < b.startDate ? -1 : a.startDate > b.startDate ? 1 : 0));
        return (
          <section key={month.key}>
            <Title order={3} fz={16} mt="md" mb={4}>
              {dates.month(month.from)}
            </Title>
            {rows.length === 0 ? (
              t('nothing')
            ) : (
              <Table verticalSpacing={4} layout="fixed" miw={760}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={110}>{t('first')}</Table.Th>
                    <Table.Th w={110}>{t('last')}</Table.Th>
                    <Table.Th>{t('what')}</Table.Th>
                    <Table.Th w={220}>{t('kind')}</Table.Th>
                    <Table.Th w={160}>{t('moreAbout')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.key}>
                      <Table.Td>{format.date(row.startDate)}</Table.Td>
                      <Table.Td>{row.endDate === row.startDate ? '' : format.date(row.endDate)}</Table.Td>
                      <Table.Td>{row.name}</Table.Td>
                      <Table.Td>{row.what}</Table.Td>
                      <Table.Td>{row.more}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
          </section>
        );
      })}
    </div>
  );
}
