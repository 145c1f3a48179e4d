/** The deck: the ceremony's slides of an edition, in a language; what it is for as long as there is none. */
import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconPresentation, IconTrophy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languages, type Language } from '#shared/base/common.ts';
import type { DeckInfo } from '#shared/deck/contract.ts';
import type { OutputOf } from '#shared/contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import { useReadOnly } from '../../lib/workspace.ts';
import { editionLabel } from '#shared/awards/edition-label.ts';
import { useDeckState, type DeckState } from './state.ts';
import { Workbench } from './workbench.tsx';

type Editions = OutputOf<'deck.list'>['editions'];

export function DeckScreen(): ReactNode {
  const { t, i18n } = useTranslation('deck');
  const state = useDeckState();
  const list = useRead('deck.list', {}, { keep: true });
  const readOnly = useReadOnly();
  if (list.error !== null) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <LoadingPage />;
  const { rows, editions } = list.data;
  const edition =
    editions.find((one) => one.id === state.edition) ??
    editions.find((one) => rows.some((row) => row.editionId === one.id)) ??
    editions[0];
  if (edition === undefined) {
    return (
      <Screen title={t('title')} scoped={false}>
        <EmptyState
          icon={IconTrophy}
          title={t('noEdition')}
          text={t('noEditionText')}
          actions={
            readOnly ? undefined : (
              <Button component={Link} to="/awards">
                {t('toAwards')}
              </Button>
            )
          }
        />
      </Screen>
    );
  }
  const own = rows.filter((row) => row.editionId === edition.id);
  const spoken: Language = i18n.language === 'en' ? 'en' : 'fr';
  const lang = state.lang ?? own.find((row) => row.lang === spoken)?.lang ?? own[0]?.lang ?? spoken;
  const deck = own.find((row) => row.lang === lang);
  if (deck === undefined)
    return (
      <NoDeck
        key={edition.id}
        editions={editions}
        edition={edition}
        lang={lang}
        rows={rows}
        state={state}
        readOnly={readOnly}
      />
    );
  return <LoadedDeck key={deck.id} deck={deck} editions={editions} rows={rows} state={state} readOnly={readOnly} />;
}

interface Props {
  editions: Editions;
  rows: DeckInfo[];
  state: DeckState;
  readOnly: boolean;
}

function NoDeck({
  editions,
  edition,
  lang,
  rows,
  state,
  readOnly,
}: Props & { edition: Editions[number]; lang: Language }): ReactNode {
  const { t } = useTranslation('deck');
  const [chosen, setChosen] = useState<Language>(lang);
  const build = useWrite('deck.build', {
    toast: (deck) => t('built', { name: deck.editionName }),
    onDone: (deck) => state.set({ edition: deck.editionId, lang: deck.lang, slide: null, panel: null }),
  });
  const others = rows.filter((row) => row.editionId === edition.id);
  return (
    <Screen title={t('title')} scoped={false}>
      <EmptyState
        icon={IconPresentation}
        title={t('noDeck')}
        text={readOnly ? t('noDeckReadOnly') : t('noDeckText')}
        actions={
          <Stack gap="md" align="stretch" miw={340}>
            <Select
              label={t('edition')}
              allowDeselect={false}
              data={editions.map((one) => ({ value: one.id, label: editionLabel(one) }))}
              value={edition.id}
              onChange={(id) => state.set({ edition: id, lang: null, slide: null })}
            />
            {!readOnly && (
              <>
                <div>
                  <Text size="sm" fw={500} mb={4} id="deck-language">
                    {t('language')}
                  </Text>
                  <SegmentedControl
                    fullWidth
                    aria-labelledby="deck-language"
                    value={chosen}
                    onChange={(value) => setChosen(value as Language)}
                    data={languages.map((one) => ({ value: one, label: t(`lang.${one}`) }))}
                  />
                </div>
                <Button
                  loading={build.isPending}
                  onClick={() => build.mutate({ editionId: edition.id, lang: chosen }, { onError: showError })}
                >
                  {t('build')}
                </Button>
              </>
            )}
            {others.length > 0 && (
              <Group justify="center">
                {others.map((row) => (
                  <Button
                    key={row.id}
                    variant="subtle"
                    onClick={() => state.set({ edition: row.editionId, lang: row.lang })}
                  >
                    {t('openIn', { lang: t(`lang.${row.lang}`) })}
                  </Button>
                ))}
              </Group>
            )}
          </Stack>
        }
      />
    </Screen>
  );
}

function LoadedDeck({ deck, ...props }: Props & { deck: DeckInfo }): ReactNode {
  const { t } = useTranslation('deck');
  const whole = useRead('deck.get', { id: deck.id }, { keep: true });
  if (whole.error !== null)
    return (
      <Screen title={t('title')} scoped={false}>
        <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />
      </Screen>
    );
  if (whole.data === undefined) return <LoadingPage />;
  return <Workbench whole={whole.data} readAt={whole.dataUpdatedAt} {...props} />;
}
