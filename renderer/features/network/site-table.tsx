/** The sites of the map as a table: the same figures, in any order, chosen and opened from the keyboard. */
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mapSiteAt, type MapColumns, type MapSiteRow } from '#shared/network/columns.ts';
import { coverageShare, per100Employees } from '#shared/network/coverage.ts';
import type { MapLayer } from '#shared/network/scales.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import type { Column } from '../../components/data-table/types.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { ShareBar } from './share-bar.tsx';
import { nameRanks, sortSites, type SiteOrder } from './site-rows.ts';

export interface Order {
  sort: SiteOrder;
  descending: boolean;
}

interface Props {
  label: string;
  columns: MapColumns;
  /** Places in the columns of the sites to show. */
  places: readonly number[];
  territoryName: (id: string | null) => string | null;
  /** All columns, or the name and the figure of one layer. */
  layer: MapLayer | 'all';
  order: Order;
  onOrder: (order: Order) => void;
  openId: string | null;
  onOpen: (id: string) => void;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** Past months have no day of a last activity. */
  past: boolean;
}

export function SiteTable({
  label,
  columns,
  places,
  territoryName,
  layer,
  order,
  onOrder,
  openId,
  onOpen,
  selected,
  onSelect,
  past,
}: Props): ReactNode {
  const { t, i18n } = useTranslation('network');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const ranks = useMemo(() => nameRanks(columns, i18n.language), [columns, i18n.language]);
  const sorted = useMemo(
    () => sortSites(columns, places, order.sort, order.descending, ranks, territoryName),
    [columns, places, order, ranks, territoryName],
  );
  const shown = useMemo((): Column<MapSiteRow>[] => {
    const share = (row: MapSiteRow): ReactNode => <ShareBar share={coverageShare(row)} />;
    const per100 = (row: MapSiteRow): string => format.number(per100Employees(row.initiatives, row.headcount), 1);
    const name: Column<MapSiteRow> = {
      id: 'name',
      label: fieldName('name'),
      width: layer === 'all' ? 200 : 120,
      sort: 'name',
      cell: (row) => row.name,
    };
    const figures: Record<MapLayer, Column<MapSiteRow>> = {
      coverage: {
        id: 'coverage',
        label: t('layer.coverage'),
        width: 130,
        sort: 'coverage',
        align: 'right',
        cell: share,
      },
      headcount: {
        id: 'headcount',
        label: t('layer.headcount'),
        width: 100,
        sort: 'headcount',
        align: 'right',
        cell: (row) => format.number(row.headcount),
      },
      initiatives: {
        id: 'per100',
        label: t('column.per100'),
        width: 130,
        sort: 'per100',
        align: 'right',
        cell: per100,
      },
      lastActivity: {
        id: 'lastActivity',
        label: t('layerLong.lastActivity'),
        width: 130,
        sort: 'lastActivity',
        align: 'right',
        cell: (row) => format.date(row.lastActivity),
      },
    };
    if (layer !== 'all') return [name, figures[layer]];
    return [
      name,
      {
        id: 'territory',
        label: fieldName('territory'),
        width: 140,
        sort: 'territory',
        cell: (row) => territoryName(row.territoryId) ?? '',
      },
      { id: 'kind', label: fieldName('kind'), width: 100, sort: 'kind', cell: (row) => row.kind ?? '' },
      figures.coverage,
      {
        id: 'active',
        label: t('column.active'),
        width: 110,
        sort: 'active',
        align: 'right',
        cell: (row) => t('column.activeOf', { active: format.number(row.active), target: format.number(row.target) }),
      },
      figures.headcount,
      {
        id: 'initiatives',
        label: fieldName('initiatives'),
        width: 96,
        sort: 'initiatives',
        align: 'right',
        cell: (row) => format.number(row.initiatives),
      },
      figures.initiatives,
      ...(past ? [] : [figures.lastActivity]),
    ];
    // The words come with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [layer, past, format, territoryName, i18n.language]);
  const [widths, setWidths] = useState<Record<string, number>>({});
  const sized = useMemo(
    () => shown.map((column) => ({ ...column, width: widths[column.id] ?? column.width })),
    [shown, widths],
  );
  const rows = useMemo(
    () => ({
      total: sorted.length,
      rowAt: (index: number) => (sorted[index] === undefined ? undefined : mapSiteAt(columns, sorted[index])),
      see: () => undefined,
    }),
    [sorted, columns],
  );
  return (
    <DataTable
      label={label}
      columns={sized}
      rows={rows}
      sort={order.sort}
      descending={order.descending}
      onSort={(sort, descending) => onOrder({ sort: sort as SiteOrder, descending })}
      openId={openId}
      onOpen={(row) => onOpen(row.id)}
      selection={{ ids: selected, set: onSelect }}
      onSelectAll={() => onSelect(new Set(sorted.map((at) => columns.id[at] ?? '')))}
      onRange={(from, to) =>
        onSelect(new Set([...selected, ...sorted.slice(from, to + 1).map((at) => columns.id[at] ?? '')]))
      }
      onResize={(id, width) =>
        setWidths(({ [id]: _old, ...others }) => (width === null ? others : { ...others, [id]: width }))
      }
      selectRowLabel={(row) => words('selectRow', { name: row.name })}
      selectAllLabel={words('selectAll')}
    />
  );
}
