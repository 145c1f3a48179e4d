/** The network month by month since its beginning, by hand or played. */
import { ActionIcon, Slider, Text, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerTrackNext } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './map.module.css';
import { useMonthName } from '../months.ts';

interface Props {
  months: string[];
  /** Place in `months`; the last is today. */
  month: number;
  onMonth: (month: number) => void;
  /** Active people whose beginning is unknown. */
  undated: number;
}

/** Milliseconds a month; a long past is skipped through, so that it plays in about half a minute. */
const pace = 450;
const longest = 72;

export function TimeSlider({ months, month, onMonth, undated }: Props): ReactNode {
  const { t } = useTranslation('network');
  const monthName = useMonthName();
  const [playing, setPlaying] = useState(false);
  const last = months.length - 1;
  const step = Math.max(1, Math.ceil(months.length / longest));
  const ended = month >= last;
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      const next = Math.min(last, month + step);
      onMonth(next);
      if (next === last) setPlaying(false);
    }, pace);
    return () => clearTimeout(timer);
  }, [playing, month, last, step, onMonth]);
  const name = ended ? t('time.today') : monthName(months[month] ?? '');
  return (
    <div className={classes['slider']} role="group" aria-label={t('time.title')}>
      <Tooltip label={t(playing ? 'time.pause' : 'time.play')}>
        <ActionIcon
          size="lg"
          variant="default"
          aria-label={t(playing ? 'time.pause' : 'time.play')}
          onClick={() => {
            if (!playing && ended) onMonth(0);
            setPlaying(!playing);
          }}
        >
          {playing ? <IconPlayerPause size={17} stroke={1.6} /> : <IconPlayerPlay size={17} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
      <Text size="sm" fw={500} className={classes['month']} aria-live={playing ? 'off' : 'polite'}>
        {name}
      </Text>
      <Slider
        flex={1}
        min={0}
        max={last}
        value={month}
        label={null}
        thumbLabel={t('time.title')}
        thumbProps={{ 'aria-valuetext': name }}
        marks={months.flatMap((one, at) =>
          one.endsWith('-01') &&
          at > last * 0.02 &&
          at < last * 0.96 &&
          (months.length <= 130 || Number(one.slice(0, 4)) % 5 === 0)
            ? [{ value: at, label: one.slice(0, 4) }]
            : [],
        )}
        mb={18}
        onChange={(value) => {
          setPlaying(false);
          onMonth(value);
        }}
      />
      <Tooltip
        label={undated > 0 ? t('time.undated', { count: undated, number: String(undated) }) : t('time.toToday')}
        multiline
        maw={320}
      >
        <ActionIcon
          size="lg"
          aria-label={t('time.toToday')}
          disabled={ended}
          onClick={() => {
            setPlaying(false);
            onMonth(last);
          }}
        >
          <IconPlayerTrackNext size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
