/** How the deck looks: its temperament, seen on its own slides, its colours, the logo. */
import { Button, ColorInput, Group, Radio, Switch, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { temperaments, themeOf, type Temperament } from '#shared/deck/themes.ts';
import type { LayoutContext } from '#shared/deck/layout.ts';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { call, useRead } from '../../lib/api.ts';
import { useEdits } from '../../lib/edits.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './deck.module.css';
import { SlideView } from './slide-view.tsx';
import type { WholeDeck } from './whole-deck.ts';

interface Props {
  whole: WholeDeck;
  readOnly: boolean;
}

export function LookPanel({ whole, readOnly }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const { deck } = whole;
  const setTheme = useWrite('deck.setTheme', { toast: () => t('lookChanged') });
  const { temperament, primary, accent } = deck.theme;
  const colours = { primary, accent };
  return (
    <div className={classes['form']}>
      <Radio.Group
        label={t('temperament')}
        value={temperament}
        onChange={(value) =>
          setTheme.mutate({ deckId: deck.id, temperament: value as Temperament }, { onError: showError })
        }
        readOnly={readOnly}
      >
        <div className={classes['themes']}>
          {temperaments.map((one) => (
            <ThemeCard key={one} whole={whole} temperament={one} disabled={readOnly && one !== temperament} />
          ))}
        </div>
      </Radio.Group>
      <div>
        <Switch
          label={t('ownColours')}
          description={t('ownColoursHelp')}
          checked={deck.ownColours}
          disabled={readOnly}
          onChange={(event) =>
            setTheme.mutate(
              { deckId: deck.id, colours: event.currentTarget.checked ? null : colours },
              { onError: showError },
            )
          }
        />
        {!deck.ownColours && (
          <Group grow mt="sm" align="flex-start">
            <Colour
              label={t('primary')}
              value={primary}
              readOnly={readOnly}
              onKeep={(value) =>
                setTheme.mutate({ deckId: deck.id, colours: { primary: value, accent } }, { onError: showError })
              }
            />
            <Colour
              label={t('accent')}
              value={accent}
              readOnly={readOnly}
              onKeep={(value) =>
                setTheme.mutate({ deckId: deck.id, colours: { primary, accent: value } }, { onError: showError })
              }
            />
          </Group>
        )}
      </div>
      <Logo readOnly={readOnly} />
    </div>
  );
}

/** The title and a slide full of content, as they would look. */
function ThemeCard({
  whole,
  temperament,
  disabled,
}: {
  whole: WholeDeck;
  temperament: Temperament;
  disabled: boolean;
}): ReactNode {
  const { t } = useTranslation('deck');
  const { deck, slides, logo } = whole;
  const { primary, accent } = deck.theme;
  const context = useMemo<LayoutContext>(
    () => ({ theme: themeOf({ temperament, primary, accent }), lang: deck.lang, logo }),
    [temperament, primary, accent, deck.lang, logo],
  );
  const shown = [
    slides.find((slide) => slide.kind === 'title'),
    slides.find((slide) => slide.kind === 'winner') ??
      slides.find((slide) => slide.kind === 'figures' || slide.kind === 'picture'),
  ];
  return (
    <Radio.Card value={temperament} className={classes['theme']} disabled={disabled}>
      <span className={classes['themeSlides']}>
        {shown.map(
          (slide) =>
            slide !== undefined && (
              <SlideView key={slide.key} slide={slide} context={context} size="thumbnail" deckId={deck.id} decorative />
            ),
        )}
      </span>
      <span className={classes['themeName']}>
        <Radio.Indicator size="xs" />
        {t(`look.${temperament}.name`)}
      </span>
      <span className={classes['themeText']}>{t(`look.${temperament}.text`)}</span>
    </Radio.Card>
  );
}

function Colour({
  label,
  value,
  readOnly,
  onKeep,
}: {
  label: string;
  value: string;
  readOnly: boolean;
  onKeep: (value: string) => void;
}): ReactNode {
  const { values, set, drop, sent } = useEdits({ colour: value });
  const keep = (next: string): void => {
    const colour = next.toUpperCase();
    if (!/^#[0-9A-F]{6}$/.test(colour) || colour === value.toUpperCase()) {
      drop();
      return;
    }
    set({ colour });
    sent({ colour });
    onKeep(colour);
  };
  return (
    <ColorInput
      label={label}
      format="hex"
      value={values.colour}
      readOnly={readOnly}
      onChange={(colour) => set({ colour })}
      onChangeEnd={keep}
      onBlur={() => keep(values.colour)}
    />
  );
}

function Logo({ readOnly }: { readOnly: boolean }): ReactNode {
  const { t } = useTranslation('deck');
  const organisation = useRead('organisation.get', {});
  const remove = useWrite('organisation.update', { toast: () => t('logoRemoved') });
  const id = organisation.data?.logoAttachmentId ?? null;
  const choose = async (): Promise<void> => {
    try {
      const { paths } = await call('shell.chooseOpen', { purpose: 'image' });
      const path = paths[0];
      if (path === undefined || organisation.data === undefined) return;
      await call('attachments.add', {
        ownerKind: 'organisation',
        ownerId: organisation.data.id,
        role: 'logo',
        paths: [path],
      });
      await offerUndo(t('logoChanged'));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <div role="group" aria-label={t('logo')}>
      <Text size="sm" fw={500}>
        {t('logo')}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {t('logoHelp')}
      </Text>
      {id !== null && (
        <span className={classes['logo']}>
          <AttachmentImage id={id} alt={t('logo')} style={{ height: 40, maxWidth: 160, objectFit: 'contain' }} />
        </span>
      )}
      {!readOnly && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => void choose()}>
            {t('chooseLogo')}
          </Button>
          {id !== null && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => remove.mutate({ set: { logoAttachmentId: null } }, { onError: showError })}
            >
              {t('removeLogo')}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}
