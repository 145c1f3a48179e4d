/** A page of a report as it will be written: figures to the right, missing values empty, closed lists in words. */
import { localeOf } from '#shared/base/locale.ts';
import type { ReportName } from '#shared/kinds.ts';
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconTableOff } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OutputOf } from '#shared/contract.ts';
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useCatalogue } from '../../lib/features.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import { useWord } from '../../lib/use-word.ts';
import classes from './reports.module.css';

export const pageSize = 50;

type Show = (value: ReportCell, column: ReportColumn) => string;

function useShow(): Show {
  const { t, i18n } = useTranslation('reports');
  const format = useFormat();
  return useMemo(() => {
    // A year, a rank or a latitude is no quantity: it is not cut into thousands.
    const plain = new Intl.NumberFormat(localeOf(i18n.language), {
      useGrouping: false,
      maximumFractionDigits: 10,
    });
    return (value, column) => {
      if (value === null) return '';
      if (typeof value === 'boolean') return value ? t('yes') : t('no');
      if (typeof value === 'number')
        return column.decimals === null ? plain.format(value) : format.number(value, column.decimals);
      return column.type === 'date' ? format.date(value) : (column.terms?.[value] ?? value);
    };
  }, [t, i18n.language, format]);
}

const isFigure = (column: ReportColumn): boolean => column.type === 'integer' || column.type === 'number';

interface Props {
  report: ReportName;
  data: OutputOf<'reports.preview'>;
  page: number;
  /** Whether the scope narrows this report. */
  scoped: boolean;
  filtered: boolean;
  onPage: (page: number) => void;
}

export function Preview({ report, data, page, scoped, filtered, onPage }: Props): ReactNode {
  const { t } = useTranslation('reports');
  const show = useShow();
  const { active } = useScope();
  const { columns, rows, total } = data;
  if (total === 0) return <Nothing report={report} narrowed={scoped && (filtered || active)} />;
  return (
    <>
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('preview')}>
        <table className={classes['table']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col" title={column.help} data-right={isFigure(column) || undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, index) => (
              // Rows have no name of their own: their place on the page is what they are.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                {columns.map((column, place) => {
                  const text = show(cells[place] ?? null, column);
                  return (
                    <td
                      key={column.id}
                      data-right={isFigure(column) || undefined}
                      title={text.length > 40 ? text : undefined}
                    >
                      {text}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager total={total} page={page} onPage={onPage} />
    </>
  );
}

function Pager({ total, page, onPage }: { total: number; page: number; onPage: (page: number) => void }): ReactNode {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const last = Math.ceil(total / pageSize) - 1;
  return (
    <Group className={classes['pager']} justify="flex-end" gap="xs">
      <Text size="sm" c="dimmed" className="figures">
        {t('range', {
          from: format.number(page * pageSize + 1),
          to: format.number(Math.min(total, (page + 1) * pageSize)),
          total: format.number(total),
        })}
      </Text>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={t('previous')}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <IconChevronLeft size={16} stroke={1.8} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={t('next')}
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      >
        <IconChevronRight size={16} stroke={1.8} />
      </ActionIcon>
    </Group>
  );
}

function Nothing({ report, narrowed }: { report: ReportName; narrowed: boolean }): ReactNode {
  const { t } = useTranslation('reports');
  const word = useWord();
  const entry = useCatalogue().reports[report];
  if (narrowed) return <EmptyState icon={IconTableOff} title={t('noMatch')} text={t('noMatchText')} />;
  return (
    <EmptyState
      icon={IconTableOff}
      title={t('empty')}
      text={t('emptyText')}
      actions={
        entry === undefined ? undefined : (
          <Button variant="default" component={Link} to={entry.begin}>
            {word(entry.beginLabel)}
          </Button>
        )
      }
    />
  );
}
