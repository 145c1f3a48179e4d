/** The map: sites and territories by what one wants to see, in time, with the table twin and what is chosen beside it. */
import { Text } from '@mantine/core';
import { startTransition, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import type { ListState } from '../../lib/list-state.ts';
import { today } from '../../lib/today.ts';
import { ExportMenu, type MapView } from './export-menu.tsx';
import { headlineOf } from './headline.ts';
import { HeadlineBar } from './headline-bar.tsx';
import { Chips } from './map/chips.tsx';
import type { NetworkMap } from './map/engine.ts';
import { homeExtent, sitesWithin, type Extent } from './map/extent.ts';
import { farPlaces, frenchPlaces } from './map/far-places.ts';
import { Legend } from './map/legend.tsx';
import type { MapContent } from './map/map-canvas.tsx';
import mapClasses from './map/map.module.css';
import { MapStage } from './map/map-stage.tsx';
import { StillMap } from './map/still-map.tsx';
import { PlaceSearch } from './map/place-search.tsx';
import { TimeSlider } from './map/time-slider.tsx';
import { mapOptions } from './use-map-options.ts';
import classes from './network.module.css';
import { SidePanel } from './panel/side-panel.tsx';
import { SiteTable, type Order } from './site-table.tsx';
import { Toolbar } from './toolbar.tsx';
import { useMapChoice } from './use-map-choice.ts';
import { useDrawing, usePickedPoints } from './use-map-content.ts';
import { useMoment } from './use-moment.ts';
import { usePlacing } from './use-placing.ts';
import { useReach } from './use-reach.ts';
import { useBaseShapes, type Network, type NetworkFilterInput } from './use-network.ts';

interface Props {
  state: ListState;
  network: Network;
  filter: NetworkFilterInput;
  readOnly: boolean;
}

/** In the address in the place of a territory: the sites that have no place. */
export const unplacedLink = 'unplaced';

const noPoints: MapContent['recruits'] = { type: 'FeatureCollection', features: [] };

export function MapTab({ state, network, filter, readOnly }: Props): ReactNode {
  const { t, i18n } = useTranslation('network');
  const { base, error: baseError } = useBaseShapes();
  const map = useRef<NetworkMap | null>(null);
  const [canDraw, setCanDraw] = useState(true);
  const [drawn, setDrawn] = useState(false);
  const [lasso, setLasso] = useState(false);
  const [order, setOrder] = useState<Order>({ sort: 'headcount', descending: true });

  const moment = useMoment(network, filter, drawn || mapOptions(state, false, canDraw).table);
  const { past, columns } = moment;
  const { layer, form, depth, table } = mapOptions(state, past, canDraw);
  const chosen = useMapChoice(moment, map);
  const { choice, places, side } = chosen;
  const placing = usePlacing();
  const reach = useReach(filter, columns, past);

  const home = useMemo(() => homeExtent(network.columns), [network.columns]);
  const view = useRef<Extent>(home);
  const [extent, setExtent] = useState<Extent>(home);
  // Without a map to move, nothing is out of view.
  const inView = useMemo(
    () => (canDraw ? sitesWithin(columns, extent) : columns.id.map((_, at) => at)),
    [canDraw, columns, extent],
  );

  const drawing = useDrawing(network, moment, filter, layer, form, depth);
  const picked = usePickedPoints(columns, choice.territoryId === null ? places : [], chosen.focus);
  const content: MapContent = {
    marks: drawing.marks,
    scale: drawing.scale,
    form,
    areas: drawing.areas,
    areaScale: drawing.areaScale,
    picked,
    pickedTerritory: choice.territoryId,
    reach: reach.circles,
    showReach: reach.shown,
    recruits: noPoints,
    placing: placing.placing !== null,
  };
  const headline = useMemo(() => headlineOf(network.rows, network.total, network.columns, today()), [network]);
  const headcounts = useMemo(() => network.columns.headcount.filter((value) => value !== null), [network.columns]);
  const far = useMemo(
    () =>
      base === null
        ? []
        : farPlaces(
            frenchPlaces(base, i18n.language),
            network.columns,
            network.rows.flatMap((row) => row.name ?? []),
          ),
    [base, i18n.language, network],
  );

  // The table shows what is in view already.
  const showSide = side !== 'none' && !(table && side === 'view');
  const territory =
    choice.territoryId === null ? null : (moment.rows.find((row) => row.id === choice.territoryId) ?? null);
  const seen = (): MapView => ({
    filter,
    layer,
    by: form === 'territories' ? 'territory' : 'site',
    depth,
    extent: view.current,
    radiusKm: reach.shown ? reach.kilometres : null,
    lang: i18n.language === 'en' ? 'en' : 'fr',
  });
  const look = (to: Extent): void => map.current?.fit(to, true);
  const onMap = (handle: NetworkMap | null): void => {
    map.current = handle;
    if (handle === null) return;
    // A link from another part of the screen names the territory to be shown, or asks for the sites without a place.
    const asked = state.filter('at')[0];
    if (asked === undefined) return;
    state.set({ at: null });
    if (asked === unplacedLink) chosen.setSide('unplaced');
    else chosen.showTerritory(asked, true);
  };

  if (baseError !== null) return <ErrorState error={baseError} />;
  if (base === null) return <LoadingPage />;
  return (
    <>
      <HeadlineBar
        headline={headline}
        network={network}
        onTerritory={(id) => chosen.showTerritory(id, true)}
        onCoverage={() => state.set({ layer: null })}
        onAlone={() => {
          moment.toToday();
          chosen.showSites(network.columns.id.filter((_, at) => network.columns.active[at] === 0));
        }}
        onFading={() => {
          state.set({ layer: 'lastActivity' });
          moment.toToday();
          chosen.showSites(headline.fading.map((at) => network.columns.id[at] ?? ''));
        }}
      />
      <Toolbar
        layer={layer}
        onLayer={(next) => state.set({ layer: next })}
        form={form}
        onForm={(next) => state.set({ form: next })}
        past={past}
        reach={reach}
        lasso={lasso}
        onLasso={() => setLasso(!lasso)}
        table={table}
        onTable={(next) => state.set({ show: next ? 'table' : null })}
        canDraw={canDraw}
        side={showSide}
        onSide={() =>
          chosen.setSide(
            side === 'none' ? (places.length > 0 || choice.territoryId !== null ? 'choice' : 'view') : 'none',
          )
        }
        search={
          <PlaceSearch
            network={network}
            onSite={chosen.flyTo}
            onTerritory={(id) => chosen.showTerritory(id, true)}
            onTown={table ? null : (lat, lon) => look([lon - 0.3, lat - 0.2, lon + 0.3, lat + 0.2])}
          />
        }
        more={past || table ? null : <ExportMenu view={seen} readOnly={readOnly} />}
      />
      {!canDraw && (
        <div className={classes['notice']} role="status">
          <div>
            <Text size="sm" fw={500}>
              {t('noMap.title')}
            </Text>
            <Text size="sm">{t('noMap.text')}</Text>
          </div>
        </div>
      )}
      <div className={classes['stage']} data-side={showSide || undefined}>
        <div className={classes['main']}>
          {table ? (
            <div className={classes['twin']}>
              {!canDraw && <StillMap network={network} filter={filter} />}
              <SiteTable
                label={t('tableLabel')}
                columns={columns}
                places={inView}
                territoryName={network.territoryName}
                layer="all"
                order={order}
                onOrder={setOrder}
                openId={chosen.focus === null ? null : (columns.id[chosen.focus] ?? null)}
                onOpen={(id) => chosen.showSites([id])}
                selected={choice.ids}
                onSelect={(ids) => chosen.showSites([...ids])}
                past={past}
              />
            </div>
          ) : (
            <MapStage
              base={base}
              content={content}
              columns={columns}
              rows={moment.rows}
              past={past}
              view={view}
              home={home}
              lasso={lasso}
              onLassoEnd={(found, add) => {
                setLasso(false);
                if (found !== null && found.length > 0) chosen.showSites(chosen.idsAt(found), add);
              }}
              placing={placing.placing}
              placingBusy={placing.busy}
              onPlace={(lat, lon) => void placing.place(lat, lon)}
              onPlacingEnd={placing.end}
              onTarget={chosen.onTarget}
              // What lists the sites in view may come a little later than the view, never between its frames.
              onView={(next) => startTransition(() => setExtent(next))}
              onMap={onMap}
              onStill={() => setDrawn(true)}
              onFailed={() => setCanDraw(false)}
              chips={
                <Chips
                  network={network}
                  form={form}
                  depth={depth}
                  onDepth={(next) => state.set({ level: next === null ? null : String(next) })}
                  drawing={drawing}
                  onUnplaced={() => chosen.setSide('unplaced')}
                  farPlaces={far}
                  onPlace={look}
                />
              }
            />
          )}
          {!table && (
            <Legend
              scale={form === 'territories' ? drawing.areaScale : drawing.scale}
              form={form}
              headcounts={headcounts}
              missing={drawing.missing}
              past={past}
              reach={reach.words}
            />
          )}
          {moment.months.length === 0 && <div className={mapClasses['slider']} />}
          {moment.months.length > 1 && (
            <TimeSlider
              months={moment.months}
              month={moment.month}
              onMonth={moment.setMonth}
              undated={moment.undated}
            />
          )}
        </div>
        {showSide && (
          <SidePanel
            state={state}
            side={side}
            columns={columns}
            inView={inView}
            places={places}
            territory={
              territory === null || territory.id === null
                ? null
                : { id: territory.id, name: territory.name ?? '', figures: territory.figures }
            }
            network={network}
            filter={filter}
            layer={layer}
            order={order}
            onOrder={setOrder}
            selected={choice.ids}
            onOpen={(id) => chosen.showSites([id])}
            onNear={chosen.flyTo}
            onSelect={(ids) => chosen.showSites([...ids])}
            onClose={chosen.leave}
            readOnly={readOnly}
            past={past}
            placing={placing.placing}
            onPlace={(id, name) => {
              state.set({ show: null });
              moment.toToday();
              placing.begin({ id, name });
            }}
          />
        )}
      </div>
    </>
  );
}
