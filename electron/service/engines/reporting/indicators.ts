/** Indicators as columns: for each its total in the period and the least certain provenance in it. */
import { unitIn, withUnit } from '#shared/base/units.ts';
import type { Language } from '#shared/base/common.ts';
import type { ReportCell, ReportColumn } from '#shared/reports/contract.ts';
import type { ReadDb } from '../../database/tables.ts';
import { sumFiguresBy, type FigureOwner } from '../../domain/initiatives/figures.ts';
import type { ReportContext } from './types.ts';
import { columnHelp, tableText, termsOf } from './words.ts';

export interface IndicatorRow {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  unit: string;
  decimals: number;
}

/** The indicators asked for, all without a choice, in their own order. */
export async function indicatorRows(db: ReadDb, ids: string[]): Promise<IndicatorRow[]> {
  const rows = await db
    .selectFrom('indicators')
    .select(['id', 'code', 'name', 'nameEn', 'unit', 'decimals'])
    .orderBy('position')
    .orderBy('code')
    .execute();
  return ids.length === 0 ? rows : rows.filter((row) => ids.includes(row.id));
}

export const indicatorName = (lang: Language, indicator: Pick<IndicatorRow, 'name' | 'nameEn'>): string =>
  lang === 'en' ? (indicator.nameEn ?? indicator.name) : indicator.name;

export interface IndicatorColumns {
  columns: ReportColumn[];
  /** The cells of these owners, by id; an owner without a measurement has empty ones. */
  cells: (ids: string[]) => Promise<(id: string) => ReportCell[]>;
}

export async function indicatorColumns(
  { db, lang, filter }: ReportContext,
  owner: FigureOwner,
): Promise<IndicatorColumns> {
  const indicators = await indicatorRows(db, filter.indicators);
  const columns = indicators.flatMap((indicator): ReportColumn[] => {
    const name = indicatorName(lang, indicator);
    const unit = indicator.unit === '' ? null : unitIn(indicator.unit, lang);
    return [
      {
        id: `indicator:${indicator.code}`,
        label: withUnit(name, indicator.unit, lang),
        help: columnHelp(lang, '', 'indicator'),
        type: 'number',
        unit,
        decimals: indicator.decimals,
        terms: null,
      },
      {
        id: `indicator:${indicator.code}:provenance`,
        label: tableText(lang, 'sheet.provenanceOf', { name }),
        help: columnHelp(lang, '', 'indicatorProvenance'),
        type: 'enum',
        unit: null,
        decimals: null,
        terms: termsOf(lang, 'provenance'),
      },
    ];
  });
  return {
    columns,
    cells: async (ids) => {
      const sums = await sumFiguresBy(db, owner, ids, { from: filter.from, to: filter.to });
      return (id) => {
        const own = sums.get(id);
        return indicators.flatMap((indicator): ReportCell[] => {
          const sum = own?.get(indicator.id);
          return sum === undefined ? [null, null] : [sum.total, sum.provenance];
        });
      };
    },
  };
}
