/** The picture of a slide: the one of the data, another of the edition, one's own, or none. */
import { Button, Group, Modal, Text, UnstyledButton } from '@mantine/core';
import { IconPhotoOff, IconPhotoPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeckInfo, DeckSlide } from '#shared/deck/contract.ts';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './deck.module.css';

interface Props {
  deck: DeckInfo;
  slide: DeckSlide;
  readOnly: boolean;
}

export function PictureField({ deck, slide, readOnly }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const [choosing, setChoosing] = useState(false);
  const update = useWrite('deck.updateSlide', { toast: () => t('pictureChanged') });
  const set = (picture: { id: string | null } | null): void =>
    update.mutate({ deckId: deck.id, key: slide.key, picture }, { onError: showError });
  const { picture } = slide;
  const changed = slide.edited.includes('picture');
  return (
    <div role="group" aria-label={t('picture')}>
      <div className={classes['fieldHead']}>
        <span>{t('picture')}</span>
        {changed && !slide.own && !readOnly && (
          <button
            type="button"
            className={classes['reset']}
            aria-label={t('toDataOf', { field: t('picture') })}
            onClick={() => set(null)}
          >
            {t('toData')}
          </button>
        )}
      </div>
      <div className={classes['pictureNow']}>
        {picture === null ? (
          <span className={classes['noPicture']}>
            <IconPhotoOff size={20} stroke={1.4} aria-hidden />
            {t('noPicture')}
          </span>
        ) : picture.source === 'map' ? (
          <span className={classes['noPicture']}>{t('mapPicture')}</span>
        ) : (
          <AttachmentImage id={picture.id} alt={picture.alt} className={classes['pictureImage'] ?? ''} />
        )}
      </div>
      {!readOnly && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => setChoosing(true)}>
            {t('choosePicture')}
          </Button>
          {picture !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => set({ id: null })}>
              {t('withoutPicture')}
            </Button>
          )}
        </Group>
      )}
      {choosing && (
        <PictureDialog
          deck={deck}
          slide={slide}
          onClose={() => setChoosing(false)}
          onChoose={(id) => {
            set({ id });
            setChoosing(false);
          }}
        />
      )}
    </div>
  );
}

function PictureDialog({
  deck,
  slide,
  onClose,
  onChoose,
}: {
  deck: DeckInfo;
  slide: DeckSlide;
  onClose: () => void;
  onChoose: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('deck');
  const list = useRead('deck.pictures', { deckId: deck.id, key: slide.key });
  const [adding, setAdding] = useState(false);
  const add = async (): Promise<void> => {
    setAdding(true);
    try {
      const { paths } = await call('shell.chooseOpen', { purpose: 'image' });
      const path = paths[0];
      if (path === undefined) return;
      const { rows } = await call('attachments.add', { ownerKind: 'edition', ownerId: deck.editionId, paths: [path] });
      const added = rows[0];
      if (added !== undefined) onChoose(added.id);
    } catch (error) {
      showError(error);
    } finally {
      setAdding(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('choosePicture')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Group justify="space-between" mb="md">
        <Text size="sm" c="dimmed">
          {t('pictureHelp')}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPhotoPlus size={16} stroke={1.6} />}
          loading={adding}
          onClick={() => void add()}
        >
          {t('addPicture')}
        </Button>
      </Group>
      {list.error !== null ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <LoadingRows rows={4} />
      ) : list.data.rows.length === 0 ? (
        <Text c="dimmed" py="xl" ta="center">
          {t('noPictures')}
        </Text>
      ) : (
        <div className={classes['pictures']}>
          {list.data.rows.map((row) => (
            <UnstyledButton
              key={row.id}
              className={classes['pictureChoice']}
              aria-pressed={row.id === slide.picture?.id}
              onClick={() => onChoose(row.id)}
            >
              <AttachmentImage id={row.id} alt={row.alt} className={classes['pictureImage'] ?? ''} />
              <span className={classes['pictureOf']}>{row.of}</span>
            </UnstyledButton>
          ))}
        </div>
      )}
    </Modal>
  );
}
