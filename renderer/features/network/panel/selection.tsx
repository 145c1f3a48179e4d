/** What was chosen on the map: its figures summed, its sites, and what can be done with them. */
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { MapColumns } from '#shared/network/columns.ts';
import { coverageShare, per100Employees, sumFigures, type Figures } from '#shared/network/coverage.ts';
import { ListExport } from '../../../blocks/export-dialog/list-export.tsx';
import { useTerm } from '../../../lib/choices.ts';
import { chosenSitesLink } from '../../../lib/chosen-sites.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import type { ListState } from '../../../lib/list-state.ts';
import { rowsAt } from '../map/features.ts';
import classes from '../network.module.css';
import { ShareBar } from '../share-bar.tsx';
import { filtersInAddress, type NetworkFilterInput } from '../use-network.ts';
import { FollowUpDialog } from './follow-up-dialog.tsx';
import { useRecordAddress } from '../../../lib/features.ts';

interface Props {
  state: ListState;
  filter: NetworkFilterInput;
  columns: MapColumns;
  places: readonly number[];
  /** The territory that was chosen whole. */
  territory: { id: string; name: string; figures: Figures } | null;
  territoryName: (id: string | null) => string | null;
  readOnly: boolean;
  past: boolean;
  onMove: (id: string) => void;
  onNear: (id: string) => void;
}

export function Selection({
  state,
  filter,
  columns,
  places,
  territory,
  territoryName,
  readOnly,
  past,
  onMove,
  onNear,
}: Props): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('network');
  const format = useFormat();
  const term = useTerm();
  const navigate = useNavigate();
  const rows = useMemo(() => rowsAt(columns, places), [columns, places]);
  const sum = territory?.figures ?? sumFigures(rows);
  const [first] = rows;
  const single = territory === null && rows.length === 1 && first !== undefined ? first : null;
  const ids = rows.map((row) => row.id);
  const [following, setFollowing] = useState(false);
  // A territory has sites without a place too: the lists go by the filters, which find them.
  const shared =
    territory === null
      ? ''
      : [`territory=${territory.id}`, filtersInAddress(state, 'territory')].filter((part) => part !== '').join('&');
  const open = (path: '/sites' | '/people'): void => {
    const { to, state: brought } =
      territory === null
        ? chosenSitesLink(path, ids)
        : { to: path === '/sites' ? `/sites?status=open&${shared}` : `/people?territory=${territory.id}`, state: null };
    void navigate(to, { state: brought });
  };
  const title =
    territory?.name ?? single?.name ?? t('sites', { count: rows.length, number: format.number(rows.length) });
  const detail =
    single === null
      ? territory === null
        ? null
        : t('sites', { count: sum.sites, number: format.number(sum.sites) })
      : [
          single.kind,
          territoryName(single.territoryId),
          single.accuracy === 'site' ? null : term('accuracy', single.accuracy),
        ]
          .filter((part) => part !== null)
          .join(' · ');
  return (
    <>
      <Title order={2} className={classes['sideTitle']}>
        {title}
      </Title>
      {detail !== null && detail !== '' && (
        <Text size="sm" c="dimmed">
          {detail}
        </Text>
      )}
      <Stack gap="sm" mt="sm">
        <ShareBar share={coverageShare(sum)} />
        <dl className={classes['facts']}>
          <dt>{t('fact.active')}</dt>
          <dd>{t('column.activeOf', { active: format.number(sum.active), target: format.number(sum.target) })}</dd>
          {single === null && (
            <>
              <dt>{t('fact.alone')}</dt>
              <dd>
                {t('fact.of', { part: format.number(sum.sites - sum.sitesCovered), whole: format.number(sum.sites) })}
              </dd>
            </>
          )}
          <dt>{fieldName('headcount')}</dt>
          <dd>
            {sum.sites === sum.sitesWithoutHeadcount
              ? t('fact.unknown')
              : sum.sitesWithoutHeadcount > 0
                ? t('fact.headcountPartly', { number: format.number(sum.headcount), count: sum.sitesWithoutHeadcount })
                : format.number(sum.headcount)}
          </dd>
          <dt>{fieldName('initiatives')}</dt>
          <dd>{format.number(sum.initiatives)}</dd>
          <dt>{t('column.per100')}</dt>
          <dd>{format.number(per100Employees(sum.initiativesOfCounted, sum.headcount), 1)}</dd>
          {!past && (
            <>
              <dt>{t('layerLong.lastActivity')}</dt>
              <dd>{sum.lastActivity === null ? t('fact.never') : format.date(sum.lastActivity)}</dd>
            </>
          )}
        </dl>
        <Group gap="xs">
          {single !== null && (
            <Button component={Link} to={address('site', single.id)} size="compact-sm">
              {t('action.openSite')}
            </Button>
          )}
          {single === null && (
            <Button size="compact-sm" onClick={() => open('/sites')}>
              {t('action.openSites')}
            </Button>
          )}
          <Button variant="default" size="compact-sm" onClick={() => open('/people')}>
            {t('action.openPeople')}
          </Button>
          {!past && (
            <Button variant="default" size="compact-sm" disabled={sum.active === 0} onClick={() => setFollowing(true)}>
              {t('action.followUp')}
            </Button>
          )}
          {territory === null && rows.length > 0 && (
            <ListExport list="sites" title={t('form.sites')} count={rows.length} narrowed={{}} ids={ids} chosen />
          )}
          {single !== null && (
            <Button variant="default" size="compact-sm" onClick={() => onNear(single.id)}>
              {t('action.near')}
            </Button>
          )}
          {single !== null && !readOnly && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconMapPin size={15} stroke={1.6} />}
              onClick={() => onMove(single.id)}
            >
              {t('action.move')}
            </Button>
          )}
        </Group>
        <FollowUpDialog
          filter={
            following ? { ...filter, ...(territory === null ? { ids } : { territoryIds: [territory.id] }) } : null
          }
          readOnly={readOnly}
          onClose={() => setFollowing(false)}
        />
        {single !== null && single.active === 0 && (
          <Text size="sm">
            {t('fact.nobodyHere')}{' '}
            <Anchor component={Link} to={`/people?site=${single.id}`} size="sm">
              {t('fact.whoIsThere')}
            </Anchor>
          </Text>
        )}
      </Stack>
    </>
  );
}
