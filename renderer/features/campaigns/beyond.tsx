/** The campaigns before and after the time shown: how many, and one press to the nearest. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/base/days.ts';
import { useRead } from '../../lib/api.ts';
import { useFormat } from '../../lib/format.ts';
import { useScope } from '../../lib/scope.tsx';
import classes from './campaigns.module.css';
import type { CampaignViewProps } from './view-props.ts';

interface Props {
  view: Pick<CampaignViewProps, 'state' | 'filter'>;
  from: string;
  to: string;
  onGo: (date: string) => void;
}

export function Beyond({ view, from, to, onGo }: Props): ReactNode {
  const sides = {
    earlier: useSide(view, { to: addDays(from, -1) }, { from, to: addDays(from, -1) }),
    later: useSide(view, { from: addDays(to, 1) }, { from: addDays(to, 1), to }),
  };
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  if (sides.earlier === null && sides.later === null) return null;
  return (
    <div className={classes['beyond']}>
      {(['earlier', 'later'] as const).map((side) => {
        const found = sides[side];
        return (
          found !== null && (
            <Button
              key={side}
              size="compact-sm"
              variant="subtle"
              leftSection={side === 'earlier' ? <IconArrowLeft size={14} aria-hidden /> : undefined}
              rightSection={side === 'later' ? <IconArrowRight size={14} aria-hidden /> : undefined}
              data-side={side}
              onClick={() => onGo(found.date)}
            >
              {t(`beyond.${side}`, { count: found.count, number: format.number(found.count) })}
            </Button>
          )
        );
      })}
    </div>
  );
}

type Ends = Partial<Record<'from' | 'to', string>>;

/** What lies wholly on one side: all that reaches there, without what reaches into the time shown, which comes first in order. */
function useSide({ state, filter }: Props['view'], side: Ends, across: Ends): { count: number; date: string } | null {
  const { scope, active } = useScope();
  const asked = (ends: Ends, more: { offset?: number } = {}) => ({
    search: state.search,
    limit: 1,
    sort: side.from === undefined ? ('endDate' as const) : ('startDate' as const),
    descending: side.from === undefined,
    filter: { ...filter, ...(active ? { scope } : {}), from: null, to: null, ...ends },
    ...more,
  });
  const both = useRead('campaigns.list', asked(across), { keep: true }).data?.total;
  const rest = useRead('campaigns.list', asked(side, { offset: both ?? 0 }), {
    keep: true,
    enabled: both !== undefined,
  });
  const row = rest.data?.rows[0];
  const count = (rest.data?.total ?? 0) - (both ?? 0);
  return row === undefined || count <= 0
    ? null
    : { count, date: side.from === undefined ? row.endDate : row.startDate };
}
