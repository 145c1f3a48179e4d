/** Campaigns: one set of filters and one open panel over every view of the plan. */
import { Button, Tabs } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterSelect } from '../../blocks/record-list/filter-select.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { fieldName } from '../../lib/fields.ts';
import { useListState, type ListState } from '../../lib/list-state.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { useReadOnly } from '../../lib/workspace.ts';
import { filterOf } from './filter.ts';
import { CampaignPanel } from './campaign-panel.tsx';
import classes from './campaigns.module.css';
import { TemplateDialog } from './template-dialog.tsx';
import type { CampaignViewProps, Made } from './view-props.ts';
import { campaignViews, firstView } from './views.ts';
import { useCampaignWords } from './words.ts';

const noFacets: CampaignViewProps['facets'] = { themes: [], pillars: [], owners: [] };

function Filters({ state, facets }: { state: ListState; facets: CampaignViewProps['facets'] }): ReactNode {
  const { t: terms } = useTranslation('terms');
  const words = useCampaignWords();
  const plain = (value: string): { value: string; label: string } => ({ value, label: value });
  return (
    <>
      <FilterSelect state={state} name="status" label={fieldName('status')} options={words.statuses} />
      <FilterSelect state={state} name="theme" label={fieldName('theme')} options={facets.themes.map(plain)} />
      <FilterSelect state={state} name="pillar" label={fieldName('pillar')} options={facets.pillars.map(plain)} />
      <FilterSelect
        state={state}
        name="owner"
        label={fieldName('owner')}
        options={facets.owners.map((owner) => ({ value: owner.id, label: owner.name }))}
      />
      <FilterSelect
        state={state}
        name="sdg"
        label={fieldName('sdgs')}
        options={Array.from({ length: 17 }, (_, index) => ({
          value: String(index + 1),
          label: `${index + 1} ${terms(`sdg.${index + 1}` as 'sdg.1')}`,
        }))}
      />
    </>
  );
}

export function CampaignsScreen(): ReactNode {
  const { t } = useTranslation('campaigns');
  const state = useListState('startDate', true);
  const [templates, setTemplates] = useState(false);
  const facets = useRead('campaigns.facets', {}, { keep: true }).data ?? noFacets;
  const readOnly = useReadOnly();
  const { preferences, set: setPreferences } = usePreferences();
  const open = (record: string | null): void => state.set({ record, starts: null, tab: null });
  /** What was just made is in sight, whatever time was shown. */
  const made = ({ id, startDate }: Made): void => state.set({ record: id, starts: null, tab: null, on: startDate });
  // The address says it, else the last choice.
  const asked = [state.filter('view')[0], preferences.tables['campaignsView'], firstView];
  const view = asked.flatMap((one) => campaignViews.find(({ id }) => id === one) ?? [])[0] ?? campaignViews[0]!;
  const starts = state.filter('starts')[0];
  const show = (next: string | null): void => {
    state.set({ view: next });
    setPreferences({ tables: { ...preferences.tables, campaignsView: next } });
  };
  const View = view.component;
  return (
    <>
      <Suspense fallback={<LoadingPage />}>
        <View
          state={state}
          filter={filterOf(state)}
          facets={facets}
          filters={<Filters state={state} facets={facets} />}
          tabs={
            <Tabs value={view.id} onChange={show} className={classes['views']}>
              <Tabs.List>
                {campaignViews.map(({ id }) => (
                  <Tabs.Tab key={id} value={id}>
                    {t(`view.${id}`)}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
            </Tabs>
          }
          panel={
            state.record === null ? null : (
              <CampaignPanel
                key={`${state.record} ${starts ?? ''}`}
                id={state.record}
                starts={starts}
                readOnly={readOnly}
                themes={facets.themes}
                pillars={facets.pillars}
                onClose={() => open(null)}
                onMade={made}
              />
            )
          }
          otherStart={
            <Button
              variant="default"
              leftSection={<IconTemplate size={16} stroke={1.6} />}
              onClick={() => setTemplates(true)}
            >
              {t('fromTemplate')}
            </Button>
          }
          readOnly={readOnly}
          open={open}
        />
      </Suspense>
      <TemplateDialog opened={templates} onClose={() => setTemplates(false)} onCreated={made} />
    </>
  );
}
