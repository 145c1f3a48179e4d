/** The library of campaigns ready to be dated: choose one, say when it begins, and a draft with its phases, tasks and messages is there. */
import { Button, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core';
import { DateField } from '../../components/date-field.tsx';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '#shared/base/common.ts';
import type { CampaignTemplateRow } from '#shared/campaigns/contract.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { Sdg } from '../../components/sdg.tsx';
import { useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './campaigns.module.css';
import { CollisionsNote } from './collisions/collisions-note.tsx';
import type { Made } from './view-props.ts';

interface Props {
  opened: boolean;
  onClose: () => void;
  onCreated: (made: Made) => void;
}

export function TemplateDialog({ opened, onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('templates.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      <Library onClose={onClose} onCreated={onCreated} />
    </Modal>
  );
}

function Library({ onClose, onCreated }: Omit<Props, 'opened'>): ReactNode {
  const { t, i18n } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const templates = useRead('campaigns.templates', {});
  const [chosen, setChosen] = useState<CampaignTemplateRow | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const startDate = typed !== null && isCalendarDate(typed) ? typed : null;
  const create = useWrite('campaigns.createFromTemplate', {
    toast: (made) => t('created', { name: made.title }),
    onDone: (made) => {
      onClose();
      onCreated(made);
    },
  });
  if (templates.error !== null) return <ErrorState error={templates.error} onRetry={() => void templates.refetch()} />;
  if (templates.data === undefined) return <LoadingRows rows={8} />;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('templates.help')}
      </Text>
      <div className={classes['library']} role="group" aria-label={t('templates.title')}>
        {templates.data.rows.map((row) => (
          <UnstyledButton
            key={row.key}
            className={classes['template']}
            aria-pressed={chosen?.key === row.key}
            onClick={() => {
              setChosen(row);
              setTyped(row.usualStart);
            }}
          >
            <span className={classes['band']} style={{ background: row.colour }} aria-hidden="true" />
            <Template row={row} />
          </UnstyledButton>
        ))}
      </div>
      {chosen !== null && startDate !== null && (
        <CollisionsNote plan={{ templateKey: chosen.key, startDate }} onDates={(dates) => setTyped(dates.startDate)} />
      )}
      <Group className={classes['next']} align="flex-end" justify="space-between">
        <DateField
          label={fieldName('startDate')}
          w={180}
          value={typed}
          disabled={chosen === null}
          onChange={setTyped}
        />
        <Group>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            disabled={chosen === null || startDate === null}
            loading={create.isPending}
            onClick={() =>
              chosen !== null &&
              startDate !== null &&
              create.mutate(
                { key: chosen.key, startDate, lang: i18n.language === 'en' ? 'en' : 'fr' },
                { onError: showError },
              )
            }
          >
            {words('create')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

function Template({ row }: { row: CampaignTemplateRow }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  return (
    <span className={classes['templateWords']}>
      <span className={classes['templateTitle']}>{row.title}</span>
      <span className={classes['small']}>
        {t('templates.holds', {
          days: format.number(row.days),
          phases: row.phases.length,
          tasks: row.tasks.length,
          messages: row.kit.length,
        })}
      </span>
      <span className={classes['small']}>
        {row.sdgs.map((goal) => (
          <Sdg key={goal} goal={goal} />
        ))}
      </span>
    </span>
  );
}
