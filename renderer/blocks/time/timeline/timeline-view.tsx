/** Campaigns over time: laid in lanes, moved and pulled by hand or by key, opened to their phases and tasks. */
import { Button, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignStatuses } from '#shared/campaigns/lists.ts';
import { dateOfDay, dayNumber } from '#shared/base/days.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { useScope } from '../../../lib/scope.tsx';
import { showError } from '../../../lib/toasts.ts';
import { today } from '../../../lib/today.ts';
import { ViewFrame } from '../../../features/campaigns/view-frame.tsx';
import type { CampaignViewProps } from '../../../features/campaigns/view-props.ts';
import { useCampaignWords } from '../../../features/campaigns/words.ts';
import { tellCollisions } from '../../../features/campaigns/collisions/use-collisions.ts';
import { isTable } from '../as-switch.tsx';
import { LayersMenu } from '../layers-menu.tsx';
import { useCalendarLayers } from '../layers.ts';
import { usePlace } from '../place.ts';
import { usePlan } from '../../../features/campaigns/plan/use-plan.ts';
import { Canvas, type CanvasHandle } from './canvas.tsx';
import { itemsOf, type CampaignItem } from './items.ts';
import { lanesOf, type LaneChoices, type LaneKind } from './lanes.ts';
import { layoutOf, type Cell } from './rows.ts';
import { scaleAround, type Scale } from './scale.ts';
import classes from './timeline.module.css';
import { TimelineTable } from './table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useEditing } from './use-editing.tsx';
import { useTimelineSettings } from './use-settings.ts';

const noItems: CampaignItem[] = [];

