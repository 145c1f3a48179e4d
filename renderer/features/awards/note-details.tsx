/** What stands behind a nominee's note: the mean on each criterion and what each juror gave. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryResult, EditionResults, RankedNominee } from '#shared/awards/results.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './results.module.css';

interface Props {
  nominee: RankedNominee;
  category: CategoryResult;
  results: EditionResults;
  colour: string;
}

export function NoteDetails({ nominee, category, results, colour }: Props): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const shareOf = (value: number | null): number =>
    value === null ? 0 : (value - category.scaleMin) / (category.scaleMax - category.scaleMin);
  return (
    <div className={classes['details']}>
      <section>
        <h4 className={classes['detailTitle']}>{t('results.byCriterion')}</h4>
        <dl className={classes['pairs']}>
          {category.criteria.map((criterion) => {
            const mean = nominee.perCriterion.find((one) => one.criterionId === criterion.id)?.mean ?? null;
            return (
              <div key={criterion.id} className={classes['pair']}>
                <dt>
                  {criterion.name} <span className={classes['soft']}>{format.percent(criterion.weight)}</span>
                </dt>
                <dd>
                  <span className={classes['track']} aria-hidden="true">
                    <span style={{ width: `${shareOf(mean) * 100}%`, background: colour }} />
                  </span>
                  <span className={classes['figure']}>{format.number(mean, 2)}</span>
                </dd>
              </div>
            );
          })}
        </dl>
      </section>
      <section>
        <h4 className={classes['detailTitle']}>{t('results.byJuror')}</h4>
        <dl className={classes['pairs']}>
          {nominee.perJuror.map((one) => (
            <div key={one.jurorId} className={classes['pair']}>
              <dt>{results.jurors.find((juror) => juror.id === one.jurorId)?.name}</dt>
              <dd>
                {one.note === null ? (
                  <span className={classes['soft']}>{one.recused ? t('results.recused') : t('results.missing')}</span>
                ) : (
                  <>
                    <span className={classes['track']} aria-hidden="true">
                      <span style={{ width: `${shareOf(one.note) * 100}%`, background: colour }} />
                    </span>
                    <span className={classes['figure']}>{format.number(one.note, 2)}</span>
                  </>
                )}
              </dd>
            </div>
          ))}
          {nominee.median !== null && (
            <div className={classes['pair']}>
              <dt className={classes['soft']}>{t('results.median')}</dt>
              <dd>
                <span className={classes['figure']}>{format.number(nominee.median, 2)}</span>
              </dd>
            </div>
          )}
        </dl>
      </section>
    </div>
  );
}
