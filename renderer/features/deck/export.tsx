/** The deck as a file: where to, how far, stopped or done, and the folder it lies in. */
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileTypePdf, IconPresentation } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/base/result.ts';
import type { DeckInfo, deckFormats } from '#shared/deck/contract.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { call, useJob, type Job } from '../../lib/api.ts';
import { showError } from '../../lib/toasts.ts';
import { showFileToast } from '../../lib/file-toast.tsx';
import classes from './deck.module.css';
import { editionLabel } from '#shared/awards/edition-label.ts';

type Format = (typeof deckFormats)[number];

export interface Exporting {
  job: Job<'deck.export'>;
  begin: (format: Format) => Promise<void>;
}

export function useExport(deck: DeckInfo): Exporting {
  const { t } = useTranslation('deck');
  const job = useJob('deck.export');
  const begin = async (format: Format): Promise<void> => {
    try {
      const name = editionLabel({ name: deck.editionName, year: deck.year });
      const { path } = await call('shell.chooseSave', {
        purpose: format,
        name: `${deck.lang === 'fr' ? name : `${name} (${deck.lang})`}.${format}`,
      });
      if (path === null) return;
      const made = await job.start({ deckId: deck.id, format, outPath: path });
      const unread = made.warnings.filter(({ kind }) => kind === 'picture_unreadable').length;
      showFileToast(
        unread === 0 ? t('exported', { count: made.slides }) : t('exportedWithout', { count: unread }),
        made.path,
      );
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
    }
  };
  return { job, begin };
}

export function ExportButton({ exporting, disabled }: { exporting: Exporting; disabled: boolean }): ReactNode {
  const { t } = useTranslation('deck');
  return (
    <Menu width={260} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          disabled={disabled}
          loading={exporting.job.running}
          rightSection={<IconChevronDown size={16} stroke={1.8} />}
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconPresentation size={16} stroke={1.6} />}
          onClick={() => void exporting.begin('pptx')}
        >
          {t('toPptx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypePdf size={16} stroke={1.6} />} onClick={() => void exporting.begin('pdf')}>
          {t('toPdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function ExportProgress({ exporting }: { exporting: Exporting }): ReactNode {
  const { t } = useTranslation('deck');
  return exporting.job.running ? (
    <div className={classes['progress']}>
      <JobProgress job={exporting.job} label={t('exporting')} />
    </div>
  ) : null;
}
