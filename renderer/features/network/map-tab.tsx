/** The map: sites and territories by what one wants to see, in time, with the table twin and what is chosen beside it. */
import { Select, Text } from '@mantine/core';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mapLayers, type MapLayer } from '#shared/network/scales.ts';
import { parseTimeline } from '#shared/network/timeline.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { call, offerUndo, useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import { showError } from '../../lib/toasts.ts';
import { today } from '../../lib/today.ts';
import { ExportMenu, type MapView } from './export-menu.tsx';
import { headlineOf } from './headline.ts';
import { HeadlineBar } from './headline-bar.tsx';
import type { Form, NetworkMap, Target } from './map/engine.ts';
import { extentOfSites, homeExtent, sitesWithin, type Extent } from './map/extent.ts';
import { columnsAt } from './map/features.ts';
import { Legend } from './map/legend.tsx';
import type { MapContent } from './map/map-canvas.tsx';
import { MapStage, type Placing } from './map/map-stage.tsx';
import mapClasses from './map/map.module.css';
import { StillMap } from './map/still-map.tsx';
import { PlaceSearch } from './map/place-search.tsx';
import { TimeSlider } from './map/time-slider.tsx';
import classes from './network.module.css';
import { SidePanel, type Side } from './panel/side-panel.tsx';
import { SiteTable, type Order } from './site-table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useChoice } from './use-choice.ts';
import { sitesOfTerritory, useDrawing, usePickedPoints, useReach } from './use-map-content.ts';
import { useBaseShapes, type Network, type NetworkFilterInput } from './use-network.ts';

interface Props {
  state: ListState;
  network: Network;
  filter: NetworkFilterInput;
  readOnly: boolean;
}

const noPoints: MapContent['recruits'] = { type: 'FeatureCollection', features: [] };
const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T => values.find((one) => one === value) ?? (values[0] as T);

/** Level of the tree that is drawn: the leaves unless another is asked for. */
const leaves = 'leaves';

