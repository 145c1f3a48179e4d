/** The latest initiatives with their pictures. */
import { Center, Text } from '@mantine/core';
import { IconSeedling } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { useFormat } from '../../lib/format.ts';
import classes from './home.module.css';
import { useRecent } from './reads.ts';
import { Section } from './section.tsx';
import { useRecordAddress } from '../../lib/features.ts';

export function RecentInitiatives(): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('home');
  const format = useFormat();
  const list = useRecent();
  const rows = list.data?.rows ?? [];
  return (
    <Section title={t('recent')} to="/initiatives" more={t('all')}>
      {rows.length === 0 && list.data !== undefined && <Text c="dimmed">{t('noRecent')}</Text>}
      <ul className={classes['cards']}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={address('initiative', row.id)} className={classes['card']}>
              <span className={classes['cover']} aria-hidden="true">
                {row.coverId === null ? (
                  <Center h="100%">
                    <IconSeedling size={28} stroke={1.3} color="var(--accent)" />
                  </Center>
                ) : (
                  <AttachmentImage id={row.coverId} alt="" className={classes['photo']} />
                )}
              </span>
              <span className={classes['cardTitle']}>{row.title}</span>
              <span className={classes['cardDetail']}>
                {[row.siteName, row.startDate === null ? null : format.date(row.startDate)]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
