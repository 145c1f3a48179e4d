/** What the jury decided beyond the notes, with the reasons. */
import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AwardDecision, CategoryResult } from '#shared/awards/results.ts';
import { useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './results.module.css';

export function Decisions({ category, locked }: { category: CategoryResult; locked: boolean }): ReactNode {
  const { t } = useTranslation('awards');
  if (category.decisions.length === 0) return null;
  return (
    <section>
      <Title order={3} className={classes['sectionTitle']}>
        {t('results.decisions')}
      </Title>
      <ul className={classes['decisions']}>
        {category.decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} category={category} locked={locked} />
        ))}
      </ul>
    </section>
  );
}

function Decision({
  decision,
  category,
  locked,
}: {
  decision: AwardDecision;
  category: CategoryResult;
  locked: boolean;
}): ReactNode {
  const { t } = useTranslation('awards');
  const undo = useWrite('awards.undecide', { toast: () => t('results.undecided') });
  const values = {
    name: category.nominees.find((one) => one.nomineeId === decision.nomineeId)?.title ?? '',
    rank: decision.rank,
  };
  return (
    <li className={classes['decision']}>
      <div>
        <b>{decision.kind === 'override' ? t('results.overrideLine', values) : t('results.tieBreak', values)}</b>
        <p className={classes['quiet']}>
          {t('results.quote', { text: decision.reason })}
          {!decision.applied && <> · {t('results.stale')}</>}
        </p>
      </div>
      {!locked && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => undo.mutate({ id: decision.id }, { onError: showError })}
        >
          {t('results.withdraw')}
        </Button>
      )}
    </li>
  );
}
