/** One campaign: what it is and for whom, its plan, the answers of its sites, its messages and history. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeNetwork } from '#shared/campaigns/scope.ts';
import type { InputOf } from '#shared/contract.ts';
import { addDays } from '#shared/base/days.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { RecordHistory } from '../../blocks/record-panel/record-history.tsx';
import { RecordPanel } from '../../blocks/record-panel/record-panel.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useFormat } from '../../lib/format.ts';
import { today } from '../../lib/today.ts';
import { AnswersTab } from './answers-tab.tsx';
import classes from './campaigns.module.css';
import { CampaignCollisions } from './collisions/campaign-collisions.tsx';
import { CollisionsNote } from './collisions/collisions-note.tsx';
import { MessagesTab } from './messages-tab.tsx';
import { PlanTab } from './plan-tab.tsx';
import { ScopeField, scopeIn, scopeSpec, scopeText, useScopeCheck } from './scope/scope-field.tsx';
import { ScopeSection } from './scope/scope-section.tsx';
import { StatusBar } from './status-bar.tsx';
import { TargetsSection } from './targets-section.tsx';
import { typedDates, useOrderCheck, useYesNo } from './form-rules.ts';
import type { Made } from './view-props.ts';

interface Props {
  id: string;
  /** The first day of a new one, when it was begun from a calendar. */
  starts?: string | undefined;
  themes: string[];
  pillars: string[];
  readOnly: boolean;
  onClose: () => void;
  onMade: (made: Made) => void;
}

function useSpecs(themes: string[], pillars: string[]): FieldSpec[] {
  const { t } = useTranslation(['campaigns', 'calendar']);
  const { choices } = useYesNo();
  return [
    { name: 'title', kind: 'text', required: true },
    { name: 'startDate', kind: 'date', half: true, required: true },
    { name: 'endDate', kind: 'date', half: true, required: true },
    { name: 'theme', kind: 'suggest', half: true, suggestions: themes },
    { name: 'pillar', kind: 'suggest', half: true, suggestions: pillars },
    { name: 'sdgs', kind: 'sdgs' },
    { name: 'objective', kind: 'long' },
    { name: 'ownerId', kind: 'person' },
    { name: 'ownerName', kind: 'text', help: t('ownerHelp') },
    { name: 'budget', kind: 'decimal', half: true },
    { name: 'colour', kind: 'colour', half: true },
    { name: 'asksSites', kind: 'choice', half: true, required: true, choices },
    { name: 'code', kind: 'text', half: true },
    { name: 'notes', kind: 'long' },
  ];
}

/** The dates as typed, where they are not those of the campaign. */
function triedDates(
  values: FormValues,
  row: { startDate: string; endDate: string },
): { startDate?: string; endDate?: string } | null {
  return values['startDate'] === row.startDate && values['endDate'] === row.endDate ? {} : typedDates(values);
}

export function CampaignPanel(props: Props): ReactNode {
  return props.id === 'new' ? <NewCampaign {...props} /> : <ExistingCampaign {...props} />;
}

function NewCampaign({ starts, themes, pillars, onClose, onMade }: Props): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar']);
  const { t: words } = useTranslation('table');
  const specs = useSpecs(themes, pillars);
  const check = useOrderCheck();
  const { stored } = useYesNo();
  const checkScope = useScopeCheck();
  // Until it has dates of its own, the sites that are open today.
  const now = { startDate: starts ?? today(), endDate: starts ?? today() };
  const create = async (set: FormValues): Promise<void> => {
    const made = await call('campaigns.create', {
      ...stored(set),
      scope: scopeIn(set['scope']),
    } as InputOf<'campaigns.create'>);
    onMade(made);
    await offerUndo(t('created', { name: made.title }));
  };
  // Dates and sites stand together: what they bring over the threshold depends on both.
  const scope = scopeSpec((field) => {
    const dates = typedDates(field.values);
    const asksSites = field.values['asksSites'] === 'true';
    return (
      <ScopeField
        field={field}
        shown={dates ?? now}
        after={(chosen, leaveOut) => (
          <CollisionsNote
            plan={dates === null || chosen === null ? null : { ...dates, scope: chosen, asksSites }}
            onDates={field.fill}
            onLeaveOut={leaveOut}
          />
        )}
      />
    );
  });
  const form = (
    <RecordForm
      draftKey={starts === undefined ? 'campaigns:new' : `campaigns:new:${starts}`}
      specs={specs.flatMap((spec) => (spec.name === 'endDate' ? [spec, scope] : [spec]))}
      initial={{
        asksSites: 'true',
        scope: scopeText(wholeNetwork),
        ...(starts === undefined ? {} : { startDate: starts, endDate: addDays(starts, 6) }),
      }}
      isNew
      readOnly={false}
      submitLabel={words('create')}
      onSave={create}
      onCancel={onClose}
      check={(values) => ({ ...check(values), ...checkScope(values) })}
    />
  );
  return (
    <RecordPanel
      title={t('new')}
      onClose={onClose}
      tabs={[{ id: 'record', label: words('tabs.record'), content: form }]}
    />
  );
}

