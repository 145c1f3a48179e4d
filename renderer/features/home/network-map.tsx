/** The network at a glance: every open site on the map, those without enough ambassadors in the other colour. */
import { Center, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/workspace/contract.ts';
import { mapSize } from '#shared/workspace/first-screen.ts';
import { SvgPicture } from '../../components/svg-picture.tsx';
import { useFormat } from '../../lib/format.ts';
import classes from './home.module.css';
import { useMapDrawing } from './reads.ts';
import { Section } from './section.tsx';

export function NetworkMap({ overview }: { overview: Overview }): ReactNode {
  const { t } = useTranslation('home');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const map = useMapDrawing();
  const { sitesCovered, sitesOpen } = overview.coverage;
  return (
    <Section title={t('map')} to="/network" more={t('all')}>
      {map.data === undefined ? (
        <Skeleton height={mapSize.height * 0.8} radius="lg" role="status" aria-label={common('loading')} />
      ) : map.data.svg === null ? (
        <Center className={classes['map']} mih={160}>
          <Text c="dimmed">{t('mapEmpty')}</Text>
        </Center>
      ) : (
        <figure className={classes['map']}>
          <SvgPicture
            svg={map.data.svg}
            label={t('mapLabel', { covered: format.number(sitesCovered), open: format.number(sitesOpen) })}
            className={classes['drawing']}
          />
          <figcaption className={classes['legend']}>
            <span>
              <i data-covered aria-hidden="true" />
              {t('mapCovered')}
            </span>
            <span>
              <i aria-hidden="true" />
              {t('mapUncovered')}
            </span>
            {map.data.missing > 0 && (
              <span>{t('mapMissing', { count: map.data.missing, number: format.number(map.data.missing) })}</span>
            )}
          </figcaption>
        </figure>
      )}
    </Section>
  );
}
