/** The map in the page: made when the outlines are there, told of every change, taken down with the screen. */
import { useComputedColorScheme } from '@mantine/core';
import type { FeatureCollection } from 'geojson';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '#shared/network/scales.ts';
import { createMap, type Form, type MapEvents, type NetworkMap } from './engine.ts';
import type { Extent } from './extent.ts';
import type { Areas, Marks } from './features.ts';
import classes from './map.module.css';
import { mapColours, type BaseShapes } from './style.ts';

export interface MapContent {
  marks: Marks;
  scale: Scale;
  form: Form;
  areas: Areas | null;
  areaScale: Scale;
  picked: FeatureCollection;
  pickedTerritory: string | null;
  reach: FeatureCollection;
  showReach: boolean;
  recruits: FeatureCollection;
  placing: boolean;
}

interface Props extends Omit<MapEvents, 'onMoving' | 'onStill'> {
  /** Whenever all that was asked for is drawn. */
  onStill?: (() => void) | undefined;
  base: BaseShapes;
  content: MapContent;
  /** Where the map begins; kept up to date, so that a new theme or language shows the same view. */
  view: RefObject<Extent>;
  onMap: (map: NetworkMap | null) => void;
  /** The machine cannot draw it. */
  onFailed: () => void;
}

export function MapCanvas({ base, content, view, onMap, onFailed, onStill, ...events }: Props): ReactNode {
  const { t, i18n } = useTranslation('network');
  const theme = useComputedColorScheme('light');
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<NetworkMap | null>(null);
  const latest = useRef({ events, onMap, onFailed, onStill });
  useEffect(() => {
    latest.current = { events, onMap, onFailed, onStill };
  });

  useEffect(() => {
    const element = container.current;
    if (element === null) return undefined;
    let gone = false;
    let made: NetworkMap | null = null;
    delete element.dataset['mapState'];
    createMap({
      container: element,
      base,
      colours: mapColours[theme],
      lang: i18n.language,
      dayUnit: t('dayUnit'),
      extent: view.current,
      words: { map: t('mapLabel'), scaleUnit: 'metric' },
      events: {
        onHover: (...all) => latest.current.events.onHover(...all),
        onPick: (...all) => latest.current.events.onPick(...all),
        onMoving: () => {
          element.dataset['mapState'] = 'moving';
        },
        onView: (extent, zoom) => {
          view.current = extent;
          latest.current.events.onView(extent, zoom);
        },
        onStill: (marks, sites) => {
          element.dataset['mapState'] = 'ready';
          element.dataset['marks'] = String(marks);
          element.dataset['sites'] = String(sites);
          latest.current.onStill?.();
        },
      },
    }).then(
      (handle) => {
        if (gone) handle.destroy();
        else {
          made = handle;
          setMap(handle);
          latest.current.onMap(handle);
        }
      },
      () => latest.current.onFailed(),
    );
    return () => {
      gone = true;
      made?.destroy();
      setMap(null);
      latest.current.onMap(null);
    };
    // The words come with the language.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [base, theme, i18n.language, view]);

  const { marks, scale, form, areas, areaScale, picked, pickedTerritory, reach, showReach, recruits, placing } =
    content;
  useEffect(() => map?.setMarks(marks, scale, form), [map, marks, scale, form]);
  useEffect(() => {
    if (areas !== null) map?.setAreas(areas, areaScale, form);
  }, [map, areas, areaScale, form]);
  useEffect(() => map?.setPicked(picked, pickedTerritory), [map, picked, pickedTerritory]);
  useEffect(() => map?.setReach(reach, showReach), [map, reach, showReach]);
  useEffect(() => map?.setRecruits(recruits), [map, recruits]);
  useEffect(() => map?.placing(placing), [map, placing]);

  useEffect(() => {
    const element = container.current;
    if (element === null || map === null) return undefined;
    const observer = new ResizeObserver(() => map.resize());
    observer.observe(element);
    return () => observer.disconnect();
  }, [map]);

  return <div ref={container} className={classes['canvas']} />;
}
