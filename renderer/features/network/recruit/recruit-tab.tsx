/** Where to recruit next: how many and how far, then the sites in order, on the map, as a list and as a call. */
import { Accordion, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconMail } from '@tabler/icons-react';
import type { FeatureCollection } from 'geojson';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mapSiteAt } from '#shared/network/columns.ts';
import { AppError } from '#shared/base/result.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { JobProgress } from '../../../components/job-progress.tsx';
import { LoadingPage } from '../../../components/loading.tsx';
import { call, useJob } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError, showToast } from '../../../lib/toasts.ts';
import type { NetworkMap } from '../map/engine.ts';
import { extentOf, homeExtent, pixelsAtZoom0, type Extent } from '../map/extent.ts';
import { Legend } from '../map/legend.tsx';
import type { MapContent } from '../map/map-canvas.tsx';
import { MapStage } from '../map/map-stage.tsx';
import { useCircles, useDrawing } from '../use-map-content.ts';
import { useBaseShapes, type Network, type NetworkFilterInput } from '../use-network.ts';
import { CallDialog } from './call-dialog.tsx';
import { GainCurve } from './gain-curve.tsx';
import { RecruitForm } from './recruit-form.tsx';
import { RecruitList } from './recruit-list.tsx';
import classes from './recruit.module.css';
import { useRecruit, type Plan } from './use-recruit.ts';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

interface Props {
  network: Network;
  filter: NetworkFilterInput;
  /** Shows on the map the sites that have no place yet. */
  onUnplaced: () => void;
}

export function RecruitTab({ network, filter, onUnplaced }: Props): ReactNode {
  const { t, i18n } = useTranslation('network');
  const format = useFormat();
  const { base, error: baseError } = useBaseShapes();
  const { job, found, search } = useRecruit(filter);
  const exporting = useJob('network.exportRecruits');
  const [calling, setCalling] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const [canDraw, setCanDraw] = useState(true);
  const map = useRef<NetworkMap | null>(null);
  const { columns } = network;
  const home = useMemo(() => homeExtent(columns), [columns]);
  const view = useRef<Extent>(home);
  const plan = found?.plan ?? null;
  const radius = found?.ask.radiusKm ?? null;
  const unplaced = plan?.picks.filter((pick) => pick.lat === null).length ?? 0;

  const drawing = useDrawing(network, network, filter, 'coverage', 'sites', null);
  const reached = useCircles(columns, radius !== null, radius ?? 1);
  const circles = useMemo((): FeatureCollection => {
    if (plan === null || radius === null) return nothing;
    return {
      type: 'FeatureCollection',
      features: [
        ...reached.features,
        ...plan.picks.flatMap((pick): FeatureCollection['features'] =>
          pick.lat === null || pick.lon === null
            ? []
            : [
                {
                  type: 'Feature',
                  properties: { radius: pixelsAtZoom0(radius, pick.lat), next: true },
                  geometry: { type: 'Point', coordinates: [pick.lon, pick.lat] },
                },
              ],
        ),
      ],
    };
  }, [reached, plan, radius]);
  const recruits = useMemo(
    (): FeatureCollection =>
      plan === null
        ? nothing
        : {
            type: 'FeatureCollection',
            features: plan.picks.flatMap((pick, at): FeatureCollection['features'] =>
              pick.lat === null || pick.lon === null
                ? []
                : [
                    {
                      type: 'Feature',
                      properties: { rank: at + 1 },
                      geometry: { type: 'Point', coordinates: [pick.lon, pick.lat] },
                    },
                  ],
            ),
          },
    [plan],
  );
  const picked = useMemo((): FeatureCollection => {
    const pick = shown === null ? undefined : plan?.picks[shown];
    return pick === undefined || pick.lat === null || pick.lon === null
      ? nothing
      : {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { focus: true },
              geometry: { type: 'Point', coordinates: [pick.lon, pick.lat] },
            },
          ],
        };
  }, [plan, shown]);
  const content: MapContent = {
    marks: drawing.marks,
    scale: drawing.scale,
    form: 'sites',
    areas: null,
    areaScale: drawing.areaScale,
    picked,
    pickedTerritory: null,
    reach: circles,
    showReach: true,
    recruits,
    placing: false,
  };

  const show = (at: number): void => {
    setShown(at);
    const pick = plan?.picks[at];
    if (pick === undefined || pick.lat === null || pick.lon === null) return;
    const around = (radius ?? 30) / 80;
    map.current?.fit(extentOf([pick.lon - around, pick.lon + around], [pick.lat - around, pick.lat + around]), true);
  };
  const save = async (format_: 'csv' | 'xlsx'): Promise<void> => {
    if (found === null) return;
    try {
      const { path } = await call('shell.chooseSave', {
        purpose: format_,
        name: `${t('recruit.fileName')}.${format_}`,
      });
      if (path === null) return;
      const { rows } = await exporting.start({
        filter,
        ...found.ask,
        lang: i18n.language === 'en' ? 'en' : 'fr',
        outPath: path,
      });
      showToast(t('recruit.saved', { count: rows, number: format.number(rows) }));
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) showError(error);
    }
  };

  if (baseError !== null) return <ErrorState error={baseError} />;
  if (base === null) return <LoadingPage />;
  return (
    <div className={classes['stage']}>
      <div className={classes['pane']}>
        <Stack gap="md">
          <RecruitForm job={job} search={search} />
          {job.error !== null && (
            <ErrorState error={job.error} onRetry={() => search(found?.ask ?? { count: 10, radiusKm: 30 })} />
          )}
          {plan !== null && found !== null && (
            <>
              <Result plan={plan} radius={radius} />
              {plan.picks.length > 0 && (
                <>
                  <GainCurve plan={plan} />
                  <Group gap="xs">
                    <Button leftSection={<IconMail size={16} stroke={1.6} />} onClick={() => setCalling(true)}>
                      {t('recruit.makeCall')}
                    </Button>
                    <Button
                      variant="default"
                      leftSection={<IconDownload size={16} stroke={1.6} />}
                      disabled={exporting.running}
                      onClick={() => void save('csv')}
                    >
                      CSV
                    </Button>
                    <Button
                      variant="default"
                      leftSection={<IconDownload size={16} stroke={1.6} />}
                      disabled={exporting.running}
                      onClick={() => void save('xlsx')}
                    >
                      XLSX
                    </Button>
                  </Group>
                  <JobProgress job={exporting} label={t('recruit.saving')} />
                  {unplaced > 0 && (
                    <Text size="sm">
                      {t('recruit.picksWithoutPlace', { count: unplaced, number: format.number(unplaced) })}{' '}
                      <Anchor component="button" size="sm" underline="always" onClick={onUnplaced}>
                        {t('recruit.placeThem')}
                      </Anchor>
                    </Text>
                  )}
                  <RecruitList plan={plan} shown={shown} onShow={show} />
                </>
              )}
              <Accordion variant="separated" chevronPosition="left">
                <Accordion.Item value="help">
                  <Accordion.Control>
                    <Text size="sm" fw={500}>
                      {t('recruit.help.title')}
                    </Text>
                  </Accordion.Control>
                  <Accordion.Panel>
                    <Stack gap="xs">
                      {(['choice', 'guarantee', 'reach', 'missing'] as const).map((part) => (
                        <Text key={part} size="sm">
                          {t(`recruit.help.${part}`)}
                        </Text>
                      ))}
                      <Text size="sm" c="dimmed">
                        {t('recruit.help.source')}
                      </Text>
                    </Stack>
                  </Accordion.Panel>
                </Accordion.Item>
              </Accordion>
            </>
          )}
        </Stack>
      </div>
      <div className={classes['map']}>
        {canDraw ? (
          <>
            <MapStage
              base={base}
              content={content}
              columns={columns}
              rows={network.rows}
              past={false}
              view={view}
              home={home}
              lasso={false}
              onLassoEnd={() => undefined}
              placing={null}
              placingBusy={false}
              onPlace={() => undefined}
              onPlacingEnd={() => undefined}
              onTarget={(target, add, lon, lat) => {
                if (target?.kind === 'many') void map.current?.open(target.cluster, lon, lat).catch(showError);
                if (target?.kind !== 'site' || add) return;
                const at = plan?.picks.findIndex((pick) => pick.siteId === mapSiteAt(columns, target.at).id) ?? -1;
                if (at !== -1) setShown(at);
              }}
              onView={() => undefined}
              onMap={(handle) => {
                map.current = handle;
              }}
              onFailed={() => setCanDraw(false)}
            />
            <Legend
              scale={drawing.scale}
              form="sites"
              headcounts={[]}
              missing={0}
              past={false}
              brief
              reach={
                plan === null || plan.picks.length === 0
                  ? null
                  : t(radius === null ? 'recruit.legendTerritory' : 'recruit.legend')
              }
            />
          </>
        ) : (
          <EmptyState icon={IconMail} title={t('noMap.title')} text={t('recruit.noMap')} />
        )}
      </div>
      <CallDialog
        opened={calling}
        siteIds={plan === null ? [] : [...new Set(plan.picks.map((pick) => pick.siteId))]}
        onClose={() => setCalling(false)}
      />
    </div>
  );
}

