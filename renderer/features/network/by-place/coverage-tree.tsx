/** Coverage by territory: a tree with bars. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageRow } from '#shared/network/contract.ts';
import { coverageShare, type Figures } from '#shared/network/coverage.ts';
import { TreeTable } from '../../../components/tree-table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { ShareBar } from '../share-bar.tsx';
import classes from './coverage.module.css';

interface Props {
  rows: readonly CoverageRow[];
  total: Figures;
  onOpen: (id: string) => void;
}

export function CoverageTree({ rows, total, onOpen }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const cells = (figures: Figures): ReactNode => (
    <>
      <td className={classes['barCell']}>
        <ShareBar share={coverageShare(figures)} />
      </td>
      <td data-align="right">
        {t('column.activeOf', { active: format.number(figures.active), target: format.number(figures.target) })}
      </td>
      <td data-align="right">{format.number(Math.max(0, figures.target - figures.active))}</td>
      <td data-align="right">{format.number(figures.sites)}</td>
      <td data-align="right">{format.number(figures.sites - figures.sitesCovered)}</td>
      <td data-align="right" data-wide>
        {figures.sites > 0 && figures.sites === figures.sitesWithoutHeadcount ? '–' : format.number(figures.headcount)}
      </td>
    </>
  );
  return (
    <TreeTable
      label={t('coverage.byTerritory')}
      rows={rows}
      nameLabel={t('coverage.territory')}
      nameOf={(row) => row.name ?? t('coverage.noTerritory')}
      columns={[
        { label: t('layer.coverage') },
        { label: t('column.active'), align: 'right' },
        { label: t('coverage.missing'), align: 'right' },
        { label: t('coverage.sites'), align: 'right' },
        { label: t('coverage.alone'), align: 'right' },
        { label: t('layer.headcount'), align: 'right', wide: true },
      ]}
      cells={(row) => cells(row.figures)}
      onOpen={(row) => row.id !== null && onOpen(row.id)}
      foot={
        <tr>
          <th scope="row">{t('coverage.whole')}</th>
          {cells(total)}
        </tr>
      }
    />
  );
}
