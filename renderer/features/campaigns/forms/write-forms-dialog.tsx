/** Writing the forms that sites fill: how they are grouped, for whom, in which language, into which folder. */
import { Button, Checkbox, Group, Modal, MultiSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/base/result.ts';
import { JobProgress } from '../../../components/job-progress.tsx';
import { call, useJob, useRead } from '../../../lib/api.ts';
import { fieldName } from '../../../lib/fields.ts';
import { showFileToast } from '../../../lib/file-toast.tsx';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';

export interface FormsCampaign {
  id: string;
  title: string;
}

interface Props {
  campaign: FormsCampaign;
  opened: boolean;
  onClose: () => void;
}

export function WriteFormsDialog({ campaign, opened, onClose }: Props): ReactNode {
  const { t } = useTranslation('forms');
  const { t: words } = useTranslation('campaigns');
  const job = useJob('campaigns.forms');
  return (
    <Modal
      opened={opened}
      onClose={() => !job.running && onClose()}
      title={t('write.title', { name: campaign.title })}
      size="lg"
      closeOnEscape={!job.running}
      withCloseButton={!job.running}
      closeButtonProps={{ 'aria-label': words('cancel') }}
      keepMounted={false}
    >
      <Choices campaign={campaign} job={job} onClose={onClose} />
    </Modal>
  );
}

function Choices({
  campaign,
  job,
  onClose,
}: Omit<Props, 'opened'> & { job: ReturnType<typeof useJob<'campaigns.forms'>> }): ReactNode {
  const { t, i18n } = useTranslation('forms');
  const { t: words } = useTranslation('campaigns');
  const { t: table } = useTranslation('table');
  const format = useFormat();
  const [per, setPer] = useState<'territory' | 'site'>('territory');
  const [silent, setSilent] = useState(true);
  const [territoryIds, setTerritoryIds] = useState<string[]>([]);
  const [lang, setLang] = useState<'fr' | 'en'>(i18n.language === 'en' ? 'en' : 'fr');
  const [folder, setFolder] = useState<string | null>(null);
  const territories = useRead('territories.list', {});
  const statuses = silent ? (['invited'] as const) : [];
  const asked = useRead(
    'adoptions.list',
    { limit: 1, filter: { campaignIds: [campaign.id], statuses: [...statuses], territoryIds } },
    { keep: true },
  );
  const sites = asked.data?.total ?? 0;
  const choose = async (): Promise<string | null> => {
    const { path } = await call('shell.chooseFolder', {});
    if (path !== null) setFolder(path);
    return path;
  };
  const write = async (): Promise<void> => {
    try {
      const outDir = folder ?? (await choose());
      if (outDir === null) return;
      const done = await job.start({ id: campaign.id, per, statuses: [...statuses], territoryIds, lang, outDir });
      onClose();
      showFileToast(
        `${t('write.done', { count: done.files, files: format.number(done.files) })} · ${t('write.sites', { count: done.sites, number: format.number(done.sites) })}`,
        done.path,
      );
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('write.help')}
      </Text>
      <fieldset disabled={job.running} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Stack gap="md">
          <SegmentedControl
            aria-label={t('write.per')}
            value={per}
            onChange={(next) => setPer(next as typeof per)}
            data={[
              { value: 'territory', label: t('write.perTerritory') },
              { value: 'site', label: t('write.perSite') },
            ]}
          />
          <MultiSelect
            label={fieldName('territory')}
            placeholder={territoryIds.length === 0 ? words('scope.allTerritories') : ''}
            data={(territories.data?.rows ?? []).map((row) => ({ value: row.id, label: row.path }))}
            value={territoryIds}
            onChange={setTerritoryIds}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': table('none') }}
            nothingFoundMessage={table('nothing')}
            comboboxProps={{ shadow: 'md' }}
          />
          <Checkbox
            label={t('write.silent')}
            checked={silent}
            onChange={(event) => setSilent(event.currentTarget.checked)}
          />
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('write.lang')}
            </Text>
            <SegmentedControl
              aria-label={t('write.lang')}
              value={lang}
              onChange={(next) => setLang(next as typeof lang)}
              data={[
                { value: 'fr', label: 'Français' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('write.folder')}
            </Text>
            <Group gap="sm" wrap="nowrap">
              <Button
                variant="default"
                flex="none"
                leftSection={<IconFolder size={16} stroke={1.6} />}
                onClick={() => void choose().catch(showError)}
              >
                {t('write.choose')}
              </Button>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {folder ?? t('write.noFolder')}
              </Text>
            </Group>
          </div>
        </Stack>
      </fieldset>
      <JobProgress job={job} label={t('write.running')} />
      {!job.running && (
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" aria-live="polite">
            {asked.data === undefined ? '' : t('write.sites', { count: sites, number: format.number(sites) })}
          </Text>
          <Group gap="xs" wrap="nowrap" flex="none">
            <Button variant="default" onClick={onClose}>
              {words('cancel')}
            </Button>
            <Button disabled={sites === 0} onClick={() => void write()}>
              {t('write.run')}
            </Button>
          </Group>
        </Group>
      )}
    </Stack>
  );
}
