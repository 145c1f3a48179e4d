/** Exporting a table: which form of file, explained in plain words, then where to, then how far it is. */
import { Button, Group, Modal, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract.ts';
import type { CsvDialectName, ReportFormat } from '#shared/reports/contract.ts';
import { AppError } from '#shared/base/result.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { call, useJob } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { showFileToast } from '../../lib/file-toast.tsx';
import { usePreferences } from '../../lib/preferences.tsx';
import { showError } from '../../lib/toasts.ts';
import { today } from '../../lib/today.ts';
import classes from './export-dialog.module.css';

type ExportJob = 'reports.export' | 'reports.exportDictionary' | 'reports.exportList';
type Form = 'excel' | 'workbook' | 'machine';

const forms: Record<Form, { format: ReportFormat; dialect: CsvDialectName }> = {
  excel: { format: 'csv', dialect: 'excel-fr' },
  workbook: { format: 'xlsx', dialect: 'excel-fr' },
  machine: { format: 'csv', dialect: 'machine' },
};
const formNames = Object.keys(forms) as Form[];

/** The input of the job without what the dialog asks: format, dialect, path. */
type Unasked<J extends ExportJob> =
  InputOf<J> extends infer I ? (I extends unknown ? Omit<I, 'format' | 'dialect' | 'outPath'> : never) : never;

export interface ExportSource<J extends ExportJob = ExportJob> {
  /** What is exported, when there is a choice. */
  label: string;
  /** The beginning of the file's name. */
  name: string;
  /** What the file will hold and what it is good for. */
  note: string;
  job: J;
  input: Unasked<J>;
}

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  sources: ExportSource[];
}

export function ExportDialog({ opened, onClose, title, sources }: Props): ReactNode {
  const { t, i18n } = useTranslation('export');
  const format = useFormat();
  const { preferences, set: setPreferences } = usePreferences();
  const [chosen, setChosen] = useState(0);
  const kept = preferences.tables['exportForm'];
  const form = formNames.find((name) => name === kept) ?? 'workbook';
  const source = sources[chosen] ?? sources[0];
  const job = useJob(source?.job ?? 'reports.export');

  const run = async (): Promise<void> => {
    if (source === undefined) return;
    const choice = forms[form];
    try {
      const { path } = await call('shell.chooseSave', {
        purpose: choice.format,
        name: `${source.name} ${today()}.${choice.format}`,
      });
      if (path === null) return;
      const lang = i18n.language === 'en' ? ('en' as const) : ('fr' as const);
      const done = await job.start({ ...source.input, ...choice, lang, outPath: path } as InputOf<ExportJob>);
      onClose();
      showFileToast(
        t('done', { count: done.rows, number: format.number(done.rows), name: path.replace(/^.*[\\/]/, '') }),
        path,
      );
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
    }
  };

  return (
    <Modal
      opened={opened}
      onClose={() => !job.running && onClose()}
      title={title}
      size="lg"
      closeOnEscape={!job.running}
      withCloseButton={!job.running}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="md">
        {sources.length > 1 && (
          <SegmentedControl
            aria-label={t('what')}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
            disabled={job.running}
            data={sources.map((one, index) => ({ value: String(index), label: one.label }))}
          />
        )}
        {source !== undefined && source.note !== '' && (
          <Text size="sm" c="dimmed">
            {source.note}
          </Text>
        )}
        <Radio.Group
          aria-label={t('form')}
          value={form}
          onChange={(value) => setPreferences({ tables: { ...preferences.tables, exportForm: value } })}
        >
          <Stack gap="xs">
            {formNames.map((name) => (
              <Radio.Card key={name} value={name} className={classes['card']} disabled={job.running}>
                <Group wrap="nowrap" align="flex-start" gap="sm">
                  <Radio.Indicator mt={2} />
                  <div>
                    <Text fw={500}>{t(`${name}.title`)}</Text>
                    <Text size="sm" c="dimmed">
                      {t(`${name}.text`)}
                    </Text>
                  </div>
                </Group>
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
        <JobProgress job={job} label={t('writing')} />
        {!job.running && (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button data-autofocus onClick={() => void run()}>
              {t('run')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
