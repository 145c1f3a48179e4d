/** At the upper left of the map: the level of the territories, what could not be drawn, and the places far from the rest. */
import { Select, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import type { Drawing } from '../use-map-content.ts';
import type { Network } from '../use-network.ts';
import type { Form } from './engine.ts';
import type { Extent } from './extent.ts';
import type { FarPlace } from './far-places.ts';
import classes from './map.module.css';

interface Props {
  network: Network;
  form: Form;
  depth: number | null;
  onDepth: (depth: number | null) => void;
  drawing: Drawing;
  onUnplaced: () => void;
  farPlaces: readonly FarPlace[];
  onPlace: (extent: Extent) => void;
}

/** The finest territories, whatever their level. */
const leaves = 'leaves';

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

export function Chips({ network, form, depth, onDepth, drawing, onUnplaced, farPlaces, onPlace }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const { sitesWithoutPlace } = network.total;
  const kindsAt = (level: number): string =>
    [...new Set(network.rows.filter((row) => row.depth === level && row.kind !== null).map((row) => row.kind ?? ''))]
      .slice(0, 2)
      .join(', ');
  const levels = [
    { value: leaves, label: t('levelLeaves') },
    ...Array.from({ length: drawing.depths - 1 }, (_, level) => ({
      value: String(level),
      label: capital(kindsAt(level)) || t('levelNumber', { number: level + 1 }),
    })),
  ];
  return (
    <div className={classes['top']}>
      {form === 'territories' && levels.length > 1 && (
        <Select
          size="xs"
          w={150}
          aria-label={t('level')}
          data={levels}
          value={depth === null || depth >= drawing.depths - 1 ? leaves : String(depth)}
          allowDeselect={false}
          onChange={(next) => onDepth(next === null || next === leaves ? null : Number(next))}
          comboboxProps={{ shadow: 'md', width: 220, position: 'bottom-start' }}
        />
      )}
      {sitesWithoutPlace > 0 && (
        <button type="button" className={classes['chip']} onClick={onUnplaced}>
          {t('unplaced.title', { count: sitesWithoutPlace, number: format.number(sitesWithoutPlace) })}
        </button>
      )}
      {drawing.withoutOutline > 0 && (
        <span className={classes['chip']} data-still>
          {t('withoutOutline', { count: drawing.withoutOutline, number: format.number(drawing.withoutOutline) })}
        </span>
      )}
      {farPlaces.length > 0 && (
        <div className={classes['far']} role="group" aria-label={t('far.title')}>
          {farPlaces.map(({ code, name, extent, sites }) => (
            <Tooltip
              key={code}
              position="bottom"
              label={code === 'FR' ? t('far.mainlandLong') : t('sites', { count: sites, number: format.number(sites) })}
            >
              <button type="button" onClick={() => onPlace(extent)}>
                {code === 'FR' ? t('far.mainland') : name}
              </button>
            </Tooltip>
          ))}
        </div>
      )}
    </div>
  );
}
