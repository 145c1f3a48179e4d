/** Writing a phase or a task of a campaign. */
import { Checkbox, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, Task } from '#shared/campaigns/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { call } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { useOrderCheck, useYesNo } from './form-rules.ts';
import { waitingFor } from '../../blocks/time/timeline/changes.ts';
import type { CampaignDetail } from './campaign-detail.ts';
import { useCampaignWords } from './words.ts';

export function PhaseDialog({
  campaign,
  row,
  onClose,
}: {
  campaign: CampaignDetail;
  row: Phase | 'new' | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const { phases } = useCampaignWords();
  const { choices, stored } = useYesNo();
  const check = useOrderCheck();
  const isNew = row === 'new';
  const specs: FieldSpec[] = [
    { name: 'kind', kind: 'choice', half: true, required: true, choices: phases },
    { name: 'title', kind: 'text', half: true },
    { name: 'startDate', kind: 'date', half: true, required: true },
    { name: 'endDate', kind: 'date', half: true, required: true },
    { name: 'asksSites', kind: 'choice', required: true, choices },
  ];
  const save = async (set: FormValues): Promise<void> => {
    if (row === null) return;
    if (isNew)
      await call('campaigns.addPhase', { campaignId: campaign.id, ...stored(set) } as InputOf<'campaigns.addPhase'>);
    else
      await call('campaigns.updatePhase', { id: row.id, set: stored(set) as InputOf<'campaigns.updatePhase'>['set'] });
    onClose();
    await offerUndo(t(isNew ? 'plan.phaseAdded' : 'plan.phaseChanged'));
  };
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={t(isNew ? 'plan.addPhase' : 'plan.editPhase')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      {row !== null && (
        <RecordForm
          draftKey={`phases:${isNew ? `${campaign.id}:new` : row.id}`}
          specs={specs}
          initial={
            isNew
              ? { kind: 'launch', startDate: campaign.startDate, endDate: campaign.endDate, asksSites: 'true' }
              : ({ ...row, asksSites: String(row.asksSites) } as unknown as FormValues)
          }
          isNew={isNew}
          readOnly={false}
          submitLabel={words(isNew ? 'create' : 'save')}
          onSave={save}
          onCancel={onClose}
          check={check}
        />
      )}
    </Modal>
  );
}

/** The ids a form holds as one text. */
const idsOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? value.split(',') : []);

export function TaskDialog({
  campaign,
  row,
  onClose,
}: {
  campaign: CampaignDetail;
  row: Task | 'new' | null;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const { phase } = useCampaignWords();
  const format = useFormat();
  const { choices, stored } = useYesNo();
  const check = useOrderCheck('dueDate');
  const isNew = row === 'new';
  const id = row === null || isNew ? null : row.id;
  const followers = id === null ? [] : waitingFor(campaign.tasksList, id);
  // What waits for a task cannot come before it.
  const others = campaign.tasksList.filter((task) => task.id !== id && !followers.includes(task));
  const open = followers.filter((task) => task.doneOn === null);
  const [carries, setCarries] = useState(true);
  const specs: FieldSpec[] = [
    { name: 'title', kind: 'text', required: true },
    { name: 'startDate', kind: 'date', half: true },
    { name: 'dueDate', kind: 'date', half: true, required: true },
    {
      name: 'phaseId',
      kind: 'choice',
      half: true,
      choices: campaign.phases.map((one) => ({ value: one.id, label: one.title ?? phase(one.kind) })),
    },
    { name: 'asksSites', kind: 'choice', half: true, required: true, choices },
    { name: 'ownerId', kind: 'person' },
    { name: 'ownerName', kind: 'text', help: t('ownerHelp') },
    ...(others.length > 0
      ? [
          {
            name: 'dependsOn',
            kind: 'several',
            choices: others.map((task) => ({ value: task.id, label: task.title })),
            ...(followers.length > 0 ? { help: t('plan.followersLeftOut') } : {}),
          } satisfies FieldSpec,
        ]
      : []),
    { name: 'ask', kind: 'long' },
    { name: 'notes', kind: 'long' },
  ];
  const carry = ({ values }: { values: FormValues }): ReactNode =>
    !isNew &&
    values['dueDate'] !== row?.dueDate && (
      <Checkbox
        mt="xs"
        size="xs"
        checked={carries}
        onChange={(event) => setCarries(event.currentTarget.checked)}
        label={t('plan.carry', { count: open.length, number: format.number(open.length) })}
      />
    );
  const save = async (set: FormValues): Promise<void> => {
    if (row === null) return;
    const values = { ...stored(set), ...('dependsOn' in set ? { dependsOn: idsOf(set['dependsOn']) } : {}) };
    if (isNew) await call('campaigns.addTask', { campaignId: campaign.id, ...values } as InputOf<'campaigns.addTask'>);
    else
      await call('campaigns.updateTask', {
        id: row.id,
        set: values as InputOf<'campaigns.updateTask'>['set'],
        moveDependents: carries && open.length > 0,
      });
    onClose();
    await offerUndo(t(isNew ? 'plan.taskAdded' : 'plan.taskChanged'));
  };
  return (
    <Modal
      opened={row !== null}
      onClose={onClose}
      title={t(isNew ? 'plan.addTask' : 'plan.editTask')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('cancel') }}
      keepMounted={false}
    >
      {row !== null && (
        <RecordForm
          draftKey={`tasks:${isNew ? `${campaign.id}:new` : row.id}`}
          specs={specs}
          initial={
            isNew
              ? { dueDate: campaign.endDate, asksSites: 'false' }
              : ({
                  ...row,
                  asksSites: String(row.asksSites),
                  dependsOn: row.dependsOn.join(','),
                } as unknown as FormValues)
          }
          isNew={isNew}
          readOnly={false}
          submitLabel={words(isNew ? 'create' : 'save')}
          onSave={save}
          onCancel={onClose}
          check={check}
          {...(open.length > 0 ? { under: { dueDate: carry } } : {})}
        />
      )}
    </Modal>
  );
}