export function TimelineView(props: CampaignViewProps): ReactNode {
  const { state, readOnly, open: openCampaign } = props;
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  const { settings, set } = useTimelineSettings();
  const { day } = usePlace(state);
  const [scale, setScale] = useState<Scale>(() => scaleAround(dayNumber(day), settings.week));
  const [around, setAround] = useState(dayNumber(day));
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const canvas = useRef<CanvasHandle>(null);
  const asTable = isTable(state);
  const [from, to] = [dateOfDay(scale.from), dateOfDay(scale.to)];
  const layers = useCalendarLayers(from, to);
  // The drawing reads further as one scrolls; the table has no such end.
  const { data, error, retry } = usePlan(props, asTable ? '1900-01-01' : from, asTable ? '2199-12-31' : to);

  const items = useMemo(
    () => (data === undefined ? noItems : itemsOf(data, (phase) => words.phase(phase.kind))),
    [data, words],
  );
  const choices = useLaneChoices(settings.lanes);
  const lanes = useMemo(
    () => (choices === null ? [] : lanesOf(items, settings.lanes, choices)),
    [items, settings.lanes, choices],
  );
  const keys = useMemo(
    () => lanes.flatMap((lane) => lane.campaigns.map((campaign) => `${lane.id}/${campaign.id}`)),
    [lanes],
  );
  const layout = useMemo(() => layoutOf(lanes, scale, opened), [lanes, scale, opened]);
  const keepWeek = useDebouncedCallback((week: number) => set({ week }), 400);
  const onScale = useCallback(
    (next: Scale) => {
      setScale(next);
      keepWeek(next.week);
    },
    [keepWeek],
  );
  /** To a time that nothing is drawn of yet. */
  const jump = (target: number): void => {
    setAround(target);
    setScale(scaleAround(target, scale.week));
  };
  const toggle = useCallback((key: string) => {
    setOpened((current) => {
      const next = new Set(current);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const open = ({ item }: Cell): void =>
    state.set({ record: item.campaignId, tab: item.kind === 'campaign' ? null : 'plan' });
  const onMoved = useCallback((id: string) => void tellCollisions(id, openCampaign).catch(showError), [openCampaign]);
  const editing = useEditing({
    items,
    plan: data,
    readOnly,
    opening: (cell) => ({ label: t('timeline.open'), run: () => open(cell) }),
    opened,
    onToggle: toggle,
    onMoved,
  });

  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined || choices === null) return <LoadingPage />;
    if (data.total === 0) return <Elsewhere view={props} onGo={(date) => jump(dayNumber(date))} />;
    return (
      <>
        {data.total > items.length && (
          <Text size="sm" className={classes['note']}>
            {t('timeline.tooMany', { shown: format.number(items.length), total: format.number(data.total) })}
          </Text>
        )}
        {asTable ? (
          <TimelineTable
            label={t('view.timeline')}
            lanes={lanes}
            state={editing.state}
            opened={opened}
            onToggle={toggle}
            openId={state.record}
            onOpen={open}
            readOnly={readOnly}
          />
        ) : (
          <Canvas
            ref={canvas}
            label={t('view.timeline')}
            layout={layout}
            scale={scale}
            onScale={onScale}
            around={[around, dayNumber(today())].find((one) => one >= scale.from && one <= scale.to) ?? scale.from}
            editing={editing}
            opened={opened}
            onToggle={toggle}
            hasLanes
            openId={state.record}
            onOpen={open}
            marks={layers.marks}
            readOnly={readOnly}
          />
        )}
      </>
    );
  };
  return (
    <ViewFrame
      {...props}
      detail={data === undefined ? undefined : t('viewCount', { count: data.total, number: format.number(data.total) })}
    >
      <Toolbar
        lanes={settings.lanes}
        onLanes={(next) => set({ lanes: next })}
        week={scale.week}
        onWeek={(week) => (canvas.current === null ? onScale({ ...scale, week }) : canvas.current.zoomTo(week))}
        onToday={() => (canvas.current === null ? jump : canvas.current.goTo)(dayNumber(today()))}
        state={state}
        allOpen={keys.length > 0 && keys.every((key) => opened.has(key))}
        onAll={(isOpen) => setOpened(new Set(isOpen ? keys : []))}
      >
        <LayersMenu until={layers.schoolKnownUntil} />
      </Toolbar>
      {content()}
      {editing.dialogs}
    </ViewFrame>
  );
}

/** The lanes there may be; null until the territories are known. */
function useLaneChoices(kind: LaneKind): LaneChoices | null {
  const { t } = useTranslation('campaigns');
  const words = useCampaignWords();
  const territories = useRead('territories.list', {}, { enabled: kind === 'territory' }).data;
  return useMemo(() => {
    switch (kind) {
      case 'territory':
        return territories === undefined
          ? null
          : { known: territories.rows, none: { name: t('timeline.wholeNetwork'), isFirst: true } };
      case 'status':
        return {
          known: campaignStatuses.map((status) => ({ id: status, name: words.status(status) })),
          none: { name: '', isFirst: false },
        };
      case 'theme':
        return { known: null, none: { name: t('timeline.noTheme'), isFirst: false } };
      case 'owner':
        return { known: null, none: { name: t('timeline.noOwner'), isFirst: false } };
    }
  }, [kind, territories, words, t]);
}

/** Nothing in the time shown: nothing at all, nothing that passes the filter, or campaigns at another time. */
function Elsewhere({ view, onGo }: { view: CampaignViewProps; onGo: (date: string) => void }): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const { scope, active } = useScope();
  const last = useRead('campaigns.list', {
    search: view.state.search,
    limit: 1,
    sort: 'startDate',
    descending: true,
    filter: active ? { ...view.filter, scope } : view.filter,
  });
  const row = last.data?.rows[0];
  if (last.data === undefined) return <LoadingPage />;
  if (row !== undefined)
    return (
      <EmptyState
        icon={IconSpeakerphone}
        title={t('timeline.elsewhere')}
        text={t('timeline.elsewhereText', { name: row.title, date: format.date(row.startDate, 'long') })}
        actions={<Button onClick={() => onGo(row.startDate)}>{t('timeline.goThere')}</Button>}
      />
    );
  if (view.state.filtered)
    return <EmptyState icon={IconSpeakerphone} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
  return (
    <EmptyState
      icon={IconSpeakerphone}
      title={t('empty')}
      text={t('emptyText')}
      actions={view.readOnly ? undefined : view.otherStart}
    />
  );
}
