/** A view of time on the screen of the campaigns: its frame, its panel, and where what it shows leads. */
import { Anchor, Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { TimeSources, useTimeSources } from '../../blocks/time/sources.tsx';
import type { TimeViewProps } from '../../blocks/time/view-props.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { useRecordAddress } from '../../lib/features.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import { Beyond } from './beyond.tsx';
import { CalendarExport } from './plan/calendar-export.tsx';
import { ViewFrame } from './view-frame.tsx';
import type { CampaignViewProps } from './view-props.ts';

export function timeView(View: ComponentType<TimeViewProps>): ComponentType<CampaignViewProps> {
  return function TimeView(props) {
    const { state, readOnly } = props;
    const { t } = useTranslation('campaigns');
    const navigate = useNavigate();
    const address = useRecordAddress();
    return (
      <TimeSources sources={useTimeSources()}>
        <View
          state={state}
          readOnly={readOnly}
          frame={(view) => <ViewFrame {...props} {...view} />}
          onOpen={({ kind, id }, part) => {
            if (kind === 'campaign') state.set({ record: id, starts: null, tab: part ?? null });
            else void navigate(address(kind, id));
          }}
          onNew={readOnly ? null : (starts) => state.set({ record: 'new', starts, on: starts })}
          newLabel={t('newHere')}
          picture={IconSpeakerphone}
          beginHint={<BeginHint />}
          nothing={(onGo) => <Elsewhere view={props} onGo={onGo} />}
          beyond={(shown) => <Beyond view={props} {...shown} />}
          tools={(shown) => <CalendarExport state={state} filter={props.filter} {...shown} />}
        />
      </TimeSources>
    );
  };
}

function BeginHint(): ReactNode {
  const { t } = useTranslation('campaigns');
  return (
    <span>
      {t('emptyYear')}{' '}
      <Anchor component={Link} to="/imports?kind=campaigns" size="xs">
        {t('import')}
      </Anchor>
    </span>
  );
}

/** Nothing in the time shown: nothing at all, nothing that passes the filter, or campaigns at another time. */
function Elsewhere({ view, onGo }: { view: CampaignViewProps; onGo: (date: string) => void }): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const format = useFormat();
  const { scope, active } = useScope();
  const last = useRead('campaigns.list', {
    search: view.state.search,
    limit: 1,
    sort: 'startDate',
    descending: true,
    filter: active ? { ...view.filter, scope } : view.filter,
  });
  const row = last.data?.rows[0];
  if (last.data === undefined) return <LoadingPage />;
  if (row !== undefined)
    return (
      <EmptyState
        icon={IconSpeakerphone}
        title={t('elsewhere.title')}
        text={t('elsewhere.text', { name: row.title, date: format.date(row.startDate, 'long') })}
        actions={<Button onClick={() => onGo(row.startDate)}>{t('elsewhere.go')}</Button>}
      />
    );
  if (view.state.filtered)
    return <EmptyState icon={IconSpeakerphone} title={tableWords('noMatch')} text={tableWords('noMatchText')} />;
  return (
    <EmptyState
      icon={IconSpeakerphone}
      title={t('empty')}
      text={t('emptyText')}
      actions={view.readOnly ? undefined : view.otherStart}
    />
  );
}
