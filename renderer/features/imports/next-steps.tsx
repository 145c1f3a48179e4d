/** "And now": what follows an import, as far as the data ask for it. */
import type { ImportKind } from '#shared/kinds.ts';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconFileImport, IconMap2, IconMapPins } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useWrite } from '../../lib/write.ts';
import classes from './imports.module.css';
import type { ImportState } from './use-import.ts';
import { useKinds } from './use-kinds.ts';

/** What is mostly brought in after it. */
const following: Partial<Record<ImportKind, ImportKind>> = {
  territories: 'sites',
  sites: 'people',
  people: 'initiatives',
  initiatives: 'measurements',
};
/** Records that stand on the map. */
const mapped = new Set<ImportKind>(['sites', 'people', 'territories']);
const namedRegions = 3;

export function NextSteps({ state }: { state: ImportState }): ReactNode {
  const { t } = useTranslation('imports');
  const { nameOf } = useKinds();
  const navigate = useNavigate();
  const format = useFormat();
  const { data } = useRead('territories.regionsToFill', {});
  const fill = useWrite('territories.fillRegions', {
    toast: ({ sites }) => t('after.filled', { count: sites, number: format.number(sites) }),
  });
  const next = following[state.kind];
  const regions = data?.regions ?? [];
  const sites = regions.reduce((sum, region) => sum + region.sites, 0);
  const named = regions
    .slice(0, namedRegions)
    .map(({ name, sites: count }) => t('after.region', { name, number: format.number(count) }));
  const more = regions.length - named.length;
  if (next === undefined && regions.length === 0 && !mapped.has(state.kind)) return null;
  return (
    <section className={classes['next']} aria-label={t('after.title')}>
      <Title order={3} fz={16}>
        {t('after.title')}
      </Title>
      {regions.length > 0 && (
        <Group gap="sm" wrap="nowrap">
          <Text size="sm">
            {t('after.regions', {
              count: sites,
              number: format.number(sites),
              regions: format.list(
                more > 0 ? [...named, t('after.otherRegions', { count: more, number: format.number(more) })] : named,
              ),
            })}
          </Text>
          <Button
            size="compact-md"
            variant="default"
            style={{ flex: 'none' }}
            leftSection={<IconMapPins size={16} stroke={1.6} aria-hidden />}
            loading={fill.isPending}
            onClick={() => fill.mutate({})}
          >
            {t('after.fill')}
          </Button>
        </Group>
      )}
      <Group gap="sm">
        {next !== undefined && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconFileImport size={16} stroke={1.6} aria-hidden />}
            onClick={() => {
              void navigate(`/imports?kind=${next}`, { replace: true });
              state.restart();
            }}
          >
            {t('after.file', { kind: nameOf(next) })}
          </Button>
        )}
        {mapped.has(state.kind) && (
          <Button
            size="compact-md"
            variant="default"
            component={Link}
            to="/network?view=map"
            leftSection={<IconMap2 size={16} stroke={1.6} aria-hidden />}
          >
            {t('after.map')}
          </Button>
        )}
      </Group>
    </section>
  );
}
