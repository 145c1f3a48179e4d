/** The texts of one slide, each with its way back to the data, and its picture. */
import { Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeckInfo, DeckSlide } from '#shared/deck/contract.ts';
import { fieldsOf, picturedKinds, type TextField } from '#shared/deck/slides.ts';
import { Overtaken } from '../../components/overtaken.tsx';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './deck.module.css';
import type { Draft } from './draft.ts';
import { PictureField } from './picture-field.tsx';
import { useTyped } from './use-typed.ts';

interface Props {
  deck: DeckInfo;
  slide: DeckSlide;
  readOnly: boolean;
  /** Given the draft before, for one field's end must not take away another's letters. */
  onDraft: (change: (draft: Draft | null) => Draft | null) => void;
}

const longFields: readonly TextField[] = ['body', 'citation', 'title'];

export function SlideForm({ deck, slide, readOnly, onDraft }: Props): ReactNode {
  const { t } = useTranslation('deck');
  return (
    <div className={classes['form']}>
      <Text size="sm" c="dimmed">
        {slide.own ? t('ownHelp') : t('dataHelp', { kind: t(`kind.${slide.kind}`) })}
      </Text>
      {fieldsOf[slide.kind].map((field) => (
        <Field key={field} deck={deck} slide={slide} field={field} readOnly={readOnly} onDraft={onDraft} />
      ))}
      {picturedKinds.includes(slide.kind) && <PictureField deck={deck} slide={slide} readOnly={readOnly} />}
    </div>
  );
}

function Field({
  deck,
  slide,
  field,
  readOnly,
  onDraft,
}: {
  deck: DeckInfo;
  slide: DeckSlide;
  field: TextField;
  readOnly: boolean;
  onDraft: Props['onDraft'];
}): ReactNode {
  const { t } = useTranslation('deck');
  const label = t(`field.${field}`);
  // What was typed has come back as the slide's own: the draft has done its work.
  const forget = (): void => onDraft((draft) => (draft?.field === field ? null : draft));
  const update = useWrite('deck.updateSlide', {
    toast: (_output, { texts }) => t(texts?.[field] === null ? 'backToData' : 'textChanged'),
    onDone: forget,
  });
  const typed = useTyped(
    slide.texts[field] ?? '',
    (text) => update.mutate({ deckId: deck.id, key: slide.key, texts: { [field]: text } }, { onError: showError }),
    (text) => (text === null ? forget() : onDraft(() => ({ key: slide.key, field, text }))),
  );
  const id = `deck-${field}`;
  const common = {
    id,
    value: typed.text,
    readOnly,
    maxLength: 5000,
    onBlur: typed.keep,
    onKeyDown: typed.onKeyDown,
    onChange: (event: { currentTarget: { value: string } }) => typed.change(event.currentTarget.value),
  };
  return (
    <div data-field>
      <div className={classes['fieldHead']}>
        <label htmlFor={id}>{label}</label>
        {slide.edited.includes(field) && !slide.own && !readOnly && (
          <button
            type="button"
            className={classes['reset']}
            aria-label={t('toDataOf', { field: label })}
            onClick={() =>
              update.mutate({ deckId: deck.id, key: slide.key, texts: { [field]: null } }, { onError: showError })
            }
          >
            {t('toData')}
          </button>
        )}
      </div>
      {longFields.includes(field) ? (
        <Textarea {...common} autosize minRows={field === 'title' ? 1 : 3} maxRows={10} />
      ) : (
        <TextInput {...common} />
      )}
      {typed.overtaken && <Overtaken value={null} onTake={typed.drop} />}
    </div>
  );
}
