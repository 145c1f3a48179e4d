/** The deck over the whole window, to rehearse: arrows and space turn the pages, N shows what to say, Escape ends. */
import { ActionIcon, Button, FocusTrap, Portal } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconNotes, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeckSlide } from '#shared/deck/contract.ts';
import type { LayoutContext } from '#shared/deck/layout.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './rehearsal.module.css';
import { slideName } from './slide-name.ts';
import { SlideView } from './slide-view.tsx';
import { heard } from '../../lib/keys.ts';
import { rehearsalKeys } from './keys.ts';

export function RehearseButton({ disabled, onClick }: { disabled: boolean; onClick: () => void }): ReactNode {
  const { t } = useTranslation('deck');
  return (
    <Button
      variant="default"
      disabled={disabled}
      leftSection={<IconPlayerPlay size={16} stroke={1.6} />}
      onClick={onClick}
    >
      {t('rehearse')}
    </Button>
  );
}

interface Props {
  deckId: string;
  slides: DeckSlide[];
  context: LayoutContext;
  from: number;
  onClose: () => void;
}

export function Rehearsal({ deckId, slides, context, from, onClose }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const format = useFormat();
  const [at, setAt] = useState(from);
  const [withNotes, setWithNotes] = useState(false);
  const slide = slides[Math.min(at, slides.length - 1)];
  const turn = (step: number): void => setAt((now) => Math.max(0, Math.min(slides.length - 1, now + step)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const onButton = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter');
    const line = heard(rehearsalKeys, event);
    if (line === 'close') onClose();
    else if (line === 'ends') setAt(event.key === 'Home' ? 0 : slides.length - 1);
    else if (line === 'notes') setWithNotes((shown) => !shown);
    else if (line === 'next' && !onButton) turn(1);
    else if (line === 'back') turn(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (slide === undefined) return null;
  return (
    <Portal>
      <FocusTrap active>
        <div
          className={classes['stage']}
          role="dialog"
          aria-modal="true"
          aria-label={t('rehearse')}
          onKeyDown={onKeyDown}
          data-notes={withNotes || undefined}
        >
          <div className={classes['sheet']} tabIndex={-1} data-autofocus>
            <SlideView slide={slide} context={context} size="full" deckId={deckId} />
          </div>
          {withNotes && (
            <aside className={classes['notes']} aria-label={t('notes')}>
              {slide.notes}
            </aside>
          )}
          <div className={classes['bar']}>
            <span aria-live="polite" className={classes['place']}>
              {t('slideOf', { number: format.number(at + 1), count: format.number(slides.length) })}
              <span className="visually-hidden">{slideName(t, slide)}</span>
            </span>
            <ActionIcon color="gray.0" aria-label={t('previous')} disabled={at === 0} onClick={() => turn(-1)}>
              <IconChevronLeft size={20} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              color="gray.0"
              aria-label={t('next')}
              disabled={at === slides.length - 1}
              onClick={() => turn(1)}
            >
              <IconChevronRight size={20} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              color="gray.0"
              aria-label={t('notes')}
              aria-pressed={withNotes}
              onClick={() => setWithNotes((shown) => !shown)}
            >
              <IconNotes size={18} stroke={1.6} />
            </ActionIcon>
            <ActionIcon color="gray.0" aria-label={t('close')} onClick={onClose}>
              <IconX size={18} stroke={1.6} />
            </ActionIcon>
          </div>
        </div>
      </FocusTrap>
    </Portal>
  );
}
