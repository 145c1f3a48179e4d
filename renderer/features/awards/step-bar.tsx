/** The five steps of an edition, each with how far it is. */
import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionDetail } from '#shared/awards/contract.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './awards.module.css';
import { steps, type Step } from './state.ts';

interface Progress {
  text: string;
  done: boolean;
}

function useProgress(detail: EditionDetail): Record<Step, Progress> {
  const format = useFormat();
  const nominees = detail.categories.reduce((sum, category) => sum + category.nominees.length, 0);
  const complete = detail.completion.reduce((sum, one) => sum + one.complete, 0);
  const expected = detail.completion.reduce((sum, one) => sum + one.expected, 0);
  const scored = expected > 0 && complete === expected;
  return {
    categories: {
      text: format.number(detail.categories.length),
      done: detail.categories.length > 0 && detail.categories.every((category) => category.criteria.length > 0),
    },
    nominees: {
      text: format.number(nominees),
      done: detail.categories.length > 0 && detail.categories.every((category) => category.nominees.length > 0),
    },
    jury: { text: format.number(detail.jurors.length), done: detail.jurors.length >= detail.edition.quorum },
    scores: { text: expected === 0 ? '' : format.percent(complete / expected), done: scored },
    results: { text: '', done: detail.edition.status === 'closed' },
  };
}

export function StepBar({
  detail,
  step,
  onStep,
}: {
  detail: EditionDetail;
  step: Step;
  onStep: (step: Step) => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const progress = useProgress(detail);
  return (
    <div className={classes['stepsBox']}>
      <nav aria-label={t('step.label')} className={classes['steps']}>
        {steps.map((one, index) => (
          <UnstyledButton
            key={one}
            className={classes['step']}
            aria-current={one === step ? 'step' : undefined}
            data-done={progress[one].done || undefined}
            onClick={() => onStep(one)}
          >
            <span className={classes['stepMark']} aria-hidden="true">
              {progress[one].done ? <IconCheck size={13} stroke={2.4} /> : index + 1}
            </span>
            {t(`step.${one}`)}
            {progress[one].text !== '' && <span className={classes['stepCount']}>{progress[one].text}</span>}
          </UnstyledButton>
        ))}
      </nav>
    </div>
  );
}
