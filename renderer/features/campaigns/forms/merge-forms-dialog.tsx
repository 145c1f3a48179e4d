/** Taking filled forms in: the files, what they would change, the conflicts settled, then one step that can be undone. */
import { Alert, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../../components/job-progress.tsx';
import { call } from '../../../lib/api.ts';
import { offerUndo } from '../../../lib/write.ts';
import { errorWords } from '../../../lib/errors.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import classes from './forms.module.css';
import { MergedReport } from './merged-report.tsx';
import { ReturnedRows } from './returned-rows.tsx';
import { useMerge, type Merge } from './use-merge.ts';

/** The most files at once, as the contract says. */
const mostFiles = 1000;

export function MergeFormsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation('forms');
  const { t: words } = useTranslation('campaigns');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('merge.title')}
      size={1040}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': words('cancel') }}
      keepMounted={false}
    >
      {opened && <Steps onClose={onClose} />}
    </Modal>
  );
}

function Steps({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation('forms');
  const merge = useMerge();
  const { add } = merge;
  useEffect(
    () =>
      window.maillage.onEvent((event) => {
        const files =
          event.type === 'filesDropped' ? event.paths.filter((path) => /\.(xlsx|csv|tsv)$/i.test(path)) : [];
        if (files.length > 0) add(files.slice(0, mostFiles));
      }),
    [add],
  );
  if (merge.merged !== null) return <MergedReport merged={merge.merged} onClose={onClose} />;
  return (
    <Stack gap="md" data-drop-target>
      {merge.paths.length === 0 ? <Choose merge={merge} /> : <Files merge={merge} />}
      <Problem merge={merge} />
      {merge.preview === null && <JobProgress job={merge.reading} label={t('merge.reading')} />}
      {merge.preview !== null && merge.reading.error === null && <Look merge={merge} onClose={onClose} />}
    </Stack>
  );
}

const fileName = (path: string): string => path.replace(/^.*[\\/]/, '');

function Choose({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('forms');
  const choose = (): void => {
    call('shell.chooseOpen', { purpose: 'import', multiple: true }).then(
      ({ paths }) => paths.length > 0 && merge.add(paths.slice(0, mostFiles)),
      showError,
    );
  };
  return (
    <div className={classes['drop']}>
      <IconFileSpreadsheet size={40} stroke={1.3} color="var(--accent)" aria-hidden />
      <Title order={3} fz={20}>
        {t('merge.drop')}
      </Title>
      <Text c="dimmed" ta="center" maw={460}>
        {t('merge.dropText')}
      </Text>
      <Button mt="sm" onClick={choose} data-autofocus>
        {t('merge.choose')}
      </Button>
    </div>
  );
}

function Files({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('forms');
  const format = useFormat();
  const { paths } = merge;
  const more = (): void => {
    call('shell.chooseOpen', { purpose: 'import', multiple: true }).then(
      (chosen) => chosen.paths.length > 0 && merge.add(chosen.paths),
      showError,
    );
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" c="dimmed" lineClamp={2} title={paths.map(fileName).join('\n')}>
        {paths.length === 1
          ? fileName(paths[0] ?? '')
          : t('merge.files', {
              count: paths.length,
              number: format.number(paths.length),
              name: fileName(paths[0] ?? ''),
            })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        flex="none"
        disabled={merge.reading.running || merge.writing.running || paths.length >= mostFiles}
        onClick={more}
      >
        {t('merge.more')}
      </Button>
    </Group>
  );
}

/** What went wrong; one file that cannot be read need not keep the others out. */
function Problem({ merge }: { merge: Merge }): ReactNode {
  const { t } = useTranslation('forms');
  const error = merge.reading.error ?? merge.writing.error;
  if (error === null) return null;
  const { title, text } = errorWords(error);
  const path = typeof error.details['path'] === 'string' ? error.details['path'] : null;
  const file = merge.paths.find((one) => one === path || (path !== null && fileName(one) === fileName(path)));
  return (
    <Alert color="red" icon={<IconAlertTriangle stroke={1.6} />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        {file !== undefined && (
          <Button size="compact-sm" variant="default" onClick={() => merge.drop(file)}>
            {merge.paths.length > 1 ? t('merge.without', { name: fileName(file) }) : t('merge.other')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Look({ merge, onClose }: { merge: Merge; onClose: () => void }): ReactNode {
  const { t } = useTranslation('forms');
  const { t: words } = useTranslation('campaigns');
  const format = useFormat();
  const counts = merge.preview?.counts;
  if (counts === undefined) return null;
  const taking = counts.apply + merge.taken;
  const run = async (): Promise<void> => {
    const done = await merge.run();
    if (done !== null && done.applied > 0)
      await offerUndo(t('merge.toast', { count: done.applied, number: format.number(done.applied) }));
  };
  return (
    <>
      <ReturnedRows merge={merge} counts={counts} />
      <JobProgress job={merge.writing} label={t('merge.writing')} />
      {!merge.writing.running && (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" aria-live="polite">
            {counts.conflict > 0
              ? t('merge.conflictsSum', {
                  count: counts.conflict,
                  number: format.number(counts.conflict),
                  taken: format.number(merge.taken),
                  kept: format.number(counts.conflict - merge.taken),
                })
              : ''}
          </Text>
          <Group gap="xs" wrap="nowrap" flex="none">
            <Button variant="default" onClick={onClose}>
              {words('cancel')}
            </Button>
            <Button disabled={taking === 0 || merge.reading.running} onClick={() => void run().catch(showError)}>
              {taking === 0 ? t('merge.nothing') : t('merge.run', { count: taking, number: format.number(taking) })}
            </Button>
          </Group>
        </Group>
      )}
    </>
  );
}
