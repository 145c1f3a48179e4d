/** The load of sites by week. */
import { IconBuilding, IconMoodSearch } from '@tabler/icons-react';
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { LoadRow } from '#shared/load/contract.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import { HeatGrid } from './heat/heat-grid.tsx';
import type { HeatRow } from './heat/scene.ts';
import { Legend } from './legend.tsx';
import { isTable, LoadFrame, type ZoomProps } from './load-frame.tsx';
import classes from './load.module.css';
import { SiteCard } from './site-card.tsx';
import { SiteTable } from './site-table.tsx';
import { useSiteHead, useSitePages, type SiteHead } from './use-load.ts';
import { useHead, useWeekText } from './weeks-head.ts';
import { useRecordAddress } from '../../../lib/features.ts';

const rowHeight = 24;
/** Rows as the map draws them, made once for each row that was read. */
const drawn = new WeakMap<LoadRow, { threshold: number; row: HeatRow }>();

function heatRow(row: LoadRow, threshold: number): HeatRow {
  const known = drawn.get(row);
  if (known?.threshold === threshold) return known.row;
  const made: HeatRow = {
    id: row.id,
    name: row.name,
    detail: row.territoryName,
    depth: 0,
    values: row.weeks,
    marks: row.weeks.map((load) => (load > threshold ? String(load) : null)),
  };
  drawn.set(row, { threshold, row: made });
  return made;
}

export function SiteLoad(props: ZoomProps): ReactNode {
  const { choice, readOnly } = props;
  const { t } = useTranslation('load');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const { head, error, retry } = useSiteHead(choice);
  // Other sites in another order are looked at from the first.
  const list = JSON.stringify([choice.order, choice.keep, choice.search, choice.territoryIds, choice.kinds]);
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (head === undefined) return <LoadingPage />;
    if (head.total === 0 && choice.state.filtered)
      return <EmptyState icon={IconMoodSearch} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
    if (head.total === 0)
      return (
        <EmptyState
          icon={IconBuilding}
          title={t('noSite')}
          text={t('noSiteText')}
          actions={
            readOnly ? undefined : (
              <Button component={Link} to="/imports?kind=sites">
                {t('importSites')}
              </Button>
            )
          }
        />
      );
    return isTable(props) ? (
      <SiteTable key={list} head={head} choice={choice} onOpen={props.onOpen} />
    ) : (
      <SiteMap key={list} head={head} {...props} />
    );
  };
  return (
    <LoadFrame
      {...props}
      detail={
        head === undefined || head.total === 0
          ? undefined
          : t('count', {
              count: head.total,
              number: format.number(head.total),
              over: format.number(head.sitesOver),
            })
      }
    >
      {content()}
    </LoadFrame>
  );
}

/** Apart from its frame, which does not change while it is scrolled. */
function SiteMap({ head, choice, onOpen, readOnly }: ZoomProps & { head: SiteHead }): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('load');
  const format = useFormat();
  const navigate = useNavigate();
  const { rowAt, see } = useSitePages(choice, head);
  const { mondays, threshold } = head;
  const heatHead = useHead(mondays, head.over, t('sitesOver'));
  const weekText = useWeekText(mondays);
  return (
    <HeatGrid
      label={t('mapOf', { what: t('zooms.sites') })}
      head={heatHead}
      threshold={threshold}
      most={Math.max(0, ...head.peak)}
      rows={head.total}
      rowAt={(index) => {
        const row = rowAt(index);
        return row === undefined ? undefined : heatRow(row, threshold);
      }}
      see={see}
      rowHeight={rowHeight}
      weekText={weekText}
      cellText={({ values }, week) => {
        const load = values[week] ?? 0;
        return `${t('asks', { count: load, number: format.number(load) })}${load > threshold ? ` ${t('isOver')}` : ''}`;
      }}
      card={(row, week) => (
        <SiteCard
          siteId={row.id}
          name={row.name}
          monday={mondays[week] ?? ''}
          title={weekText(week)}
          drafts={choice.drafts}
          onOpen={onOpen}
        />
      )}
      onName={(row) => void navigate(address('site', row.id))}
      note={
        head.sum.every((load) => load === 0) ? (
          <Text className={classes['note']} size="sm">
            {t('quiet')}
          </Text>
        ) : null
      }
      foot={<Legend threshold={threshold} readOnly={readOnly} />}
    />
  );
}