function Result({ plan, radius }: { plan: Plan; radius: number | null }): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const gained = plan.reachedAfter - plan.reachedBefore;
  const share = (reached: number): string => format.percent(plan.employees === 0 ? null : reached / plan.employees);
  const values = {
    count: plan.picks.length,
    number: format.number(plan.picks.length),
    gained: format.number(gained),
    before: share(plan.reachedBefore),
    after: share(plan.reachedAfter),
    radius: format.number(radius),
  };
  return (
    <div aria-live="polite">
      <Title order={2} fw={400} className={classes['result']}>
        {plan.picks.length === 0
          ? t('recruit.nothing')
          : radius === null
            ? t('recruit.resultTerritory', values)
            : t('recruit.result', values)}
      </Title>
      <Text size="sm" c="dimmed" mt={4}>
        {plan.picks.length > 0 &&
          `${plan.atLeast >= 0.9995 ? t('recruit.best') : t('recruit.atLeast', { share: format.percent(Math.floor(plan.atLeast * 100) / 100) })} `}
        {plan.isEnough && plan.picks.length > 0 && `${t('recruit.enough')} `}
        {plan.sitesWithoutHeadcount > 0 &&
          `${t('recruit.unknownHeadcount', { count: plan.sitesWithoutHeadcount, number: format.number(plan.sitesWithoutHeadcount) })} `}
        {plan.sitesWithoutPlace > 0 &&
          t('recruit.unknownPlace', { count: plan.sitesWithoutPlace, number: format.number(plan.sitesWithoutPlace) })}
      </Text>
    </div>
  );
}
