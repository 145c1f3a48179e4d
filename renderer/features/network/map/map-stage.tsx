/** The map with what floats over it: what is under the pointer, the legend, the zoom, the outline being drawn, the site being placed. */
import { ActionIcon, Tooltip as Hint, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapColumns } from '#shared/network/columns.ts';
import type { Network } from '../use-network.ts';
import type { MapEvents, NetworkMap, Target } from './engine.ts';
import type { Extent } from './extent.ts';
import { insideOutline } from './lasso.ts';
import { LassoLayer } from './lasso-layer.tsx';
import { MapCanvas, type MapContent } from './map-canvas.tsx';
import classes from './map.module.css';
import { PlacingBanner } from './placing-banner.tsx';
import { mapColours, type BaseShapes } from './style.ts';
import { Tooltip, type Hover } from './tooltip.tsx';

export interface Placing {
  id: string;
  name: string;
}

interface Props {
  base: BaseShapes & { attribution: string };
  content: MapContent;
  columns: MapColumns;
  rows: Network['rows'];
  past: boolean;
  view: RefObject<Extent>;
  home: Extent;
  lasso: boolean;
  onLassoEnd: (places: number[] | null, add: boolean) => void;
  placing: Placing | null;
  placingBusy: boolean;
  onPlace: (lat: number, lon: number) => void;
  onPlacingEnd: () => void;
  onTarget: (target: Target | null, add: boolean, lon: number, lat: number) => void;
  onView: MapEvents['onView'];
  onStill?: (() => void) | undefined;
  onMap: (map: NetworkMap | null) => void;
  onFailed: () => void;
  /** Chips at the upper left. */
  chips?: ReactNode;
}

export function MapStage(props: Props): ReactNode {
  const { t } = useTranslation('network');
  const theme = useComputedColorScheme('light');
  const map = useRef<NetworkMap | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const { columns, placing, lasso } = props;
  const choose = (outline: { x: number; y: number }[], add: boolean): void => {
    const handle = map.current;
    if (handle === null) return;
    const points = columns.id.map((_, at) => handle.project(columns.lon[at] ?? 0, columns.lat[at] ?? 0));
    props.onLassoEnd(insideOutline(points, outline), add);
  };
  return (
    <div className={classes['wrap']} style={{ ['--map-sea' as string]: mapColours[theme].sea }}>
      <MapCanvas
        base={props.base}
        content={props.content}
        view={props.view}
        onMap={(handle) => {
          map.current = handle;
          props.onMap(handle);
        }}
        onFailed={props.onFailed}
        onHover={(target, x, y) =>
          setHover(target === null ? null : { target, x, y, columns, width: map.current?.canvas().clientWidth ?? 0 })
        }
        onPick={(target, add, lon, lat) => {
          if (placing !== null) props.onPlace(lat, lon);
          else props.onTarget(target, add, lon, lat);
        }}
        onView={props.onView}
        onStill={props.onStill}
      />
      {lasso && <LassoLayer onDrawn={choose} onCancel={() => props.onLassoEnd(null, false)} />}
      {placing === null && !lasso && (
        <Tooltip
          hover={hover?.columns === columns ? hover : null}
          columns={columns}
          rows={props.rows}
          past={props.past}
        />
      )}
      {placing === null && props.chips}
      {placing !== null && (
        <PlacingBanner
          key={placing.id}
          name={placing.name}
          busy={props.placingBusy}
          onPlace={props.onPlace}
          onCancel={props.onPlacingEnd}
        />
      )}
      {lasso && (
        <div className={`${classes['float'] ?? ''} ${classes['banner'] ?? ''}`} role="status">
          {t('lassoHelp')}
        </div>
      )}
      <div className={`${classes['float'] ?? ''} ${classes['zoom'] ?? ''}`}>
        <Hint label={t('zoomIn')} position="left">
          <ActionIcon aria-label={t('zoomIn')} onClick={() => map.current?.zoomBy(1)}>
            <IconPlus size={16} stroke={1.7} />
          </ActionIcon>
        </Hint>
        <Hint label={t('zoomOut')} position="left">
          <ActionIcon aria-label={t('zoomOut')} onClick={() => map.current?.zoomBy(-1)}>
            <IconMinus size={16} stroke={1.7} />
          </ActionIcon>
        </Hint>
        <Hint label={t('zoomHome')} position="left">
          <ActionIcon aria-label={t('zoomHome')} onClick={() => map.current?.fit(props.home, true)}>
            <IconFocusCentered size={16} stroke={1.6} />
          </ActionIcon>
        </Hint>
      </div>
      <div className={classes['attribution']}>{t('attribution', { sources: props.base.attribution })}</div>
    </div>
  );
}
