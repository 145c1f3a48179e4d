/** Where a site lies: a dot on the map of its country, and how exactly that is known. */
import { Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteRow } from '#shared/sites/contract.ts';
import { SvgPicture } from '../../components/svg-picture.tsx';
import { useRead } from '../../lib/api.ts';
import { useTerm } from '../../lib/choices.ts';
import classes from './sites.module.css';

const [width, height] = [150, 132];

export function SitePlace({ site }: { site: SiteRow }): ReactNode {
  const { t } = useTranslation('sites');
  const term = useTerm();
  const map = useRead('sites.map', { id: site.id, width, height }, { keep: true });
  const words = site.lat === null ? t('located.no') : term('accuracy', site.accuracy);
  if (map.data === undefined) return <Skeleton width={width} height={height} />;
  return (
    <figure className={classes['place']}>
      {map.data.svg !== null && <SvgPicture svg={map.data.svg} label={t('map')} />}
      <figcaption>
        <Text size="xs" c="dimmed" ta="center">
          {words}
        </Text>
      </figcaption>
    </figure>
  );
}
