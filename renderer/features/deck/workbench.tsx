/** The deck at work: the slides at the left, the chosen one large in the middle with its notes, its texts and the deck's look at the right. */
import { useMemo, useState, type ReactNode } from 'react';
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeckInfo } from '#shared/deck/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import type { LayoutContext } from '#shared/deck/layout.ts';
import { themeOf } from '#shared/deck/themes.ts';
import { Screen } from '../../components/screen.tsx';
import { useFormat } from '../../lib/format.ts';
import { Checks } from './checks.tsx';
import classes from './deck.module.css';
import { DeckHeading } from './deck-heading.tsx';
import { ExportButton, ExportProgress, useExport } from './export.tsx';
import { LookPanel } from './look-panel.tsx';
import { Rehearsal, RehearseButton } from './rehearsal.tsx';
import { SlideForm } from './slide-form.tsx';
import { SlideRail } from './slide-rail.tsx';
import { Stage } from './stage.tsx';
import type { DeckState, PanelName } from './state.ts';
import { drafted, type Draft } from './draft.ts';
import type { WholeDeck } from './whole-deck.ts';

interface Props {
  whole: WholeDeck;
  /** When it was read, in milliseconds. */
  readAt: number;
  editions: OutputOf<'deck.list'>['editions'];
  rows: DeckInfo[];
  state: DeckState;
  readOnly: boolean;
}

export function Workbench({ whole, readAt, editions, rows, state, readOnly }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const format = useFormat();
  const { deck, slides, logo, warnings } = whole;
  const { temperament, primary, accent } = deck.theme;
  const context = useMemo<LayoutContext>(
    () => ({ theme: themeOf({ temperament, primary, accent }), lang: deck.lang, logo }),
    [temperament, primary, accent, deck.lang, logo],
  );
  const [draft, setDraft] = useState<Draft | null>(null);
  const [rehearsing, setRehearsing] = useState(false);
  const exporting = useExport(deck);
  const index = Math.max(
    0,
    slides.findIndex((slide) => slide.key === state.slide),
  );
  const stored = slides[index];
  const slide = useMemo(() => (stored === undefined ? undefined : drafted(stored, draft)), [stored, draft]);
  const shown = useMemo(() => slides.filter((one) => !one.hidden), [slides]);
  return (
    <Screen
      title={t('title')}
      scoped={false}
      layout="fill"
      detail={<DeckHeading deck={deck} editions={editions} rows={rows} state={state} readOnly={readOnly} />}
      actions={
        <>
          <RehearseButton disabled={shown.length === 0} onClick={() => setRehearsing(true)} />
          <ExportButton exporting={exporting} disabled={shown.length === 0} />
        </>
      }
    >
      <ExportProgress exporting={exporting} />
      <div className={classes['bench']}>
        <SlideRail
          deck={deck}
          slides={slides}
          readAt={readAt}
          context={context}
          current={stored?.key ?? null}
          shown={shown.length}
          onPick={(key) => state.set({ slide: key })}
          readOnly={readOnly}
        />
        {slide !== undefined && stored !== undefined && (
          <Stage
            key={stored.key}
            deck={deck}
            slide={slide}
            stored={stored}
            context={context}
            number={index + 1}
            count={slides.length}
            readOnly={readOnly}
            onGone={() => state.set({ slide: slides[index + 1]?.key ?? slides[index - 1]?.key ?? null })}
          />
        )}
        <section className={classes['panel']} aria-label={t('panel')}>
          <Tabs value={state.panel} onChange={(value) => state.set({ panel: value as PanelName })} keepMounted={false}>
            <Tabs.List grow className={classes['tabs']}>
              <Tabs.Tab value="slide">{t('panels.slide')}</Tabs.Tab>
              <Tabs.Tab value="look">{t('panels.look')}</Tabs.Tab>
              <Tabs.Tab
                value="checks"
                rightSection={
                  warnings.length === 0 ? null : (
                    <span className={classes['badge']}>{format.number(warnings.length)}</span>
                  )
                }
              >
                {t('panels.checks')}
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="slide">
              {stored !== undefined && (
                <SlideForm key={stored.key} deck={deck} slide={stored} readOnly={readOnly} onDraft={setDraft} />
              )}
            </Tabs.Panel>
            <Tabs.Panel value="look">
              <LookPanel whole={whole} readOnly={readOnly} />
            </Tabs.Panel>
            <Tabs.Panel value="checks">
              <Checks deck={deck} warnings={warnings} onSlide={(key) => state.set({ slide: key, panel: 'slide' })} />
            </Tabs.Panel>
          </Tabs>
        </section>
      </div>
      {rehearsing && (
        <Rehearsal
          deckId={deck.id}
          slides={shown}
          context={context}
          from={stored === undefined ? 0 : Math.max(0, shown.indexOf(stored))}
          onClose={() => setRehearsing(false)}
        />
      )}
    </Screen>
  );
}
