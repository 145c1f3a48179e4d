/** One status of the board: its campaigns a page at a time, and the place where cards are let go. */
import { useDroppable } from '@dnd-kit/core';
import { Button, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignStatus } from '#shared/campaigns/lists.ts';
import { StepMark } from '../../../components/step-mark.tsx';
import { useFormat } from '../../../lib/format.ts';
import { campaignMarks, useCampaignWords } from '../words.ts';
import { BoardCard } from './board-card.tsx';
import classes from './board.module.css';
import type { PlanBar } from './plan-bar.ts';

interface Props {
  status: CampaignStatus;
  bars: PlanBar[];
  open: string | null;
  onOpen: (id: string) => void;
  readOnly: boolean;
}

/** Cards drawn at first, and more at each asking. */
const page = 40;

export function BoardColumn({ status, bars, open, onOpen, readOnly }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const words = useCampaignWords();
  const { setNodeRef, isOver } = useDroppable({ id: status });
  const [pages, setPages] = useState(1);
  const rest = bars.length - pages * page;
  return (
    <section
      ref={setNodeRef}
      className={classes['column']}
      data-over={isOver || undefined}
      data-status={status}
      aria-label={words.status(status)}
    >
      <header className={classes['head']}>
        <StepMark mark={campaignMarks[status]} />
        <Title order={2} fz={14}>
          {words.status(status)}
        </Title>
        <Text size="xs" c="dimmed">
          {format.number(bars.length)}
        </Text>
      </header>
      <div className={classes['cards']} tabIndex={0} role="group" aria-label={words.status(status)}>
        {bars.length === 0 && <p className={classes['none']}>{t('board.none')}</p>}
        <ul className={classes['list']}>
          {bars.slice(0, pages * page).map((bar) => (
            <li key={bar.id}>
              <BoardCard bar={bar} isOpen={open === bar.id} onOpen={onOpen} readOnly={readOnly} />
            </li>
          ))}
        </ul>
        {rest > 0 && (
          <Button variant="subtle" size="compact-sm" mx={8} mb={8} onClick={() => setPages(pages + 1)}>
            {t('board.more', { count: Math.min(rest, page), number: format.number(Math.min(rest, page)) })}
          </Button>
        )}
      </div>
    </section>
  );
}