export function MapTab({ state, network, filter, readOnly }: Props): ReactNode {
  const { t, i18n } = useTranslation('network');
  const format = useFormat();
  const { base, error: baseError } = useBaseShapes();
  const [month, setMonth] = useState<number | null>(null);
  const [openSide, setSide] = useState<Side>('view');
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [placingBusy, setPlacingBusy] = useState(false);
  const [lasso, setLasso] = useState(false);
  const [reach, setReach] = useState({ shown: false, kilometres: 30 });
  const [order, setOrder] = useState<Order>({ sort: 'headcount', descending: true });
  const [canDraw, setCanDraw] = useState(true);
  const [drawn, setDrawn] = useState(false);
  const map = useRef<NetworkMap | null>(null);

  const past = month !== null;
  const asked = oneOf(mapLayers, state.filter('layer')[0]);
  const layer: MapLayer = past && asked === 'lastActivity' ? 'coverage' : asked;
  const table = !canDraw || state.filter('show')[0] === 'table';
  const form: Form = past || table ? 'sites' : oneOf(['sites', 'territories'] as const, state.filter('form')[0]);
  const level = state.filter('level')[0] ?? leaves;

  const timelineText = useRead('network.timeline', { filter }, { enabled: drawn, keep: true });
  const timeline = useMemo(() => (timelineText.data === undefined ? null : parseTimeline(timelineText.data.timeline)), [timelineText.data]);
  const last = timeline === null ? 0 : timeline.months.length - 1;
  const columns = useMemo(() => (timeline === null || month === null ? network.columns : columnsAt(timeline, month, network.columns)), [timeline, month, network.columns]);
  const changeMonth = useCallback((next: number) => setMonth(next >= last ? null : next), [last]);

  const home = useMemo(() => homeExtent(network.columns), [network.columns]);
  const view = useRef<Extent>(home);
  const [extent, setExtent] = useState<Extent>(home);
  // Without a map to move, nothing is out of view.
  const inView = useMemo(() => (canDraw ? sitesWithin(columns, extent) : columns.id.map((_, at) => at)), [canDraw, columns, extent]);

  const { choice, places, pick, pickTerritory, clear } = useChoice(columns);
  const seen = (): MapView => ({ filter, layer, by: form === 'territories' ? 'territory' : 'site', depth: level === leaves ? null : Number(level), extent: view.current, radiusKm: reach.shown ? reach.kilometres : null, lang: i18n.language === 'en' ? 'en' : 'fr' });

  // A choice that the filters have emptied is none.
  const side = openSide === 'choice' && places.length === 0 && choice.territoryId === null ? 'view' : openSide;
  // The table shows what is in view already.
  const showSide = side !== 'none' && !(table && side === 'view');
  const focus = places.length === 1 ? places[0] ?? null : null;
  const picked = usePickedPoints(columns, choice.territoryId === null ? places : [], focus);
  const circles = useReach(columns, reach.shown, reach.kilometres);
  const within = useRead('network.reach', { filter, radiusKm: reach.kilometres }, { enabled: reach.shown && !past, keep: true }).data;
  const reachWords = !reach.shown || past || within === undefined || within.employees === 0 ? null
    : t('reach.words', { share: format.percent(within.reached / within.employees), radius: format.number(reach.kilometres), reached: format.number(within.reached), employees: format.number(within.employees) });
  const drawing = useDrawing(network, columns, network.rows, filter, layer, form, level === leaves ? null : Number(level));
  const content: MapContent = { marks: drawing.marks, scale: drawing.scale, form, areas: drawing.areas, areaScale: drawing.areaScale, picked, pickedTerritory: choice.territoryId, reach: circles, showReach: reach.shown, recruits: noPoints, placing: placing !== null };
  const headline = useMemo(() => headlineOf(network.rows, network.total, network.columns, today()), [network]);
  const headcounts = useMemo(() => network.columns.headcount.filter((value) => value !== null), [network.columns]);

  const idsAt = (list: readonly number[]): string[] => list.map((at) => columns.id[at] ?? '');
  const showSites = (ids: string[], add = false): void => {
    pick(ids, add);
    setSide('choice');
  };
  const showTerritory = (id: string, move: boolean): void => {
    const inside = sitesOfTerritory(columns, network.rows, id);
    pickTerritory(id, idsAt(inside));
    setSide('choice');
    if (move && inside.length > 0) map.current?.fit(extentOfSites(columns, inside), true);
  };
  const flyTo = (id: string): void => {
    const at = columns.id.indexOf(id);
    showSites([id]);
    if (at !== -1) map.current?.fit([(columns.lon[at] ?? 0) - 0.2, (columns.lat[at] ?? 0) - 0.14, (columns.lon[at] ?? 0) + 0.2, (columns.lat[at] ?? 0) + 0.14], true);
  };
  const onTarget = (target: Target | null, add: boolean, lon: number, lat: number): void => {
    if (target === null) {
      if (!add && side === 'choice') leaveChoice();
    } else if (target.kind === 'site') showSites(idsAt([target.at]), add);
    else if (target.kind === 'territory') showTerritory(target.id, false);
    else {
      const handle = map.current;
      if (handle === null) return;
      const leavesOf = async (): Promise<void> => {
        if (add || !(await handle.open(target.cluster, lon, lat))) showSites(idsAt(await handle.sitesOf(target.cluster)), add);
      };
      leavesOf().catch(showError);
    }
  };
  const leaveChoice = (): void => {
    clear();
    setSide('view');
  };
  const place = async (lat: number, lon: number): Promise<void> => {
    if (placing === null || placingBusy) return;
    setPlacingBusy(true);
    try {
      const round = (value: number): number => Math.round(value * 1e6) / 1e6;
      await call('sites.update', { id: placing.id, set: { lat: round(lat), lon: round(((lon + 540) % 360) - 180) } });
      setPlacing(null);
      await offerUndo(t('placing.done', { name: placing.name }));
    } catch (error) {
      showError(error);
    } finally {
      setPlacingBusy(false);
    }
  };

  const kindsAt = (depth: number): string => [...new Set(network.rows.filter((row) => row.depth === depth && row.kind !== null).map((row) => row.kind ?? ''))].slice(0, 2).join(', ');
  const levels = [{ value: leaves, label: t('levelLeaves') }, ...Array.from({ length: drawing.depths - 1 }, (_, depth) => ({ value: String(depth), label: kindsAt(depth) || t('levelNumber', { number: depth + 1 }) }))];
  const territoryRow = choice.territoryId === null ? null : network.rows.find((row) => row.id === choice.territoryId) ?? null;
  const shownScale = form === 'territories' ? drawing.areaScale : drawing.scale;

  if (baseError !== null) return <ErrorState error={baseError} />;
  if (base === null) return <LoadingPage />;
  return (
    <>
      <HeadlineBar
        headline={headline}
        network={network}
        onTerritory={(id) => showTerritory(id, true)}
        onCoverage={() => state.set({ layer: null })}
        onAlone={() => showSites(idsAt(columns.active.flatMap((active, at) => (active === 0 ? [at] : []))))}
        onFading={() => {
          state.set({ layer: 'lastActivity' });
          setMonth(null);
          showSites(headline.fading.map((at) => network.columns.id[at] ?? ''));
        }}
      />
      <Toolbar
        layer={layer}
        onLayer={(next) => state.set({ layer: next })}
        form={form}
        onForm={(next) => {
          setMonth(null);
          state.set({ form: next });
        }}
        past={past}
        reach={reach}
        onReach={setReach}
        reachWords={reachWords}
        lasso={lasso}
        onLasso={() => setLasso(!lasso)}
        table={table}
        onTable={(next) => state.set({ show: next ? 'table' : null })}
        canDraw={canDraw}
        side={showSide}
        onSide={() => setSide(side === 'none' ? (places.length > 0 || choice.territoryId !== null ? 'choice' : 'view') : 'none')}
        search={<PlaceSearch network={network} onSite={flyTo} onTerritory={(id) => showTerritory(id, true)} onTown={table ? null : (lat, lon) => map.current?.fit([lon - 0.3, lat - 0.2, lon + 0.3, lat + 0.2], true)} />}
        more={past || table ? null : <ExportMenu view={seen} readOnly={readOnly} />}
      />
      {!canDraw && <div className={classes['notice']} role="status"><div><Text size="sm" fw={500}>{t('noMap.title')}</Text><Text size="sm">{t('noMap.text')}</Text></div></div>}
      <div className={classes['stage']} data-side={showSide || undefined}>
        <div className={classes['main']}>
          {table ? (
            <div className={classes['twin']}>
              {!canDraw && <StillMap network={network} filter={filter} />}
              <SiteTable label={t('tableLabel')} columns={columns} places={inView} territoryName={network.territoryName} layer="all" order={order} onOrder={setOrder} openId={focus === null ? null : columns.id[focus] ?? null} onOpen={(id) => showSites([id])} selected={choice.ids} onSelect={(ids) => showSites([...ids])} past={past} />
            </div>
          ) : (
            <MapStage
              base={base}
              content={content}
              columns={columns}
              rows={network.rows}
              past={past}
              view={view}
              home={home}
              lasso={lasso}
              onLassoEnd={(found, add) => {
                setLasso(false);
                if (found !== null && found.length > 0) showSites(idsAt(found), add);
              }}
              placing={placing}
              placingBusy={placingBusy}
              onPlace={(lat, lon) => void place(lat, lon)}
              onPlacingEnd={() => setPlacing(null)}
              onTarget={onTarget}
              onView={(next) => setExtent(next)}
              onMap={(handle) => {
                map.current = handle;
                if (handle === null) return;
                setDrawn(true);
                // A link from another part of the screen names the territory to be shown.
                const asked = state.filter('at')[0];
                if (asked === undefined) return;
                state.set({ at: null });
                showTerritory(asked, true);
              }}
              onFailed={() => {
                setCanDraw(false);
                setDrawn(true);
              }}
              legend={<Legend scale={shownScale} form={form} headcounts={headcounts} missing={drawing.missing} past={past} reach={reachWords} />}
              chips={
                <>
                  {form === 'territories' && levels.length > 1 && <Select size="xs" w={150} aria-label={t('level')} data={levels} value={level} allowDeselect={false} onChange={(next) => state.set({ level: next === leaves ? null : next })} comboboxProps={{ shadow: 'md', width: 220, position: 'bottom-start' }} />}
                  {network.total.sitesWithoutPlace > 0 && <button type="button" className={mapClasses['chip']} onClick={() => setSide('unplaced')}>{t('unplaced.title', { count: network.total.sitesWithoutPlace, number: format.number(network.total.sitesWithoutPlace) })}</button>}
                  {drawing.withoutOutline > 0 && <span className={mapClasses['chip']} style={{ cursor: 'default', lineHeight: '28px' }}>{t('withoutOutline', { count: drawing.withoutOutline, number: format.number(drawing.withoutOutline) })}</span>}
                </>
              }
            />
          )}
          {timeline !== null && timeline.months.length > 1 && <TimeSlider months={timeline.months} month={month ?? last} onMonth={changeMonth} undated={timeline.undated} />}
        </div>
        {showSide && (
          <SidePanel
            state={state}
            side={side}
            columns={columns}
            inView={inView}
            places={places}
            territory={territoryRow === null || territoryRow.id === null || past ? null : { id: territoryRow.id, name: territoryRow.name ?? '', figures: territoryRow.figures }}
            network={network}
            filter={filter}
            layer={layer}
            order={order}
            onOrder={setOrder}
            selected={choice.ids}
            onOpen={(id) => showSites([id])}
            onNear={flyTo}
            onSelect={(ids) => showSites([...ids])}
            onClose={leaveChoice}
            readOnly={readOnly}
            past={past}
            placing={placing}
            onPlace={(id, name) => {
              state.set({ show: null });
              setMonth(null);
              setPlacing({ id, name });
            }}
          />
        )}
      </div>
    </>
  );
}
