/** The aim of a campaign in figures: what was to be reached, what the answering sites measured, how far that is. */
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IndicatorForm } from '../../blocks/indicator-form.tsx';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import type { CampaignDetail } from './campaign-detail.ts';
import { LineMenu } from './plan-tab.tsx';
import classes from './targets.module.css';

type Target = CampaignDetail['targets'][number];

export function TargetsSection({ campaign, readOnly }: { campaign: CampaignDetail; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const [open, setOpen] = useState<Target | 'new' | null>(null);
  const name = useTargetName();
  const remove = useWrite('campaigns.setTarget', { toast: () => t('target.removed') });
  if (campaign.targets.length === 0 && readOnly) return null;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} fz={16}>
          {t('target.title')}
        </Title>
        {!readOnly && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('new')}>
            {t('target.add')}
          </Button>
        )}
      </Group>
      {campaign.targets.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('target.none')}
        </Text>
      )}
      {campaign.targets.map((row) => (
        <div key={row.indicatorId} className={classes['target']}>
          <Progress row={row} />
          {!readOnly && (
            <LineMenu
              label={name(row)}
              onEdit={() => setOpen(row)}
              onDelete={() =>
                remove.mutate(
                  { campaignId: campaign.id, indicatorId: row.indicatorId, value: null },
                  { onError: showError },
                )
              }
            />
          )}
        </div>
      ))}
      <Modal
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'target.add' : 'target.edit')}
        closeButtonProps={{ 'aria-label': t('cancel') }}
        keepMounted={false}
      >
        {open !== null && (
          <TargetForm campaign={campaign} row={open === 'new' ? null : open} onClose={() => setOpen(null)} />
        )}
      </Modal>
    </Stack>
  );
}

function useTargetName(): (row: Pick<Target, 'name' | 'nameEn'>) => string {
  const { i18n } = useTranslation();
  return (row) => (i18n.language === 'en' ? (row.nameEn ?? row.name) : row.name);
}

function Progress({ row }: { row: Target }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const name = useTargetName();
  const figure = (value: number): string =>
    `${format.number(value, row.decimals)}${row.unit === '' ? '' : `\u00a0${row.unit}`}`;
  // A target of nothing has no share; what nobody measured has none either.
  const share = row.actual === null || row.value <= 0 ? null : row.actual / row.value;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="baseline">
        <Text size="sm" fw={500}>
          {name(row)}
        </Text>
        <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
          {row.actual === null
            ? t('target.of', { value: figure(row.value) })
            : t('target.reached', { actual: figure(row.actual), value: figure(row.value) })}
        </Text>
      </Group>
      <div className={classes['reach']} data-unmeasured={row.actual === null || undefined} role="presentation">
        <span style={{ width: `${Math.min(1, Math.max(0, share ?? 0)) * 100}%` }} />
      </div>
      <Text size="xs" c="dimmed">
        {row.actual === null
          ? t('target.unmeasured')
          : share === null
            ? ''
            : t('target.share', { share: format.percent(share) })}
      </Text>
    </div>
  );
}

function TargetForm({
  campaign,
  row,
  onClose,
}: {
  campaign: CampaignDetail;
  row: Target | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const indicators = useRead('indicators.list', {});
  const name = useTargetName();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  if (indicators.error !== null)
    return <ErrorState error={indicators.error} onRetry={() => void indicators.refetch()} />;
  if (indicators.data === undefined) return <LoadingRows rows={4} />;
  const taken = new Set(campaign.targets.map((target) => target.indicatorId));
  const free = indicators.data.rows.filter((one) => !taken.has(one.id));
  const back = (id?: string): void => {
    setMade(id ?? null);
    setMaking(false);
  };
  if (row === null && (making || (free.length === 0 && made === null)))
    return (
      <IndicatorForm
        row={null}
        onDone={(saved) => back(saved.id)}
        onCancel={free.length === 0 ? onClose : () => back()}
      />
    );
  const save = async (indicatorId: string, value: number): Promise<void> => {
    await call('campaigns.setTarget', { campaignId: campaign.id, indicatorId, value });
    onClose();
    await offerUndo(t('target.saved'));
  };
  if (row !== null) {
    return (
      <Stack gap="sm">
        <Text size="sm">
          {name(row)}
          {row.unit !== '' && ` (${row.unit})`}
        </Text>
        <RecordForm
          draftKey={`targets:${campaign.id}:${row.indicatorId}`}
          specs={[{ name: 'value', kind: 'decimal', required: true }]}
          initial={{ value: row.value }}
          readOnly={false}
          submitLabel={words('save')}
          onSave={(set) => save(row.indicatorId, Number(set['value']))}
          onCancel={onClose}
        />
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <RecordForm
        draftKey={`targets:${campaign.id}:new`}
        key={made}
        specs={[
          {
            name: 'indicatorId',
            kind: 'choice',
            required: true,
            choices: free.map((one) => ({
              value: one.id,
              label: `${name(one)}${one.unit === '' ? '' : ` (${one.unit})`}`,
            })),
          },
          { name: 'value', kind: 'decimal', required: true },
        ]}
        initial={{ indicatorId: made }}
        isNew
        readOnly={false}
        submitLabel={t('target.add')}
        onSave={(set) => save(String(set['indicatorId']), Number(set['value']))}
        onCancel={onClose}
      />
      <Group>
        <Button variant="subtle" size="compact-sm" onClick={() => setMaking(true)}>
          {t('target.newIndicator')}
        </Button>
      </Group>
    </Stack>
  );
}