function ExistingCampaign({ id, themes, pillars, readOnly, onClose, onMade }: Props): ReactNode {
  const { t } = useTranslation(['campaigns', 'calendar']);
  const { t: words } = useTranslation('table');
  const format = useFormat();
  const specs = useSpecs(themes, pillars);
  const check = useOrderCheck();
  const checkScope = useScopeCheck();
  const { stored } = useYesNo();
  const campaign = useRead('campaigns.get', { id }, { keep: true });
  if (campaign.error !== null) return <ErrorState error={campaign.error} onRetry={() => void campaign.refetch()} />;
  if (campaign.data === undefined) return <LoadingRows />;
  const row = campaign.data;
  const save = async (set: FormValues): Promise<void> => {
    const sites = 'scope' in set ? { scope: scopeIn(set['scope']) } : {};
    const saved = await call('campaigns.update', {
      id,
      set: { ...stored(set), ...sites } as InputOf<'campaigns.update'>['set'],
    });
    await offerUndo(words('saved', { name: saved.title }));
  };
  const initial = {
    ...row,
    asksSites: String(row.asksSites),
    scope: scopeText(row.scope),
  } as unknown as FormValues;
  const scope = scopeSpec((field) => <ScopeSection row={row} field={field} readOnly={readOnly} />);
  return (
    <>
      <div className={classes['ribbon']} style={{ background: row.colour ?? 'var(--line)' }} aria-hidden="true" />
      <RecordPanel
        title={row.title}
        detail={[
          t('calendar:dates', { from: format.date(row.startDate, 'long'), to: format.date(row.endDate, 'long') }),
          row.owner,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        onClose={onClose}
        tabs={[
          {
            id: 'record',
            label: words('tabs.record'),
            content: (
              <Stack gap="lg">
                {!readOnly && <StatusBar row={row} onClose={onClose} onMade={onMade} />}
                <RecordForm
                  draftKey={`campaigns:${id}`}
                  key={id}
                  specs={[...specs.map((spec) => (spec.name === 'code' ? { ...spec, required: true } : spec)), scope]}
                  initial={initial}
                  readOnly={readOnly}
                  submitLabel={words('save')}
                  onSave={save}
                  check={(values) => ({ ...check(values), ...checkScope(values) })}
                  under={{
                    endDate: ({ values, dirty, fill }) => (
                      <CampaignCollisions
                        row={row}
                        readOnly={readOnly}
                        tried={triedDates(values, row)}
                        onDates={dirty ? fill : undefined}
                      />
                    ),
                  }}
                />
                <TargetsSection campaign={row} readOnly={readOnly} />
              </Stack>
            ),
          },
          { id: 'plan', label: t('tabs.plan'), content: <PlanTab campaign={row} readOnly={readOnly} /> },
          { id: 'answers', label: t('answers'), content: <AnswersTab campaign={row} readOnly={readOnly} /> },
          { id: 'messages', label: t('tabs.messages'), content: <MessagesTab campaign={row} readOnly={readOnly} /> },
          {
            id: 'history',
            label: words('tabs.history'),
            content: <RecordHistory table="campaigns" id={id} createdAt={row.createdAt} />,
          },
        ]}
      />
    </>
  );
}
