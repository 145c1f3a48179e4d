/** Coverage by territory: a tree with bars, folded and walked by key. */
import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoverageRow } from '#shared/contract/network.ts';
import { coverageShare, type Figures } from '#shared/network/coverage.ts';
import { useFormat } from '../../../lib/format.ts';
import { ShareBar } from '../share-bar.tsx';
import classes from './coverage.module.css';
import { closedAtFirst, visibleRows } from './tree.ts';

interface Props {
  rows: readonly CoverageRow[];
  total: Figures;
  onOpen: (id: string) => void;
}

export function CoverageTree({ rows, total, onOpen }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const body = useRef<HTMLTableSectionElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string> | null>(null);
  const [active, setActive] = useState(0);
  const closed = useMemo(() => folded ?? closedAtFirst(rows), [folded, rows]);
  const shown = useMemo(() => visibleRows(rows, closed), [rows, closed]);
  const current = Math.min(active, shown.length - 1);
  const fold = (id: string, close: boolean): void => {
    const next = new Set(closed);
    if (close) next.add(id);
    else next.delete(id);
    setFolded(next);
  };
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setActive(next);
    body.current?.querySelectorAll<HTMLTableRowElement>('tr')[next]?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const line = shown[current];
    if (line === undefined || !(event.target instanceof HTMLTableRowElement)) return;
    const { row, branch, open } = line;
    if (event.key === 'ArrowDown') go(current + 1);
    else if (event.key === 'ArrowUp') go(current - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(shown.length - 1);
    else if (event.key === 'ArrowRight' && branch && row.id !== null) {
      if (open) go(current + 1);
      else fold(row.id, false);
    } else if (event.key === 'ArrowLeft') {
      if (open && row.id !== null) fold(row.id, true);
      else go(shown.findIndex((one) => one.row.id !== null && one.row.id === row.parentId));
    } else if (event.key === 'Enter' && row.id !== null) onOpen(row.id);
    else return;
    event.preventDefault();
  };
  const cells = (figures: Figures): ReactNode => (
    <>
      <td className={classes['barCell']}><ShareBar share={coverageShare(figures)} /></td>
      <td data-align="right">{t('column.activeOf', { active: format.number(figures.active), target: format.number(figures.target) })}</td>
      <td data-align="right">{format.number(Math.max(0, figures.target - figures.active))}</td>
      <td data-align="right">{format.number(figures.sites)}</td>
      <td data-align="right">{format.number(figures.sites - figures.sitesCovered)}</td>
      <td data-align="right">{figures.sites > 0 && figures.sites === figures.sitesWithoutHeadcount ? '–' : format.number(figures.headcount)}</td>
    </>
  );
  return (
    <div className={classes['scroll']}>
      <table className={classes['tree']} role="treegrid" aria-label={t('coverage.byTerritory')}>
        <thead>
          <tr>
            <th>{t('coverage.territory')}</th>
            <th>{t('layer.coverage')}</th>
            <th data-align="right">{t('column.active')}</th>
            <th data-align="right">{t('coverage.missing')}</th>
            <th data-align="right">{t('coverage.sites')}</th>
            <th data-align="right">{t('coverage.alone')}</th>
            <th data-align="right">{t('layer.headcount')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKey}>
          {shown.map(({ row, branch, open }, at) => (
            <tr key={row.id ?? 'none'} aria-level={row.depth + 1} aria-expanded={branch ? open : undefined} tabIndex={at === current ? 0 : -1} onFocus={() => setActive(at)} onClick={() => row.id !== null && onOpen(row.id)}>
              <td style={{ paddingLeft: 8 + row.depth * 20 }}>
                <span className={classes['name']}>
                  {branch ? (
                    <ActionIcon
                      size="sm"
                      tabIndex={-1}
                      aria-label={t(open ? 'coverage.fold' : 'coverage.unfold', { name: row.name ?? '' })}
                      onClick={(event) => {
                        event.stopPropagation();
                        if (row.id !== null) fold(row.id, open);
                      }}
                    >
                      {open ? <IconChevronDown size={15} stroke={1.7} /> : <IconChevronRight size={15} stroke={1.7} />}
                    </ActionIcon>
                  ) : <span className={classes['leaf']} />}
                  <span className={classes['words']}>{row.name ?? t('coverage.noTerritory')}</span>
                </span>
              </td>
              {cells(row.figures)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr><th scope="row">{t('coverage.whole')}</th>{cells(total)}</tr>
        </tfoot>
      </table>
    </div>
  );
}
