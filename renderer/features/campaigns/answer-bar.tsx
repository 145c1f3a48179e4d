/** Where the sites of a campaign are with their answer: a small stacked bar beside how many have answered. */
import type { ReactNode } from 'react';
import type { AnswerCounts } from '#shared/campaigns/contract.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './campaigns.module.css';
import { answerOrder, StackedBar } from './replies/stacked-bar.tsx';
import { useCampaignWords } from './words.ts';

export function AnswerBar({ answers, settled }: { answers: AnswerCounts; settled: boolean }): ReactNode {
  const format = useFormat();
  const words = useCampaignWords();
  if (!settled || answers.sites === 0) return '–';
  const said = answerOrder
    .filter((status) => status !== 'invited' && answers[status] > 0)
    .map((status) => `${words.answer(status)} ${format.number(answers[status])}`)
    .join(', ');
  return (
    <span className={classes['answers']} title={said}>
      <StackedBar answers={answers} />
      <span className={classes['count']}>
        {format.number(answers.sites - answers.invited)}/{format.number(answers.sites)}
      </span>
    </span>
  );
}
