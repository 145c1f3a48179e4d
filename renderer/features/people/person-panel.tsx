/** One ambassador: who they are, their place in the network, the consents they gave, files and history. */
import { Anchor, Stack, Text } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isCalendarDate, type stages } from '#shared/base/common.ts';
import type { InputOf } from '#shared/contract.ts';
import { personStanding } from '#shared/people/standing.ts';
import { PersonFace } from '../../blocks/person-face.tsx';
import { Proposal } from '../../blocks/record-form/proposal.tsx';
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
import { today } from '../../lib/today.ts';
import { Consents } from './consents.tsx';

type Stage = (typeof stages)[number];

interface Props {
  id: string;
  readOnly: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}

function useSpecs(): FieldSpec[] {
  const stages = useChoices('stage');
  const profiles = useChoices('profile');
  const channels = useChoices('channel');
  return [
    { name: 'firstName', kind: 'text', half: true },
    { name: 'lastName', kind: 'text', half: true },
    { name: 'jobTitle', kind: 'text' },
    { name: 'siteId', kind: 'site' },
    { name: 'stage', kind: 'choice', half: true, choices: stages, required: true },
    { name: 'stageSince', kind: 'date', half: true },
    { name: 'profile', kind: 'choice', half: true, choices: profiles },
    { name: 'channel', kind: 'choice', half: true, choices: channels },
    { name: 'email', kind: 'text' },
    { name: 'phone', kind: 'text', half: true },
    { name: 'code', kind: 'text', half: true },
    { name: 'joinedOn', kind: 'date', half: true },
    { name: 'leftOn', kind: 'date', half: true },
    { name: 'allottedHours', kind: 'decimal', half: true },
    { name: 'lang', kind: 'text', half: true },
    { name: 'remindedOn', kind: 'date', half: true },
    { name: 'notes', kind: 'long' },
  ];
}

function useCheck(): (values: FormValues) => Record<string, string> {
  const { t } = useTranslation('people');
  return (values) => {
    const blank = (name: string): boolean => String(values[name] ?? '').trim() === '';
    return {
      ...(blank('firstName') && blank('lastName') ? { lastName: t('nameNeeded') } : {}),
      ...(!blank('leftOn') && !blank('joinedOn') && String(values['leftOn']) < String(values['joinedOn'])
        ? { leftOn: t('leftBefore') }
        : {}),
    };
  };
}

/** Under the last day: once it is past, the stage that goes with it. */
function StageByDate({ values, fill }: { values: FormValues; fill: (change: FormValues) => void }): ReactNode {
  const { t } = useTranslation('people');
  const format = useFormat();
  const term = useTerm();
  const [stage, leftOn] = [values['stage'] as Stage, values['leftOn']];
  if (typeof leftOn !== 'string' || !isCalendarDate(leftOn)) return null;
  if (personStanding({ stage, leftOn, joinedOn: null }, today()) !== 'left') return null;
  return (
    <Proposal
      text={t('proposal.left', { date: format.date(leftOn, 'long'), stage: term('stage', stage) })}
      take={t('proposal.take', { stage: term('stage', 'alumni') })}
      onTake={() => fill({ stage: 'alumni', stageSince: leftOn })}
    />
  );
}

const under: ComponentProps<typeof RecordForm>['under'] = { leftOn: (form) => <StageByDate {...form} /> };

export function PersonPanel(props: Props): ReactNode {
  return props.id === 'new' ? <NewPerson {...props} /> : <ExistingPerson {...props} />;
}

function NewPerson({ onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('people');
  const { t: words } = useTranslation('table');
  const specs = useSpecs();
  const check = useCheck();
  const create = async (set: FormValues): Promise<void> => {
    const person = await call('people.create', set as InputOf<'people.create'>);
    onCreated(person.id);
    await offerUndo(words('created', { name: `${person.firstName} ${person.lastName}`.trim() }));
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
              draftKey="people:new"
              specs={specs}
              initial={{ stage: 'identified' }}
              isNew
              readOnly={false}
              submitLabel={words('create')}
              onSave={create}
              onCancel={onClose}
              check={check}
              under={under}
            />
          ),
        },
      ]}
    />
  );
}

function ExistingPerson({ id, readOnly, onClose }: Props): ReactNode {
  const { t } = useTranslation('people');
  const { t: words } = useTranslation('table');
  const term = useTerm();
  const specs = useSpecs();
  const check = useCheck();
  const format = useFormat();
  const person = useRead('people.get', { id }, { keep: true });
  if (person.error !== null) return <ErrorState error={person.error} onRetry={() => void person.refetch()} />;
  if (person.data === undefined) return <LoadingRows />;
  const row = person.data;
  const name = `${row.firstName} ${row.lastName}`.trim();
  const standing = personStanding(row, today());
  const save = async (set: FormValues): Promise<void> => {
    await call('people.update', { id, set: set as InputOf<'people.update'>['set'] });
    await offerUndo(words('saved', { name }));
  };
  return (
    <RecordPanel
      title={name}
      picture={<PersonFace name={name} portraitId={row.portraitId} seed={row.territoryId ?? row.id} size={56} />}
      detail={[
        row.jobTitle,
        row.siteName,
        standing === null
          ? term('stage', row.stage)
          : t(`standing.${standing}`, { date: format.date(standing === 'left' ? row.leftOn : row.joinedOn) }),
      ]
        .filter((part) => part !== null)
        .join(' · ')}
      onClose={onClose}
      record={{ kind: 'person', id, readOnly }}
      tabs={[
        {
          id: 'record',
          label: words('tabs.record'),
          content: (
            <Stack gap="lg">
              {row.initiatives > 0 && (
                <Text size="sm">
                  <Anchor component={Link} to={`/initiatives?lead=${id}`}>
                    {t('led', { count: row.initiatives })}
                  </Anchor>
                </Text>
              )}
              <RecordForm
                draftKey={`people:${id}`}
                key={id}
                specs={specs}
                initial={row as unknown as FormValues}
                readOnly={readOnly}
                submitLabel={words('save')}
                onSave={save}
                check={check}
                under={under}
              />
            </Stack>
          ),
        },
        {
          id: 'consents',
          label: words('tabs.consents'),
          content: <Consents personId={id} name={name} readOnly={readOnly} />,
        },
        {
          id: 'files',
          label: words('tabs.files'),
          content: <AttachmentsPanel ownerKind="person" ownerId={id} mainRole="portrait" readOnly={readOnly} />,
        },
        {
          id: 'history',
          label: words('tabs.history'),
          content: <RecordHistory table="people" id={id} createdAt={row.createdAt} />,
        },
      ]}
    />
  );
}
