/** The sites to recruit at, in order: what each brings and what all of them so far reach. */
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/format.ts';
import classes from './recruit.module.css';
import type { Plan } from './use-recruit.ts';
import { useRecordAddress } from '../../../lib/features.ts';

interface Props {
  plan: Plan;
  /** Place in the picks of the one shown on the map. */
  shown: number | null;
  onShow: (at: number) => void;
}

export function RecruitList({ plan, shown, onShow }: Props): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('network');
  const format = useFormat();
  return (
    <table className={classes['list']} aria-label={t('recruit.list')}>
      <thead>
        <tr>
          <th>{t('recruit.rank')}</th>
          <th>{t('recruit.site')}</th>
          <th data-align="right">{t('recruit.gain')}</th>
          <th data-align="right">{t('recruit.reached')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.picks.map((pick, at) => (
          <tr key={`${pick.siteId} ${at}`} data-shown={shown === at || undefined}>
            <td>
              <button
                type="button"
                className={classes['rank']}
                aria-label={t('recruit.show', { rank: format.number(at + 1), name: pick.name })}
                aria-pressed={shown === at}
                disabled={pick.lat === null}
                onClick={() => onShow(at)}
              >
                {format.number(at + 1)}
              </button>
            </td>
            <td>
              <Anchor component={Link} to={address('site', pick.siteId)} size="sm" c="var(--ink)">
                {pick.name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {[
                  pick.territoryName,
                  pick.prospects > 0
                    ? t('recruit.prospects', { count: pick.prospects, number: format.number(pick.prospects) })
                    : null,
                  pick.lat === null ? t('recruit.noPlace') : null,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Text>
            </td>
            <td data-align="right">{t('recruit.plus', { number: format.number(pick.gain) })}</td>
            <td data-align="right">{format.percent(plan.employees === 0 ? null : pick.reached / plan.employees)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
