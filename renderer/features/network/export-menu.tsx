/** Takes out what is seen: a picture, a drawing, the data, or a slide of a deck; long work, with progress and a way to stop. */
import { ActionIcon, Menu, Modal, Text, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { mapFormats } from '#shared/network/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { call, useJob, useRead } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { showError, showToast } from '../../lib/toasts.ts';

export type MapView = Omit<InputOf<'network.exportMap'>, 'outPath'>;

interface Props {
  /** What is seen now. */
  view: () => MapView;
  readOnly: boolean;
}

export function ExportMenu({ view, readOnly }: Props): ReactNode {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation('common');
  const { t: deckWords } = useTranslation('deck');
  const decks = useRead('deck.list', {}, { enabled: !readOnly, keep: true });
  const file = useJob('network.exportMap');
  const slide = useJob('network.mapSlide');
  const running = file.running ? file : slide;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
    }
  };
  const save = (format: (typeof mapFormats)[number]): Promise<void> =>
    attempt(async () => {
      const { path } = await call('shell.chooseSave', { purpose: format, name: `${t('export.fileName')}.${format}` });
      if (path === null) return;
      await file.start({ ...view(), outPath: path });
      showToast(t('export.done'));
    });
  const addSlide = (to: { deckId: string } | { editionId: string }, name: string): Promise<void> =>
    attempt(async () => {
      await slide.start({ ...view(), ...to });
      await offerUndo(t('export.slideDone', { name }));
    });
  const { rows: made = [], editions = [] } = decks.data ?? {};
  const withoutDeck = editions.filter((edition) => !made.some((deck) => deck.editionId === edition.id));
  // The same edition may have a deck in each language.
  const deckName = ({ editionId, editionName, lang }: (typeof made)[number]): string =>
    made.filter((deck) => deck.editionId === editionId).length > 1
      ? `${editionName} (${deckWords(`lang.${lang}`)})`
      : editionName;
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={350}>
        <Menu.Target>
          <Tooltip label={t('export.title')}>
            <ActionIcon size="lg" variant="default" aria-label={t('export.title')}>
              <IconDownload size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {(['png', 'svg', 'geojson'] as const).map((format) => (
            <Menu.Item key={format} onClick={() => void save(format)}>
              {t(`export.${format}`)}
            </Menu.Item>
          ))}
          {decks.data !== undefined && <Menu.Label>{t('export.slide')}</Menu.Label>}
          {made.map((deck) => (
            <Menu.Item key={deck.id} onClick={() => void addSlide({ deckId: deck.id }, deckName(deck))}>
              {deckName(deck)}
            </Menu.Item>
          ))}
          {withoutDeck.map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() => void addSlide({ editionId: id }, name)}
              rightSection={
                <Text size="xs" c="dimmed">
                  {t('export.newDeck')}
                </Text>
              }
            >
              {name}
            </Menu.Item>
          ))}
          {decks.data !== undefined && editions.length === 0 && (
            <Menu.Item component={Link} to="/awards">
              {t('export.noEdition')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={running.running}
        onClose={running.cancel}
        title={t('export.running')}
        closeButtonProps={{ 'aria-label': common('cancel') }}
      >
        <JobProgress job={running} label={t('export.running')} />
      </Modal>
    </>
  );
}
