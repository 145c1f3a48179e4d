/** An item as a band of its colour over days: what the year and the month draw of it in one row. */
import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './item-bar.module.css';
import { useDateWords } from '../../lib/date-words.ts';
import type { TimeItem } from '../../lib/time-source.ts';
import type { Placed } from './lanes.ts';

/** Who comes first where there is not room for all: what sites are living now, then what is being prepared, then what is over. */
export function inTurn(items: TimeItem[]): TimeItem[][] {
  const turns: TimeItem['stage'][][] = [['running', 'ready'], ['draft'], ['over']];
  return turns.map((stages) => items.filter((item) => stages.includes(item.stage)));
}

/** What a bar says beside its name: its dates, where it stands. */
export function useBarLabel(): (item: TimeItem) => string {
  const { t } = useTranslation('calendar');
  const dates = useDateWords();
  return (item) =>
    `${t('dates', { from: dates.short(item.startDate), to: dates.short(item.endDate) })}, ${item.status}`;
}

interface Props {
  placed: Placed<TimeItem>;
  /** How many days it goes over in this row. */
  days: number;
  /** From the top of the row, in pixels. */
  top: number;
  /** Read after its title. */
  label: string;
  isOpen: boolean;
  /** Only one piece of an item is in the order of the keys; the others are the same button again. */
  reachable: boolean;
  onOpen: (item: TimeItem) => void;
  onHover?: (id: string | null) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  onPointerDown?: (event: PointerEvent) => void;
  /** After the title: the phase it is in. */
  more?: string;
  children?: ReactNode;
}

export function ItemBar({
  placed,
  days,
  top,
  label,
  isOpen,
  reachable,
  onOpen,
  onHover,
  onKeyDown,
  onPointerDown,
  more,
  children,
}: Props): ReactNode {
  const { item: bar, opens, closes } = placed;
  const style = {
    '--colour': bar.colour ?? 'var(--muted)',
    top,
    left: opens ? 1 : 0,
    width: `calc(${days * 100}% - ${(opens ? 1 : 0) + (closes ? 1 : 0)}px)`,
  } as CSSProperties;
  return (
    <button
      type="button"
      className={classes['bar']}
      style={style}
      data-bar={bar.id}
      data-stage={bar.stage}
      data-opens={opens || undefined}
      data-closes={closes || undefined}
      data-open={isOpen || undefined}
      tabIndex={reachable ? 0 : -1}
      aria-hidden={reachable ? undefined : true}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(bar);
      }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerEnter={onHover === undefined ? undefined : () => onHover(bar.id)}
      onPointerLeave={onHover === undefined ? undefined : () => onHover(null)}
    >
      {children}
      <span className={classes['title']}>
        {bar.title}
        <span className="visually-hidden"> {label}</span>
      </span>
      {more !== undefined && <span className={classes['more']}>{more}</span>}
    </button>
  );
}
