/** The slides in order, as small as thumbnails: chosen, moved by drag or by keys, hidden, added. Only those in sight are drawn. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { restrictToVertical } from './restrict.ts';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconEyeOff, IconGripVertical, IconPencil, IconPlus } from '@tabler/icons-react';
import {
  memo,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { addableKinds, type DeckInfo, type DeckSlide } from '#shared/deck/contract.ts';
import type { LayoutContext } from '#shared/deck/layout.ts';
import { useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './rail.module.css';
import { slideName } from './slide-name.ts';
import { SlideView } from './slide-view.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { heard } from '../../lib/keys.ts';
import { railKeys } from './keys.ts';

interface Props {
  deck: DeckInfo;
  slides: DeckSlide[];
  /** When these slides were read, in milliseconds. */
  readAt: number;
  context: LayoutContext;
  current: string | null;
  /** How many are not hidden. */
  shown: number;
  onPick: (key: string) => void;
  readOnly: boolean;
}

export function SlideRail({ deck, slides, readAt, context, current, shown, onPick, readOnly }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const format = useFormat();
  const [moved, setMoved] = useState<{ key: string; to: number; done: number | null } | null>(null);
  const move = useWrite('deck.move', { toast: (_output, { to }) => t('moved', { place: to + 1 }) });
  const list = useRef<HTMLOListElement>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  // Until the slides are read again after the move, the one that was moved stays where it was dropped. It is the reading that
  // counts, not whether anything differs: an undo that came in between leaves the slides as they were.
  const ordered = useMemo(() => {
    if (moved === null || (moved.done !== null && readAt >= moved.done)) return slides;
    const from = slides.findIndex((slide) => slide.key === moved.key);
    return from < 0 ? slides : arrayMove(slides, from, moved.to);
  }, [slides, moved, readAt]);
  const keys = useMemo(() => ordered.map((slide) => slide.key), [ordered]);
  // Another text on a slide is no other order: what is in sight stays there.
  const order = keys.join(' ');
  const announcements = useAnnouncements(ordered);
  const { mutate } = move;
  const moveTo = useCallback(
    (key: string, to: number) => {
      setMoved({ key, to, done: null });
      mutate(
        { deckId: deck.id, key, to },
        {
          onSuccess: () => setMoved({ key, to, done: Date.now() }),
          onError: (error) => {
            setMoved(null);
            showError(error);
          },
        },
      );
    },
    [deck.id, mutate],
  );
  const onDragEnd = ({ active, over }: DragEndEvent): void => {
    if (over !== null && over.id !== active.id) moveTo(String(active.id), keys.indexOf(String(over.id)));
  };
  const at = current === null ? -1 : keys.indexOf(current);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // Keys mean the slide that has the focus, even when it was clicked a moment ago and is not shown large yet.
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key'];
    const held = keys.indexOf(focused ?? current ?? '');
    if (event.defaultPrevented || held < 0) return;
    const line = heard(railKeys, event);
    const next = held + (event.key === 'ArrowDown' ? 1 : -1);
    const target = line === 'ends' ? (event.key === 'Home' ? 0 : keys.length - 1) : next;
    if (line === null || target < 0 || target >= keys.length) return;
    event.preventDefault();
    if (line !== 'carry') onPick(keys[target] ?? '');
    else if (!readOnly) moveTo(keys[held] ?? '', target);
  };
  // The chosen slide is in sight and, when the keys are at work here, has the focus.
  useLayoutEffect(() => {
    const entry = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    if (entry === null || entry === undefined) return;
    entry.scrollIntoView({ block: 'nearest' });
    if (list.current?.contains(document.activeElement) === true && document.activeElement !== entry)
      entry.focus({ preventScroll: true });
  }, [current, order]);
  return (
    <section className={classes['rail']} aria-label={t('slides')}>
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        modifiers={[restrictToVertical]}
        onDragEnd={onDragEnd}
        accessibility={announcements}
      >
        <SortableContext items={keys} strategy={verticalListSortingStrategy}>
          <ol className={classes['list']} ref={list} onKeyDown={onKeyDown}>
            {ordered.map((slide, index) => (
              <Entry
                key={slide.key}
                slide={slide}
                number={index + 1}
                context={context}
                deckId={deck.id}
                current={slide.key === current}
                first={at < 0 && index === 0}
                onPick={onPick}
                readOnly={readOnly}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <div className={classes['foot']}>
        {!readOnly && <AddSlide deck={deck} after={current} onPick={onPick} />}
        <span>{t('count', { count: shown, number: format.number(shown) })}</span>
      </div>
    </section>
  );
}

interface EntryProps {
  slide: DeckSlide;
  number: number;
  context: LayoutContext;
  deckId: string;
  current: boolean;
  first: boolean;
  onPick: (key: string) => void;
  readOnly: boolean;
}

const Entry = memo(function Entry({
  slide,
  number,
  context,
  deckId,
  current,
  first,
  onPick,
  readOnly,
}: EntryProps): ReactNode {
  const { t } = useTranslation('deck');
  const format = useFormat();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: slide.key,
    disabled: readOnly,
  });
  const name = slideName(t, slide);
  const rewritten = slide.edited.length > 0 && !slide.own;
  const label = [
    `${format.number(number)}. ${name}`,
    slide.hidden ? t('hiddenMark') : '',
    rewritten ? t('editedMark') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
  const onPointerDown = listeners?.['onPointerDown'] as React.PointerEventHandler | undefined;
  return (
    <li
      ref={setNodeRef}
      data-key={slide.key}
      className={classes['entry']}
      data-dragging={isDragging || undefined}
      data-hidden={slide.hidden || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <span className={classes['number']} aria-hidden="true">
        {format.number(number)}
      </span>
      <button
        type="button"
        className={classes['thumb']}
        aria-current={current}
        tabIndex={current || first ? 0 : -1}
        onClick={() => onPick(slide.key)}
        onPointerDown={onPointerDown}
      >
        <span className="visually-hidden">{label}</span>
        <LazySlide slide={slide} context={context} deckId={deckId} />
        <span className={classes['marks']} aria-hidden="true">
          {slide.hidden && <IconEyeOff size={14} stroke={1.8} />}
          {rewritten && <IconPencil size={14} stroke={1.8} />}
        </span>
      </button>
      {!readOnly && (
        <ActionIcon
          ref={setActivatorNodeRef}
          className={classes['grip']}
          size="sm"
          {...attributes}
          aria-label={t('grip', { name })}
          tabIndex={current ? 0 : -1}
          {...listeners}
        >
          <IconGripVertical size={14} stroke={1.8} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
});

/** Drawn when it comes near the sight for the first time: three hundred slides cost as many empty frames. */
function LazySlide({
  slide,
  context,
  deckId,
}: {
  slide: DeckSlide;
  context: LayoutContext;
  deckId: string;
}): ReactNode {
  const frame = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '600px 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <span ref={frame} className={classes['frame']}>
      {near && <SlideView slide={slide} context={context} size="thumbnail" deckId={deckId} decorative />}
    </span>
  );
}

function AddSlide({
  deck,
  after,
  onPick,
}: {
  deck: DeckInfo;
  after: string | null;
  onPick: (key: string) => void;
}): ReactNode {
  const { t } = useTranslation('deck');
  const add = useWrite('deck.addSlide', { toast: () => t('added'), onDone: ({ key }) => onPick(key) });
  return (
    <Menu position="top-start" width={240} shadow="md">
      <Menu.Target>
        <Button
          fullWidth
          variant="default"
          px="xs"
          leftSection={<IconPlus size={16} stroke={1.8} />}
          loading={add.isPending}
        >
          {t('add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {addableKinds.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() =>
              add.mutate(
                { deckId: deck.id, kind, after, texts: { title: t(`newTitle.${kind}`) } },
                { onError: showError },
              )
            }
          >
            {t(`addable.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
