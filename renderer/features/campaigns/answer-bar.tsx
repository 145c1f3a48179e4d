/** Where the sites of a campaign are with their answer: a small stacked bar beside how many have answered. */
import type { ReactNode } from 'react';
import type { AnswerCounts } from '#shared/contract/campaigns.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './campaigns.module.css';
import { useCampaignWords } from './words.ts';

const order = ['done', 'adopted', 'adapted', 'declined'] as const;

export function AnswerBar({ answers, settled }: { answers: AnswerCounts; settled: boolean }): ReactNode {
  const format = useFormat();
  const words = useCampaignWords();
  if (!settled || answers.sites === 0) return '–';
  const answered = answers.sites - answers.invited;
  const said = order.filter((status) => answers[status] > 0).map((status) => `${words.answer(status)} ${format.number(answers[status])}`).join(', ');
  return (
    <span className={classes['answers']} title={said}>
      <span className={classes['bar']} aria-hidden="true">
        {order.map((status) => answers[status] > 0 && <span key={status} data-answer={status} style={{ width: `${(answers[status] / answers.sites) * 100}%` }} />)}
      </span>
      <span className={classes['count']}>{format.number(answered)}/{format.number(answers.sites)}</span>
    </span>
  );
}
