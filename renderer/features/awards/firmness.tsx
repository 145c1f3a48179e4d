/** How firm the result is: agreement of the jury, and whether it holds without a juror or by another method. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryResult, EditionResults } from '#shared/awards/results.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './results.module.css';

export function Firmness({
  category,
  method,
}: {
  category: CategoryResult;
  method: EditionResults['edition']['method'];
}): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const { robustness, agreement } = category;
  if (robustness === null) return null;
  return (
    <section>
      <Title order={3} className={classes['sectionTitle']}>
        {t('results.firmness')}
      </Title>
      <p className={classes['quiet']}>
        <b>{t(`method.${method}`)}.</b> {t(`methodHelp.${method}`)}
      </p>
      <dl className={classes['facts']}>
        <div>
          <dt>{t('results.agreement')}</dt>
          <dd>{format.percent(agreement)}</dd>
          <dd className={classes['soft']}>
            {agreement === null ? t('results.agreementNone') : t('results.agreementText')}
          </dd>
        </div>
        {robustness.jurorRuns > 0 && (
          <div>
            <dt>{t('results.oneJurorLess')}</dt>
            <dd>
              {robustness.jurorSame}/{robustness.jurorRuns}
            </dd>
            <dd className={classes['soft']}>
              {t('results.oneJurorLessText', { same: robustness.jurorSame, runs: robustness.jurorRuns })}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('results.otherMethods')}</dt>
          <dd>
            {robustness.methodSame}/{robustness.methodRuns}
          </dd>
          <dd className={classes['soft']}>
            {t('results.otherMethodsText', { same: robustness.methodSame, runs: robustness.methodRuns })}
          </dd>
        </div>
      </dl>
    </section>
  );
}
