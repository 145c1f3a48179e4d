/** Open sites where nobody belongs to the network, the largest first. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../lib/format.ts';
import classes from './home.module.css';
import { useUncovered } from './reads.ts';
import { Section } from './section.tsx';
import { useRecordAddress } from '../../lib/features.ts';

/** `open` is how many sites are open: of none nothing is said. */
export function UncoveredSites({ open }: { open: number }): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('home');
  const format = useFormat();
  const list = useUncovered();
  const rows = list.data?.rows ?? [];
  return (
    <Section
      title={t('nobody', { count: list.data?.total ?? 0, number: format.number(list.data?.total ?? 0) })}
      to="/sites?status=open&withoutPeople=true&sort=headcount&descending=true"
      more={t('all')}
    >
      {open > 0 && rows.length === 0 && list.data !== undefined && <Text c="dimmed">{t('everySite')}</Text>}
      <ul className={classes['lines']}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={address('site', row.id)} className={classes['line']}>
              <span className={classes['lineTitle']}>{row.name}</span>
              <span className={classes['lineDetail']}>{row.city ?? ''}</span>
              <span className={classes['lineFigure']}>
                {row.headcount === null
                  ? t('unknownHeadcount')
                  : t('employees', { count: row.headcount, number: format.number(row.headcount) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
