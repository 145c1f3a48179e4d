/** What the colours and sizes mean, the missing value among them. */
import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scale } from '#shared/network/scales.ts';
import { useFormat, type Format } from '../../../lib/format.ts';
import type { Form } from './engine.ts';
import classes from './map.module.css';
import { headcountRadius, headcountStep } from './paint.ts';

/** The words of each class, from the least to the most. */
export function classWords(scale: Scale, t: TFunction<'network'>, format: Format): string[] {
  const { layer, breaks } = scale;
  const number = (value: number): string => (layer === 'coverage' ? format.percent(value) : format.number(value, 1));
  return scale.colours.map((_, at) => {
    const [from, to] = [breaks[at - 1], breaks[at]];
    if (layer === 'lastActivity') return to === undefined ? t('legend.overDays', { days: number(from ?? 0) }) : t('legend.days', { from: number(from ?? 0), to: number(to) });
    if (scale.hollow && at === 0) return t(layer === 'coverage' ? 'legend.nobody' : 'legend.none');
    if (layer === 'coverage' && to === undefined) return t('legend.full');
    if (to === undefined) return t('legend.from', { from: number(from ?? 0) });
    if (from === undefined || from < 1e-6) return t('legend.under', { to: number(to) });
    return t('legend.between', { from: number(from), to: number(to) });
  });
}

interface Props {
  scale: Scale;
  form: Form;
  headcounts: number[];
  /** Sites or territories whose value is missing. */
  missing: number;
  past: boolean;
  /** What the circles reach, in words. */
  reach?: string | null;
}

export function Legend({ scale, form, headcounts, missing, past, reach = null }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const sized = scale.layer === 'headcount' && form === 'sites';
  const words = classWords(scale, t, format);
  return (
    <section className={classes['legend']} aria-label={t('legend.title')}>
      <Text size="xs" fw={600}>{t(`layerLong.${scale.layer}`)}</Text>
      <Text size="xs" c="dimmed" mb={6}>{scale.layer === 'initiatives' && past ? t('legend.initiativesPast') : t(`unit.${scale.layer}`)}</Text>
      {sized ? <Sizes headcounts={headcounts} colour={scale.colours[Math.floor(scale.colours.length / 2)] ?? scale.missing} /> : (
        <ul>
          {words.map((word, at) => (
            <li key={word}>
              <span className={classes['swatch']} data-round={form === 'sites' || undefined} style={{ background: scale.colours[at] }} aria-hidden />
              {word}
            </li>
          ))}
        </ul>
      )}
      {missing > 0 && (
        <ul>
          <li>
            <span className={classes['hatched']} data-round={form === 'sites' || undefined} aria-hidden />
            {form === 'sites' ? t('legend.missingSites', { count: missing, number: format.number(missing) }) : t('legend.missingTerritories', { count: missing, number: format.number(missing) })}
          </li>
        </ul>
      )}
      {form === 'sites' && <Text size="xs" c="dimmed" mt={6} maw={190}>{scale.layer === 'coverage' ? t('legend.rings') : t('legend.gathered')}</Text>}
      {reach !== null && <Text size="xs" mt={6} maw={190}>{reach}</Text>}
    </section>
  );
}

function Sizes({ headcounts, colour }: { headcounts: number[]; colour: string }): ReactNode {
  const format = useFormat();
  const step = headcountStep(headcounts);
  const most = headcounts.reduce((a, b) => Math.max(a, b), 1);
  const power = 10 ** Math.floor(Math.log10(most));
  const shown = [...new Set([power / 10, power, Math.floor(most / power) * power])].filter((value) => value >= 1);
  return (
    <ul>
      {shown.map((value) => {
        const radius = headcountRadius(value, step, 3);
        return (
          <li key={value}>
            <span className={classes['size']} aria-hidden><svg width={34} height={2 * radius + 2}><circle cx={17} cy={radius + 1} r={radius} fill={colour} stroke="var(--ink)" strokeOpacity={0.6} /></svg></span>
            {format.number(value)}
          </li>
        );
      })}
    </ul>
  );
}
