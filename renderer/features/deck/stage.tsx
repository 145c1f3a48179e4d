/** The chosen slide, large, what was cut on it, and what the speaker says to it. */
import { ActionIcon, Button, Text, Textarea, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff, IconScissors, IconTrash } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeckInfo, DeckSlide } from '#shared/deck/contract.ts';
import { layoutSlide, type LayoutContext } from '#shared/deck/layout.ts';
import { Overtaken } from '../../components/overtaken.tsx';
import { useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './deck.module.css';
import { SlideView } from './slide-view.tsx';
import { slideName } from './slide-name.ts';
import { useTyped } from './use-typed.ts';

interface Props {
  deck: DeckInfo;
  /** With what is being typed. */
  slide: DeckSlide;
  stored: DeckSlide;
  context: LayoutContext;
  number: number;
  count: number;
  readOnly: boolean;
  /** After the slide was removed. */
  onGone: () => void;
}

export function Stage({ deck, slide, stored, context, number, count, readOnly, onGone }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const format = useFormat();
  const cut = useMemo(
    () => layoutSlide(slide, context).boxes.some((box) => box.kind === 'text' && box.truncated),
    [slide, context],
  );
  return (
    <section
      className={classes['stage']}
      aria-label={t('slideOf', { number: format.number(number), count: format.number(count) })}
    >
      <div className={classes['stageBar']}>
        <Text fw={500} truncate>
          {slideName(t, stored)}
        </Text>
        <span className={classes['stageTools']}>
          {cut && (
            <span className={classes['cut']}>
              <IconScissors size={14} stroke={1.8} aria-hidden />
              {t('cut')}
            </span>
          )}
          {!readOnly && <HideButton deck={deck} slide={stored} onGone={onGone} />}
        </span>
      </div>
      <div className={classes['sheet']} data-hidden={stored.hidden || undefined}>
        <SlideView slide={slide} context={context} size="full" deckId={deck.id} />
      </div>
      <Notes key={stored.key} deck={deck} slide={stored} readOnly={readOnly} />
    </section>
  );
}

function HideButton({ deck, slide, onGone }: { deck: DeckInfo; slide: DeckSlide; onGone: () => void }): ReactNode {
  const { t } = useTranslation('deck');
  const update = useWrite('deck.updateSlide', {
    toast: (_output, input) => t(input.hidden === true ? 'wasHidden' : 'wasShown'),
  });
  const remove = useWrite('deck.removeSlides', { toast: () => t('removed'), onDone: onGone });
  const label = t(slide.hidden ? 'show' : 'hide');
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={slide.hidden ? <IconEye size={15} stroke={1.6} /> : <IconEyeOff size={15} stroke={1.6} />}
        loading={update.isPending}
        onClick={() =>
          update.mutate({ deckId: deck.id, key: slide.key, hidden: !slide.hidden }, { onError: showError })
        }
      >
        {label}
      </Button>
      {slide.own && (
        <Tooltip label={t('remove')}>
          <ActionIcon
            aria-label={t('remove')}
            onClick={() => remove.mutate({ deckId: deck.id, keys: [slide.key] }, { onError: showError })}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}

function Notes({ deck, slide, readOnly }: { deck: DeckInfo; slide: DeckSlide; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('deck');
  const update = useWrite('deck.updateSlide', { toast: () => t('notesChanged') });
  const typed = useTyped(slide.notes, (notes) =>
    update.mutate({ deckId: deck.id, key: slide.key, notes }, { onError: showError }),
  );
  return (
    <div className={classes['notes']} data-field>
      <div className={classes['fieldHead']}>
        <label htmlFor="deck-notes">{t('notes')}</label>
        {slide.edited.includes('notes') && !readOnly && !slide.own && (
          <button
            type="button"
            className={classes['reset']}
            onClick={() => update.mutate({ deckId: deck.id, key: slide.key, notes: null }, { onError: showError })}
          >
            {t('toData')}
          </button>
        )}
      </div>
      <Textarea
        id="deck-notes"
        autosize
        minRows={4}
        maxRows={12}
        maxLength={10_000}
        readOnly={readOnly}
        value={typed.text}
        onChange={(event) => typed.change(event.currentTarget.value)}
        onBlur={typed.keep}
        onKeyDown={typed.onKeyDown}
      />
      {typed.overtaken && <Overtaken value={null} onTake={typed.drop} />}
    </div>
  );
}
