/** The layers behind the plan, shown or hidden; their signs make it the legend too. It says where the known dates end. */
import { Anchor, Button, Checkbox, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/format.ts';
import classes from './layers.module.css';
import { layerIds, useLayerChoice, type LayerId } from './layers.ts';

/** The sign of a layer, as the views draw it. */
export function LayerSign({ layer }: { layer: LayerId }): ReactNode {
  return <span className={classes['sign']} data-layer={layer} aria-hidden="true" />;
}

/** `until` is the last day of school holidays that is known, or null while it is read. */
export function LayersMenu({ until }: { until: string | null }): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const [opened, { toggle: open, close }] = useDisclosure(false);
  const { shown, toggle } = useLayerChoice();
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      position="bottom-end"
      width={312}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={classes['target']}
          rightSection={<IconChevronDown size={13} stroke={1.8} aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={open}
        >
          {t('layers')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('layers')}>
        <Stack gap={0} p={6}>
          {layerIds.map((layer) => (
            <Checkbox
              key={layer}
              size="xs"
              className={classes['choice']}
              label={
                <span className={classes['label']}>
                  <LayerSign layer={layer} />
                  {t(`layer.${layer}`)}
                </span>
              }
              checked={shown.has(layer)}
              onChange={() => toggle(layer)}
            />
          ))}
        </Stack>
        <div className={classes['foot']}>
          {until !== null && (
            <Text size="xs" c="dimmed">
              {t('knownUntil', { date: format.date(until, 'long') })}
            </Text>
          )}
          <Anchor component={Link} to="/settings?tab=calendar" size="xs">
            {t('change')}
          </Anchor>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
