/** What a screen reader is told while a slide is moved by the keyboard, in the user's language. */
import type { DndContextProps } from '@dnd-kit/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeckSlide } from '#shared/deck/contract.ts';
import { slideName } from './slide-name.ts';

export function useAnnouncements(slides: DeckSlide[]): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('deck');
  return useMemo(() => {
    const nameOf = (id: string | number): string => {
      const slide = slides.find((one) => one.key === id);
      return slide === undefined ? '' : slideName(t, slide);
    };
    const placeOf = (id: string | number): number => slides.findIndex((one) => one.key === id) + 1;
    return {
      screenReaderInstructions: { draggable: t('drag.help') },
      announcements: {
        onDragStart: ({ active }) =>
          t('drag.start', { name: nameOf(active.id), place: placeOf(active.id), total: slides.length }),
        onDragOver: ({ active, over }) =>
          over === null
            ? undefined
            : t('drag.over', { name: nameOf(active.id), place: placeOf(over.id), total: slides.length }),
        onDragEnd: ({ active, over }) =>
          t('drag.end', { name: nameOf(active.id), place: placeOf((over ?? active).id) }),
        onDragCancel: ({ active }) => t('drag.cancel', { name: nameOf(active.id) }),
      },
    };
  }, [slides, t]);
}
