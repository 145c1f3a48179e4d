/** What the colours and sizes mean, the missing value among them. */
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
    if (layer === 'lastActivity')
      return to === undefined
        ? t('legend.overDays', { days: number(from ?? 0) })
        : t('legend.days', { from: number(from ?? 0), to: number(to) });
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
  /** Of all sites of the filter, for the sizes of circles. */
  headcounts: number[];
  /** Sites or territories whose value is missing. */
  missing: number;
  past: boolean;
  /** What else is drawn, in words: whom the circles reach. */
  reach?: string | null;
  /** Where there is little room: without the words on rings. */
  brief?: boolean;
}

/** Under the map rather than over it, so that it never hides a site. */
export function Legend({ scale, form, headcounts, missing, past, reach = null, brief = false }: Props): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const sized = scale.layer === 'headcount' && form === 'sites';
  const words = classWords(scale, t, format);
  const round = form === 'sites' || undefined;
  const unit = past && scale.layer === 'initiatives' ? t('legend.initiativesPast') : t(`unit.${scale.layer}`);
  return (
    <section className={classes['legend']} aria-label={t('legend.title')}>
      <p>
        <strong>{t(`layerLong.${scale.layer}`)}</strong> <span>{unit}</span>
        {form === 'sites' && !brief && (
          <small>
            {t(
              scale.layer === 'coverage'
                ? 'legend.rings'
                : scale.layer === 'lastActivity'
                  ? 'legend.awake'
                  : 'legend.gathered',
            )}
          </small>
        )}
      </p>
      <ul>
        {sized ? (
          <Sizes
            headcounts={headcounts}
            colour={scale.colours[Math.floor(scale.colours.length / 2)] ?? scale.missing}
          />
        ) : (
          words.map((word, at) => (
            <li key={word}>
              <span
                className={classes['swatch']}
                data-round={round}
                style={{ background: scale.colours[at] }}
                aria-hidden
              />
              {word}
            </li>
          ))
        )}
        {missing > 0 && (
          <li>
            <span className={classes['hatched']} data-round={round} aria-hidden />
            {form === 'sites'
              ? t('legend.missingSites', { count: missing, number: format.number(missing) })
              : t('legend.missingTerritories', { count: missing, number: format.number(missing) })}
          </li>
        )}
      </ul>
      {reach !== null && <p>{reach}</p>}
    </section>
  );
}

function Sizes({ headcounts, colour }: { headcounts: number[]; colour: string }): ReactNode {
  const format = useFormat();
  const step = headcountStep(headcounts);
  const most = headcounts.reduce((a, b) => Math.max(a, b), 1);
  const power = 10 ** Math.floor(Math.log10(most));
  const shown = [...new Set([power / 10, power, Math.floor(most / power) * power])].filter((value) => value >= 1);
  return shown.map((value) => {
    const radius = headcountRadius(value, step, 3);
    return (
      <li key={value}>
        <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden>
          <circle cx={radius + 1} cy={radius + 1} r={radius} fill={colour} stroke="var(--ink)" strokeOpacity={0.6} />
        </svg>
        {format.number(value)}
      </li>
    );
  });
}
