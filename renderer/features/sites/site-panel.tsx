/** One site: its address and place, its people and initiatives, its files and history. */
import { Stack } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isCalendarDate, stages } from '#shared/base/common.ts';
import type { InputOf } from '#shared/contract.ts';
import { statusByDates } from '#shared/sites/standing.ts';
import type { SiteRow } from '#shared/sites/contract.ts';
import { AttachmentsPanel } from '../../blocks/record-panel/attachments-panel.tsx';
import { RecordHistory } from '../../blocks/record-panel/record-history.tsx';
import { RecordPanel } from '../../blocks/record-panel/record-panel.tsx';
import { Proposal } from '../../blocks/record-form/proposal.tsx';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FieldSpec, FormValues } from '../../blocks/record-form/types.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { call, useRead } from '../../lib/api.ts';
import { offerUndo } from '../../lib/write.ts';
import { useChoices, useTerm } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { today } from '../../lib/today.ts';
import { SitePlace } from './site-place.tsx';
import classes from './sites.module.css';

interface Props {
  id: string;
  kinds: string[];
  readOnly: boolean;
  onClose: () => void;
  onCreated: (id: string) => void;
}

function useSpecs(kinds: string[]): FieldSpec[] {
  const { t } = useTranslation('sites');
  const statuses = useChoices('siteStatus');
  return [
    { name: 'name', kind: 'text', required: true },
    { name: 'code', kind: 'text', half: true, help: t('codeHelp') },
    { name: 'kind', kind: 'suggest', half: true, suggestions: kinds },
    { name: 'territoryId', kind: 'territory' },
    { name: 'headcount', kind: 'integer', half: true },
    { name: 'status', kind: 'choice', half: true, choices: statuses, required: true },
    { name: 'address', kind: 'text' },
    { name: 'postcode', kind: 'text', half: true },
    { name: 'city', kind: 'text', half: true },
    { name: 'country', kind: 'text', half: true, required: true },
    { name: 'openedOn', kind: 'date', half: true },
    { name: 'lat', kind: 'decimal', half: true, help: t('placeHelp') },
    { name: 'lon', kind: 'decimal', half: true, help: t('placeHelp') },
    { name: 'closedOn', kind: 'date', half: true },
    { name: 'notes', kind: 'long' },
  ];
}

/** Under the dates: the status that they ask for today. */
function StatusByDate({ values, fill }: { values: FormValues; fill: (change: FormValues) => void }): ReactNode {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const term = useTerm();
  const date = (name: string): string | null => {
    const value = String(values[name] ?? '');
    return isCalendarDate(value) ? value : null;
  };
  const status = values['status'] as SiteRow['status'];
  const dates = { status, openedOn: date('openedOn'), closedOn: date('closedOn') };
  const proposed = statusByDates(dates, today());
  if (proposed === null) return null;
  const day = format.date(proposed === 'closed' ? dates.closedOn : dates.openedOn, 'long');
  return (
    <Proposal
      text={t(`proposal.${proposed}`, { date: day, status: term('siteStatus', status) })}
      take={t('proposal.take', { status: term('siteStatus', proposed) })}
      onTake={() => fill({ status: proposed })}
    />
  );
}

const under: ComponentProps<typeof RecordForm>['under'] = { closedOn: (form) => <StatusByDate {...form} /> };

export function SitePanel(props: Props): ReactNode {
  if (props.id === 'new') return <NewSite {...props} />;
  return <ExistingSite {...props} />;
}

function NewSite({ kinds, onClose, onCreated }: Props): ReactNode {
  const { t } = useTranslation('sites');
  const { t: words } = useTranslation('table');
  const specs = useSpecs(kinds);
  const create = async (set: FormValues): Promise<void> => {
    const site = await call('sites.create', set as InputOf<'sites.create'>);
    onCreated(site.id);
    await offerUndo(words('created', { name: site.name }));
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
              draftKey="sites:new"
              specs={specs}
              initial={{ country: 'FR', status: 'open' }}
              isNew
              readOnly={false}
              submitLabel={words('create')}
              onSave={create}
              onCancel={onClose}
              under={under}
            />
          ),
        },
      ]}
    />
  );
}

function ExistingSite({ id, kinds, readOnly, onClose }: Props): ReactNode {
  const { t: words } = useTranslation('table');
  const term = useTerm();
  const specs = useSpecs(kinds);
  const site = useRead('sites.get', { id }, { keep: true });
  if (site.error !== null) return <ErrorState error={site.error} onRetry={() => void site.refetch()} />;
  if (site.data === undefined) return <LoadingRows />;
  const row = site.data;
  const save = async (set: FormValues): Promise<void> => {
    const saved = await call('sites.update', { id, set: set as InputOf<'sites.update'>['set'] });
    await offerUndo(words('saved', { name: saved.name }));
  };
  return (
    <RecordPanel
      title={row.name}
      detail={[row.city, row.territoryName, term('siteStatus', row.status)].filter((part) => part !== null).join(' · ')}
      onClose={onClose}
      tabs={[
        {
          id: 'record',
          label: words('tabs.record'),
          content: (
            <Stack gap="lg">
              <Presence row={row} />
              <RecordForm
                draftKey={`sites:${id}`}
                key={id}
                specs={specs.map((spec) =>
                  spec.name === 'code' ? { ...spec, required: true, help: undefined } : spec,
                )}
                initial={row as unknown as FormValues}
                readOnly={readOnly}
                submitLabel={words('save')}
                onSave={save}
                under={under}
              />
            </Stack>
          ),
        },
        {
          id: 'files',
          label: words('tabs.files'),
          content: <AttachmentsPanel ownerKind="site" ownerId={id} mainRole="cover" readOnly={readOnly} />,
        },
        {
          id: 'history',
          label: words('tabs.history'),
          content: <RecordHistory table="sites" id={id} createdAt={row.createdAt} />,
        },
      ]}
    />
  );
}

// The figure leaves out those who left, and so must the list it opens.
const inNetwork = stages
  .filter((stage) => stage !== 'alumni')
  .map((stage) => `&stage=${stage}`)
  .join('');

/** Where it lies, who is there and what happens there; each figure opens its list. */
function Presence({ row }: { row: SiteRow }): ReactNode {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const figure = (to: string, value: number, what: string): ReactNode => (
    <Link to={to} className={classes['figure']}>
      <span className={classes['value']}>{format.number(value)}</span>
      <span className={classes['what']}>{what}</span>
    </Link>
  );
  return (
    <div className={classes['presence']}>
      <div className={classes['figures']}>
        {figure(
          `/people?site=${row.id}${inNetwork}`,
          row.people,
          t('peopleHere', { count: row.people, active: row.activePeople }),
        )}
        {figure(`/initiatives?site=${row.id}`, row.initiatives, t('initiativesHere', { count: row.initiatives }))}
      </div>
      <SitePlace site={row} />
    </div>
  );
}
