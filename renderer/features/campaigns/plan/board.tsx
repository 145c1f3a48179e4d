/** The columns of the board and what happens when a card is let go over one. */
import {
  closestCenter,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DndContextProps,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignStatuses, type CampaignStatus } from '#shared/campaigns/lists.ts';
import { useStatusChange } from '../status-change.tsx';
import { useCampaignWords } from '../words.ts';
import { CardFace } from './board-card.tsx';
import { BoardColumn } from './board-column.tsx';
import classes from './board.module.css';
import type { PlanBar } from './plan-bar.ts';
import { heard } from '../../../lib/keys.ts';
import { boardKeys } from '../keys.ts';

interface Props {
  campaigns: PlanBar[];
  open: string | null;
  onOpen: (id: string) => void;
  readOnly: boolean;
}

/** The column under the pointer; for the keys, the one that the card is nearest to. */
const under: CollisionDetection = (args) =>
  args.pointerCoordinates === null ? closestCenter(args) : pointerWithin(args);

/** Arrows go from column to column, whatever their width. */
const toColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = heard(boardKeys, event) !== 'carry' ? 0 : event.code === 'ArrowRight' ? 1 : -1;
  const rects = campaignStatuses.flatMap((status) => context.droppableRects.get(status) ?? []);
  const at = rects.findIndex((rect) => currentCoordinates.x < rect.left + rect.width - 1);
  const target = rects[at + step];
  if (step === 0 || at < 0 || target === undefined) return undefined;
  event.preventDefault();
  return { x: target.left + 8, y: currentCoordinates.y };
};

/** Enter opens a card, as it does everywhere; the space bar takes it and lets it go. */
const codesOf = (line: keyof typeof boardKeys.lines): string[] => [...boardKeys.lines[line].keys];
const keyboardCodes = {
  start: codesOf('take'),
  cancel: codesOf('giveUp'),
  end: [...codesOf('take'), ...codesOf('open')],
};

const ended = (status: CampaignStatus): boolean => status === 'closed' || status === 'archived';

function useAnnouncements(campaigns: PlanBar[]): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('campaigns');
  const words = useCampaignWords();
  return useMemo(() => {
    const nameOf = (id: string | number): string => campaigns.find((bar) => bar.id === id)?.title ?? '';
    const column = (id: string | number): string => words.status(id as CampaignStatus);
    return {
      screenReaderInstructions: { draggable: t('board.help') },
      announcements: {
        onDragStart: ({ active }) => t('board.taken', { name: nameOf(active.id) }),
        onDragOver: ({ active, over }) =>
          over === null ? undefined : t('board.over', { name: nameOf(active.id), status: column(over.id) }),
        onDragEnd: ({ active, over }) =>
          over === null
            ? t('board.back', { name: nameOf(active.id) })
            : t('board.put', { name: nameOf(active.id), status: column(over.id) }),
        onDragCancel: ({ active }) => t('board.back', { name: nameOf(active.id) }),
      },
    };
  }, [campaigns, t, words]);
}

export function Board({ campaigns, open, onOpen, readOnly }: Props): ReactNode {
  const [taken, setTaken] = useState<PlanBar | null>(null);
  const [dropped, setDropped] = useState<PlanBar[] | null>(null);
  // The card that was carried keeps the keys, in its new column or back in the old one.
  const board = useRef<HTMLDivElement>(null);
  const carried = useRef<string | null>(null);
  const refocus = (): void => {
    if (carried.current !== null)
      board.current?.querySelector<HTMLElement>(`[data-card="${carried.current}"]`)?.focus();
    carried.current = null;
  };
  const { ask, asked, question } = useStatusChange(() => refocus());
  const accessibility = useAnnouncements(campaigns);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toColumn, keyboardCodes }),
  );
  const columns = useMemo(() => {
    // Until another plan is read, the card stands where it was let go, unless the question was answered with no.
    const shown = campaigns.map((bar) =>
      asked !== null && dropped === campaigns && bar.id === asked.row.id ? { ...bar, status: asked.status } : bar,
    );
    return campaignStatuses.map((status) => {
      const bars = shown.filter((bar) => bar.status === status);
      return { status, bars: ended(status) ? bars.sort((a, b) => (a.endDate < b.endDate ? 1 : -1)) : bars };
    });
  }, [campaigns, asked, dropped]);
  useEffect(() => {
    if (document.activeElement === document.body) refocus();
  }, [campaigns]);
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    const bar = campaigns.find((one) => one.id === active.id);
    setTaken(null);
    if (bar === undefined || over === null || over.id === bar.status) return;
    setDropped(campaigns);
    carried.current = bar.id;
    ask(bar, over.id as CampaignStatus);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={under}
      accessibility={accessibility}
      onDragStart={({ active }) => setTaken(campaigns.find((bar) => bar.id === active.id) ?? null)}
      onDragEnd={onDragEnd}
      onDragCancel={() => setTaken(null)}
    >
      <div className={classes['board']} ref={board}>
        {columns.map(({ status, bars }) => (
          <BoardColumn key={status} status={status} bars={bars} open={open} onOpen={onOpen} readOnly={readOnly} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {taken !== null && (
          <div className={classes['card']} data-lifted>
            <CardFace bar={taken} />
          </div>
        )}
      </DragOverlay>
      {question}
    </DndContext>
  );
}
