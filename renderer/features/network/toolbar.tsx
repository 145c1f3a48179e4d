/** Above the map: what to show, where to look, how to choose. */
import { ActionIcon, NumberInput, Popover, SegmentedControl, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconCircleDotted, IconLasso, IconLayoutSidebarRight, IconMap, IconTable } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mapLayers, type MapLayer } from '#shared/network/scales.ts';
import type { Form } from './map/engine.ts';
import classes from './network.module.css';
import type { Reach } from './use-reach.ts';

interface Props {
  layer: MapLayer;
  onLayer: (layer: MapLayer) => void;
  form: Form;
  onForm: (form: Form) => void;
  past: boolean;
  reach: Reach;
  lasso: boolean;
  onLasso: () => void;
  table: boolean;
  onTable: (table: boolean) => void;
  side: boolean;
  onSide: () => void;
  search: ReactNode;
  /** False when the machine draws no map. */
  canDraw: boolean;
  more: ReactNode;
}

export function Toolbar(props: Props): ReactNode {
  const { t } = useTranslation('network');
  const { form, table, canDraw, reach } = props;
  const onMap = !table && canDraw;
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={t('toolbar')}>
      <SegmentedControl
        size="xs"
        aria-label={t('layers')}
        value={props.layer}
        onChange={(value) => props.onLayer(value as MapLayer)}
        data={mapLayers.map((value) => ({
          value,
          label: t(`layer.${value}`),
          disabled: value === 'lastActivity' && props.past,
        }))}
      />
      {onMap && (
        <SegmentedControl
          size="xs"
          aria-label={t('forms')}
          value={form}
          onChange={(value) => props.onForm(value as Form)}
          data={[
            { value: 'sites', label: t('form.sites') },
            { value: 'territories', label: t('form.territories') },
          ]}
        />
      )}
      {props.search}
      <span className={classes['gap']} />
      {onMap && (
        <Popover position="bottom-end" shadow="md" width={280} trapFocus>
          <Popover.Target>
            <Tooltip label={t('reach.title')}>
              <ActionIcon
                size="lg"
                variant={reach.shown ? 'light' : 'default'}
                color={reach.shown ? 'evergreen' : 'gray'}
                aria-label={t('reach.title')}
              >
                <IconCircleDotted size={17} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="sm">
              <Switch
                label={t('reach.show')}
                checked={reach.shown}
                onChange={(event) => reach.set({ kilometres: reach.kilometres, shown: event.currentTarget.checked })}
              />
              <NumberInput
                label={t('reach.radius')}
                min={1}
                max={500}
                value={reach.kilometres}
                onChange={(value) =>
                  typeof value === 'number' && value >= 1 && reach.set({ shown: true, kilometres: value })
                }
              />
              <Text size="xs" c="dimmed">
                {reach.words ?? t('reach.help')}
              </Text>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
      {onMap && form === 'sites' && (
        <Tooltip label={t('lasso')}>
          <ActionIcon
            size="lg"
            variant={props.lasso ? 'light' : 'default'}
            color={props.lasso ? 'evergreen' : 'gray'}
            aria-label={t('lasso')}
            aria-pressed={props.lasso}
            onClick={props.onLasso}
          >
            <IconLasso size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {props.more}
      {canDraw && (
        <SegmentedControl
          size="xs"
          aria-label={t('show')}
          value={table ? 'table' : 'map'}
          onChange={(value) => props.onTable(value === 'table')}
          data={[
            {
              value: 'map',
              label: (
                <Tooltip label={t('asMap')}>
                  <span style={{ display: 'grid' }}>
                    <IconMap size={16} stroke={1.6} aria-label={t('asMap')} />
                  </span>
                </Tooltip>
              ),
            },
            {
              value: 'table',
              label: (
                <Tooltip label={t('asTable')}>
                  <span style={{ display: 'grid' }}>
                    <IconTable size={16} stroke={1.6} aria-label={t('asTable')} />
                  </span>
                </Tooltip>
              ),
            },
          ]}
        />
      )}
      <Tooltip label={t('toggleSide')}>
        <ActionIcon size="lg" aria-label={t('toggleSide')} aria-expanded={props.side} onClick={props.onSide}>
          <IconLayoutSidebarRight size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
