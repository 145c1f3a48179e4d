/** The network as a drawing, for machines that draw no interactive map: the same sites, those with someone in the other colour. */
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/error-state.tsx';
import { SvgPicture } from '../../../components/svg-picture.tsx';
import { useRead } from '../../../lib/api.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Network, NetworkFilterInput } from '../use-network.ts';
import classes from './still-map.module.css';

const [width, height] = [640, 560];

export function StillMap({ network, filter }: { network: Network; filter: NetworkFilterInput }): ReactNode {
  const { t } = useTranslation('network');
  const format = useFormat();
  const map = useRead('workspace.map', { width, height, filter }, { keep: true });
  if (map.error !== null) return <ErrorState error={map.error} onRetry={() => void map.refetch()} />;
  if (map.data === undefined) return <Skeleton className={classes['figure']} height={240} />;
  if (map.data.svg === null) return null;
  const { sites, sitesAtTarget } = network.total;
  return (
    <figure className={classes['figure']}>
      <SvgPicture
        svg={map.data.svg}
        label={t('noMap.label', { covered: format.number(sitesAtTarget), sites: format.number(sites) })}
        className={classes['drawing']}
      />
      <figcaption className={classes['caption']}>
        <span>
          <i data-covered aria-hidden />
          {t('noMap.covered')}
        </span>
        <span>
          <i aria-hidden />
          {t('noMap.alone')}
        </span>
      </figcaption>
    </figure>
  );
}
