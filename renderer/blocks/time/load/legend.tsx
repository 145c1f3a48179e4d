/** What the colours mean, and the threshold, which can be changed here. */
import { Button, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { loadScale } from './heat/scale.ts';
import { useTheme } from './heat/use-canvas.ts';
import classes from './load.module.css';
import { ThresholdForm } from './threshold-form.tsx';

interface Props {
  threshold: number;
  readOnly: boolean;
  /** What a colour counts, where it is not what is asked of one site. */
  unit?: string;
  /** Instead of colours: how a bar is read. */
  words?: ReactNode;
}

/** At most so many shades are shown up to the threshold. */
const mostShades = 4;

export function Legend({ threshold, readOnly, unit, words }: Props): ReactNode {
  const { t } = useTranslation('load');
  const format = useFormat();
  const [opened, { toggle, close }] = useDisclosure(false);
  const scale = loadScale(useTheme(), threshold);
  const shades = [
    ...new Set(
      Array.from({ length: Math.min(mostShades, threshold) }, (_, index) =>
        Math.round(1 + (index * (threshold - 1)) / Math.max(1, Math.min(mostShades, threshold) - 1)),
      ),
    ),
  ];
  return (
    <section className={classes['legend']} aria-label={t('legend')}>
      {words ?? (
        <>
          <Text size="xs" c="dimmed">
            {unit ?? t('unit')}
          </Text>
          <ul>
            {[0, ...shades].map((load) => (
              <li key={load}>
                <span className={classes['swatch']} style={{ background: scale.of(load) }} aria-hidden="true" />
                {format.number(load)}
              </li>
            ))}
            <li>
              <span
                className={classes['swatch']}
                style={{
                  background: scale.of(threshold + 1),
                  boxShadow: `inset 0 0 0 2px ${scale.frame}`,
                  color: scale.ink,
                }}
                aria-hidden="true"
              >
                {threshold + 1}
              </span>
              {t('more', { number: format.number(threshold) })}
            </li>
          </ul>
        </>
      )}
      <Popover
        opened={opened}
        onChange={(next) => !next && close()}
        position="top-end"
        width={320}
        shadow="md"
        trapFocus
        returnFocus
        withinPortal
      >
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="default"
            aria-expanded={opened}
            aria-haspopup="dialog"
            disabled={readOnly}
            onClick={toggle}
          >
            {t('thresholdIs', { number: format.number(threshold) })}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <ThresholdForm threshold={threshold} onDone={close} />
        </Popover.Dropdown>
      </Popover>
    </section>
  );
}
