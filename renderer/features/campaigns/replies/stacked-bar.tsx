/** Answers as one bar: what is done, adopted, adapted, declined, and at the right what is still silent. Never alone: figures stand beside it. */
import type { ReactNode } from 'react';
import type { AdoptionStatus } from '#shared/campaigns/lists.ts';
import type { AnswerCounts } from '#shared/campaigns/contract.ts';
import classes from './stacked-bar.module.css';

/** From the warmest answer to the coldest, as bars and legends read. */
export const answerOrder = [
  'done',
  'adopted',
  'adapted',
  'declined',
  'invited',
] as const satisfies readonly AdoptionStatus[];

export function StackedBar({
  answers,
  size = 'small',
}: {
  answers: AnswerCounts;
  size?: 'small' | 'wide' | 'large';
}): ReactNode {
  return (
    <span className={classes['bar']} data-size={size} aria-hidden="true">
      {answerOrder.map(
        (status) =>
          status !== 'invited' &&
          answers[status] > 0 && (
            <span key={status} data-answer={status} style={{ width: `${(answers[status] / answers.sites) * 100}%` }} />
          ),
      )}
    </span>
  );
}

/** The swatch of an answer, for legends. */
export function AnswerSwatch({ status }: { status: AdoptionStatus }): ReactNode {
  return <i className={classes['swatch']} data-answer={status} aria-hidden="true" />;
}
