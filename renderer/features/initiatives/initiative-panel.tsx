/** One initiative: what it is, what was measured, its pictures and history. */
import { Anchor, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InputOf } from '#shared/contract.ts';
import type { InitiativeRow } from '#shared/initiatives/contract.ts';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { RecordQuick } from '../../blocks/record-quick.tsx';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { AttachmentsPanel } from '../../blocks/record-panel/attachments-panel.tsx';
import { RecordHistory } from '../../blocks/record-panel/record-history.tsx';
import { RecordPanel } from '../../blocks/record-panel/record-panel.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useChoices, useTerm } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './initiatives.module.css';
import { Measurements } from './measurements.tsx';

interface Props {
  id: string;
  themes: string[];
  readOnly: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}

function useSpecs(themes: string[]): FieldSpec[] {
  const statuses = useChoices('initiativeStatus');
  return [
    { name: 'title', kind: 'text', required: true },
    { name: 'summary', kind: 'long' },
    { name: 'siteId', kind: 'site' },
    { name: 'leadId', kind: 'person' },
    { name: 'status', kind: 'choice', half: true, choices: statuses, required: true },
    { name: 'theme', kind: 'suggest', half: true, suggestions: themes },
    { name: 'startDate', kind: 'date', half: true },
    { name: 'endDate', kind: 'date', half: true },
    { name: 'sdgs', kind: 'sdgs' },
    { name: 'replicatesId', kind: 'initiative' },
    { name: 'code', kind: 'text', half: true },
    { name: 'notes', kind: 'long' },
  ];
}

function useCheck(): (values: FormValues) => Record<string, string> {
  const { t } = useTranslation('initiatives');
  return (values) => {
    const [start, end] = [String(values['startDate'] ?? ''), String(values['endDate'] ?? '')];
    const late = start !== '' && end !== '' && end < start;
    const found: Record<string, string> = late ? { endDate: t('endBefore') } : {};
    return found;
  };
}

export function InitiativePanel(props: Props): ReactNode {
  return props.id === 'new' ? <NewInitiative {...props} /> : <ExistingInitiative {...props} />;
}

function NewInitiative({ themes, onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('initiatives');
  const { t: words } = useTranslation('table');
  const specs = useSpecs(themes);
  const check = useCheck();
  const create = async (set: FormValues): Promise<void> => {
    const made = await call('initiatives.create', set as InputOf<'initiatives.create'>);
    onCreated(made.id);
    await offerUndo(words('created', { name: made.title }));
  };
  return (
    <RecordPanel
      title={t('new')}
      onClose={onClose}
      tabs={[
        {
          id: 'record',
          label: words('tabs.record'),
          content: (
            <RecordForm
              draftKey="initiatives:new"
              specs={specs}
              initial={{ status: 'idea' }}
              isNew
              readOnly={false}
              submitLabel={words('create')}
              onSave={create}
              onCancel={onClose}
              check={check}
            />
          ),
        },
      ]}
    />
  );
}

function ExistingInitiative({ id, themes, readOnly, onClose }: Props): ReactNode {
  const { t: words } = useTranslation('table');
  const specs = useSpecs(themes);
  const check = useCheck();
  const initiative = useRead('initiatives.get', { id }, { keep: true });
  if (initiative.error !== null)
    return <ErrorState error={initiative.error} onRetry={() => void initiative.refetch()} />;
  if (initiative.data === undefined) return <LoadingRows />;
  const row = initiative.data;
  const save = async (set: FormValues): Promise<void> => {
    const saved = await call('initiatives.update', { id, set: set as InputOf<'initiatives.update'>['set'] });
    await offerUndo(words('saved', { name: saved.title }));
  };
  return (
    <>
      {row.coverId !== null && <AttachmentImage id={row.coverId} alt="" className={classes['cover']} size="full" />}
      <RecordPanel
        title={row.title}
        detail={<Detail row={row} />}
        onClose={onClose}
        tabs={[
          {
            id: 'record',
            label: words('tabs.record'),
            content: (
              <Stack gap="lg">
                <Origin row={row} />
                <RecordForm
                  draftKey={`initiatives:${id}`}
                  key={id}
                  specs={specs}
                  initial={row as unknown as FormValues}
                  readOnly={readOnly}
                  submitLabel={words('save')}
                  onSave={save}
                  check={check}
                />
              </Stack>
            ),
          },
          {
            id: 'measurements',
            label: words('tabs.measurements'),
            count: row.measurements,
            content: <Measurements initiativeId={id} date={row.endDate ?? row.startDate} readOnly={readOnly} />,
          },
          {
            id: 'files',
            label: words('tabs.files'),
            content: <AttachmentsPanel ownerKind="initiative" ownerId={id} mainRole="cover" readOnly={readOnly} />,
          },
          {
            id: 'history',
            label: words('tabs.history'),
            content: <RecordHistory table="initiatives" id={id} createdAt={row.createdAt} />,
          },
        ]}
      />
    </>
  );
}

function Detail({ row }: { row: InitiativeRow }): ReactNode {
  const { t } = useTranslation('initiatives');
  const term = useTerm();
  const format = useFormat();
  const parts = [
    row.siteName,
    term('initiativeStatus', row.status),
    row.startDate === null ? null : format.date(row.startDate, 'long'),
    row.leadName === null ? null : t('led', { name: row.leadName }),
  ].filter((part) => part !== null);
  return (
    <>
      {parts.join(' · ')}
      {row.leadId !== null && row.leadName !== null && (
        <>
          {' '}
          <RecordQuick kind="person" id={row.leadId} name={row.leadName} />
        </>
      )}
    </>
  );
}

/** Where it came from and where it went. */
function Origin({ row }: { row: InitiativeRow }): ReactNode {
  const { t } = useTranslation('initiatives');
  if (row.replicatesId === null && row.replications === 0) return null;
  return (
    <Text size="sm">
      {row.replicatesId !== null && (
        <Anchor component={Link} to={`/initiatives?record=${row.replicatesId}`}>
          {t('replicatesTitle', { title: row.replicatesTitle ?? '' })}
        </Anchor>
      )}
      {row.replicatesId !== null && row.replications > 0 && ' · '}
      {row.replications > 0 && t('replicated', { count: row.replications })}
    </Text>
  );
}
