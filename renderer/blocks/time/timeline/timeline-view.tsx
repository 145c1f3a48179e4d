/** Items over time: laid in lanes, moved and pulled by hand or by key, opened to their phases and tasks. */
import { Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOfDay, dayNumber } from '#shared/base/days.ts';
import { ErrorState } from '../../../components/error-state.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { today } from '../../../lib/today.ts';
import { isTable } from '../as-switch.tsx';
import { LayersMenu } from '../layers-menu.tsx';
import { useCalendarLayers } from '../layers.ts';
import { usePlace } from '../place.ts';
import { Canvas, type CanvasHandle } from './canvas.tsx';
import { itemsOf, type WholeItem } from './items.ts';
import type { LaneKind } from '../../../lib/time-source.ts';
import { useCounted, usePlan } from '../sources.tsx';
import type { TimeViewProps } from '../view-props.ts';
import { lanesOf, type LaneChoice, type LaneChoices } from './lanes.ts';
import { layoutOf, type Cell } from './rows.ts';
import { scaleAround, type Scale } from './scale.ts';
import classes from './timeline.module.css';
import { TimelineTable } from './table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useEditing } from './use-editing.tsx';
import { useTimelineSettings } from './use-settings.ts';

const noStatuses: LaneChoice[] = [];
const noItems: WholeItem[] = [];

export function TimelineView(props: TimeViewProps): ReactNode {
  const { state, readOnly, onOpen } = props;
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const counted = useCounted();
  const { settings, set } = useTimelineSettings();
  const { day } = usePlace(state);
  const [scale, setScale] = useState<Scale>(() => scaleAround(dayNumber(day), settings.week));
  const [around, setAround] = useState(dayNumber(day));
  /** The days in sight, once the drawing has said so. */
  const [sight, setSight] = useState<{ from: string; to: string } | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const canvas = useRef<CanvasHandle>(null);
  const asTable = isTable(state);
  const [from, to] = [dateOfDay(scale.from), dateOfDay(scale.to)];
  const layers = useCalendarLayers(from, to);
  // The drawing reads further as one scrolls; the table has no such end.
  const { data, error, retry } = usePlan(state, asTable ? '1900-01-01' : from, asTable ? '2199-12-31' : to);

  const items = useMemo(() => (data === undefined ? noItems : itemsOf(data)), [data]);
  const choices = useLaneChoices(settings.lanes, data?.statuses ?? noStatuses);
  const lanes = useMemo(
    () => (choices === null ? [] : lanesOf(items, settings.lanes, choices)),
    [items, settings.lanes, choices],
  );
  const keys = useMemo(() => lanes.flatMap((lane) => lane.items.map((item) => `${lane.id}/${item.id}`)), [lanes]);
  const layout = useMemo(() => layoutOf(lanes, scale, opened), [lanes, scale, opened]);
  const onSight = useDebouncedCallback(
    ({ start, end }: { start: number; end: number }) => setSight({ from: dateOfDay(start), to: dateOfDay(end) }),
    150,
  );
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
  // Another day in the address (something made there, a way from another view), or one that was pressed for.
  const [wanted, setWanted] = useState({ date: day });
  const [address, setAddress] = useState(day);
  if (address !== day) {
    setAddress(day);
    setWanted({ date: day });
  }
  const went = useRef(wanted);
  useEffect(() => {
    if (went.current === wanted) return;
    went.current = wanted;
    (canvas.current === null ? jump : canvas.current.goTo)(dayNumber(wanted.date));
  });
  const toggle = useCallback((key: string) => {
    setOpened((current) => {
      const next = new Set(current);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  const open = ({ item }: Cell): void => onOpen(item.of, item.kind === 'item' ? undefined : 'plan');
  const editing = useEditing({
    items,
    plan: data,
    readOnly,
    opening: (cell) => ({ label: t('open'), run: () => open(cell) }),
    opened,
    onToggle: toggle,
    onOpen,
  });

  const content = (): ReactNode => {
    if (error !== null) return <ErrorState error={error} onRetry={retry} />;
    if (data === undefined || choices === null) return <LoadingPage />;
    if (data.total === 0) return props.nothing((date) => jump(dayNumber(date)));
    return (
      <>
        {data.total > items.length && (
          <Text size="sm" className={classes['note']}>
            {t('tooMany', { shown: format.number(items.length), total: format.number(data.total) })}
          </Text>
        )}
        {asTable ? (
          <TimelineTable
            label={t('title')}
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
            label={t('title')}
            layout={layout}
            scale={scale}
            onScale={onScale}
            onSight={onSight}
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
  return props.frame({
    detail: data === undefined ? undefined : counted((source) => data.totals[source] ?? 0),
    children: (
      <>
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
        {data !== undefined &&
          data.total > 0 &&
          sight !== null &&
          !asTable &&
          props.beyond?.({ ...sight, onGo: (date) => setWanted({ date }) })}
        {content()}
        {editing.dialogs}
      </>
    ),
  });
}

/** The lanes there may be; null until the territories are known. */
function useLaneChoices(kind: LaneKind, statuses: readonly LaneChoice[]): LaneChoices | null {
  const { t } = useTranslation('timeline');
  const territories = useRead('territories.list', {}, { enabled: kind === 'territory' }).data;
  return useMemo(() => {
    switch (kind) {
      case 'territory':
        return territories === undefined
          ? null
          : { known: territories.rows, none: { name: t('wholeNetwork'), isFirst: true } };
      case 'status':
        return { known: statuses, none: { name: '', isFirst: false } };
      case 'theme':
        return { known: null, none: { name: t('noTheme'), isFirst: false } };
      case 'owner':
        return { known: null, none: { name: t('noOwner'), isFirst: false } };
    }
  }, [kind, territories, statuses, t]);
}
