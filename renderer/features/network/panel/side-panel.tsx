/** Beside the map: the sites in view, or what is chosen, or the sites that have no place yet. */
import { ActionIcon, Text, Title, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapColumns } from '#shared/network/columns.ts';
import type { Figures } from '#shared/network/coverage.ts';
import type { MapLayer } from '#shared/network/scales.ts';
import { useFormat } from '../../../lib/format.ts';
import type { ListState } from '../../../lib/list-state.ts';
import type { Placing } from '../map/map-stage.tsx';
import classes from '../network.module.css';
import { SiteTable, type Order } from '../site-table.tsx';
import { filtersInAddress, type Network, type NetworkFilterInput } from '../use-network.ts';
import { Selection } from './selection.tsx';
import { Unplaced } from './unplaced.tsx';
import { heard } from '../../../lib/keys.ts';
import { mapKeys } from '../keys.ts';

export type Side = 'view' | 'choice' | 'unplaced' | 'none';

interface Props {
  state: ListState;
  side: Exclude<Side, 'none'>;
  columns: MapColumns;
  inView: readonly number[];
  places: readonly number[];
  territory: { id: string; name: string; figures: Figures } | null;
  network: Network;
  filter: NetworkFilterInput;
  layer: MapLayer;
  order: Order;
  onOrder: (order: Order) => void;
  selected: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** Shows the site from near. */
  onNear: (id: string) => void;
  onClose: () => void;
  readOnly: boolean;
  past: boolean;
  placing: Placing | null;
  onPlace: (id: string, name: string) => void;
}

export function SidePanel(props: Props): ReactNode {
  const { t } = useTranslation('network');
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const { side, columns, inView, places, network } = props;
  const { sitesWithoutPlace } = network.total;
  const listed = side === 'choice' && places.length > 1 ? places : inView;
  return (
    <aside
      className={classes['side']}
      aria-label={t('sideLabel')}
      onKeyDown={(event) => {
        // The key of a dialog opened from here comes by too, though the dialog stands elsewhere.
        if (
          heard(mapKeys, event) === 'giveUp' &&
          !event.defaultPrevented &&
          side !== 'view' &&
          event.currentTarget.contains(event.target as Node)
        )
          props.onClose();
      }}
    >
      <div className={classes['sideHead']}>
        <div className={classes['sideWords']}>
          {side === 'view' && (
            <>
              <Title order={2} className={classes['sideTitle']}>
                {t('inView', { count: inView.length, number: format.number(inView.length) })}
              </Title>
              <Text size="xs" c="dimmed">
                {t('inViewHelp')}
              </Text>
            </>
          )}
          {side === 'choice' && (
            <Selection
              state={props.state}
              filter={props.filter}
              columns={columns}
              places={places}
              territory={props.territory}
              territoryName={network.territoryName}
              readOnly={props.readOnly}
              past={props.past}
              onMove={(id) => props.onPlace(id, columns.name[columns.id.indexOf(id)] ?? '')}
              onNear={props.onNear}
            />
          )}
          {side === 'unplaced' && (
            <Title order={2} className={classes['sideTitle']}>
              {t('unplaced.title', { count: sitesWithoutPlace, number: format.number(sitesWithoutPlace) })}
            </Title>
          )}
        </div>
        {side !== 'view' && (
          <Tooltip label={words('closePanel')}>
            <ActionIcon aria-label={words('closePanel')} onClick={props.onClose}>
              <IconX size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {/* One list for what is in view and for what is chosen, so that the keyboard stays in it while sites are opened one after another. */}
      {side !== 'unplaced' && (
        <div className={classes['list']}>
          <SiteTable
            label={t('listLabel')}
            columns={columns}
            places={listed}
            territoryName={network.territoryName}
            layer={props.layer}
            order={props.order}
            onOrder={props.onOrder}
            openId={places.length === 1 ? (columns.id[places[0] ?? -1] ?? null) : null}
            onOpen={props.onOpen}
            selected={props.selected}
            onSelect={props.onSelect}
            past={props.past}
          />
        </div>
      )}
      {side === 'unplaced' && (
        <Unplaced
          filter={props.filter}
          narrowed={filtersInAddress(props.state)}
          readOnly={props.readOnly}
          placing={props.placing?.id ?? null}
          onPlace={props.onPlace}
        />
      )}
    </aside>
  );
}
