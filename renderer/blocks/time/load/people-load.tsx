/** The load of active ambassadors by week, as bars: a share of what their site is asked, and the tasks they own. */
import { IconUserQuestion } from '@tabler/icons-react';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { LoadPerson } from '#shared/load/contract.ts';
import { RecordQuick } from '../../record-quick.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useFormat } from '../../../lib/format.ts';
import type { TimeRecord } from '../../../lib/time-source.ts';
import { HeatGrid } from './heat/heat-grid.tsx';
import type { HeatRow } from './heat/scene.ts';
import { Legend } from './legend.tsx';
import { isTable, LoadFrame, type ZoomProps } from './load-frame.tsx';
import { PeopleTable } from './people-table.tsx';
import { SiteAsks } from './site-card.tsx';
import { usePeopleHead, usePeoplePages, type PeopleHead } from './use-load.ts';
import { useHead, useWeekText } from './weeks-head.ts';
import { useRecordAddress } from '../../../lib/features.ts';

const rowHeight = 32;
const drawn = new WeakMap<LoadPerson, { threshold: number; row: HeatRow }>();

function heatRow(row: LoadPerson, threshold: number): HeatRow {
  const known = drawn.get(row);
  if (known?.threshold === threshold) return known.row;
  const made: HeatRow = {
    id: row.id,
    name: row.name,
    detail: row.siteName,
    depth: 0,
    values: row.weeks,
    marks: row.weeks.map((load) => (load > threshold ? '' : null)),
  };
  drawn.set(row, { threshold, row: made });
  return made;
}

export function PeopleLoad(props: ZoomProps): ReactNode {
  const { choice } = props;
  const { t } = useTranslation('load');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const { head, error, retry } = usePeopleHead(choice);
  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (head === undefined) return <LoadingPage />;
    if (head.total === 0)
      return (
        <EmptyState
          icon={IconUserQuestion}
          title={choice.search === '' ? t('noPerson') : tableWords('noMatch')}
          text={choice.search === '' ? t('noPersonText') : tableWords('noMatchText')}
        />
      );
    return isTable(props) ? <PeopleTable head={head} choice={choice} /> : <PeopleMap head={head} {...props} />;
  };
  return (
    <LoadFrame
      {...props}
      detail={
        head === undefined || head.total === 0
          ? undefined
          : t('peopleCount', { count: head.total, number: format.number(head.total) })
      }
    >
      {content()}
    </LoadFrame>
  );
}

/** Apart from its frame, which does not change while it is scrolled. */
function PeopleMap({ head, choice, onOpen, readOnly }: ZoomProps & { head: PeopleHead }): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('load');
  const format = useFormat();
  const navigate = useNavigate();
  const { rowAt, see } = usePeoplePages(choice, head);
  const { mondays, threshold } = head;
  const heatHead = useHead(mondays, null, '');
  const weekText = useWeekText(mondays);
  return (
    <HeatGrid
      label={t('mapOf', { what: t('zooms.people') })}
      head={heatHead}
      threshold={threshold}
      most={head.rows[0]?.peak ?? 0}
      rows={head.total}
      rowAt={(index) => {
        const row = rowAt(index);
        return row === undefined ? undefined : heatRow(row, threshold);
      }}
      see={see}
      rowHeight={rowHeight}
      bars
      weekText={weekText}
      cellText={({ values }, week) => {
        const load = values[week] ?? 0;
        return `${t('asks', { count: load, number: format.number(load, 2) })}${load > threshold ? ` ${t('isOver')}` : ''}`;
      }}
      card={(_row, week, index) => {
        const person = rowAt(index);
        return person === undefined ? null : (
          <PersonCard
            person={person}
            week={week}
            monday={mondays[week] ?? ''}
            title={weekText(week)}
            drafts={choice.drafts}
            onOpen={onOpen}
          />
        );
      }}
      onName={(row) => void navigate(address('person', row.id))}
      foot={
        <Legend
          threshold={threshold}
          readOnly={readOnly}
          words={
            <Text size="xs" c="dimmed" maw={620}>
              {t('peopleHelp')} {t('barsHelp')}
            </Text>
          }
        />
      }
    />
  );
}

function PersonCard({
  person,
  week,
  monday,
  title,
  drafts,
  onOpen,
}: {
  person: LoadPerson;
  week: number;
  monday: string;
  title: string;
  drafts: boolean;
  onOpen: (record: TimeRecord) => void;
}): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('load');
  const format = useFormat();
  const own = person.own[week] ?? 0;
  return (
    <Stack gap={8}>
      <div>
        <Title order={3} id="heat-card" fz={16}>
          <Anchor component={Link} to={address('person', person.id)} inherit>
            {person.name}
          </Anchor>{' '}
          <RecordQuick kind="person" id={person.id} name={person.name} />
        </Title>
        <Text size="sm" c="dimmed">
          {title}
        </Text>
      </div>
      <Text size="sm" fw={600}>
        {t('asks', { count: person.weeks[week] ?? 0, number: format.number(person.weeks[week] ?? 0, 2) })}
      </Text>
      {own > 0 && <Text size="sm">{t('own', { count: own, number: format.number(own) })}</Text>}
      {person.siteId !== null && (
        <>
          <Text size="sm">
            {t('shared', { count: person.sharedBy, number: format.number(person.sharedBy) })}{' '}
            <Anchor component={Link} to={address('site', person.siteId)} size="sm">
              {person.siteName}
            </Anchor>
          </Text>
          <SiteAsks siteId={person.siteId} monday={monday} drafts={drafts} onOpen={onOpen} />
        </>
      )}
    </Stack>
  );
}
