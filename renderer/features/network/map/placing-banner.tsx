/** Placing a site by hand: click the map, or type the coordinates. */
import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './map.module.css';
import { heard } from '../../../lib/keys.ts';
import { mapKeys } from '../keys.ts';

interface Props {
  name: string;
  busy: boolean;
  onPlace: (lat: number, lon: number) => void;
  onCancel: () => void;
}

const valueOf = (text: string | number): number | null => (typeof text === 'number' ? text : null);

export function PlacingBanner({ name, busy, onPlace, onCancel }: Props): ReactNode {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation('common');
  const [lat, setLat] = useState<number | null>(null);
  const [lon, setLon] = useState<number | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (heard(mapKeys, event) === 'giveUp') onCancel();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onCancel]);
  return (
    <form
      className={`${classes['float'] ?? ''} ${classes['banner'] ?? ''}`}
      aria-label={t('placing.title', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (lat !== null && lon !== null) onPlace(lat, lon);
      }}
    >
      <Text size="sm" fw={500}>
        {t('placing.click', { name })}
      </Text>
      <Group gap={12} wrap="nowrap">
        <NumberInput
          size="xs"
          w={104}
          aria-label={t('placing.lat')}
          placeholder={t('placing.lat')}
          min={-90}
          max={90}
          decimalScale={6}
          decimalSeparator={t('decimalSeparator')}
          hideControls
          clampBehavior="strict"
          onChange={(value) => setLat(valueOf(value))}
        />
        <NumberInput
          size="xs"
          w={104}
          aria-label={t('placing.lon')}
          placeholder={t('placing.lon')}
          min={-180}
          max={180}
          decimalScale={6}
          decimalSeparator={t('decimalSeparator')}
          hideControls
          clampBehavior="strict"
          onChange={(value) => setLon(valueOf(value))}
        />
        <Button type="submit" size="compact-sm" disabled={lat === null || lon === null} loading={busy}>
          {t('placing.here')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {common('cancel')}
        </Button>
      </Group>
    </form>
  );
}
