/** Step 4: the scores, one juror and one category at a time. */
import { Button, Text, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconListCheck, IconSeedling, IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CategoryDetail, EditionDetail, Juror } from '#shared/awards/contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import shared from './awards.module.css';
import { CategoryRail, currentCategory } from './category-rail.tsx';
import { NoCategories } from './no-categories.tsx';
import { CategoryHeading } from './nominees-step.tsx';
import { ScoreGrid } from './score-grid.tsx';
import classes from './scores.module.css';
import type { AwardsState, StepProps } from './state.ts';

function completionOf(
  detail: EditionDetail,
  juror: Juror,
  category?: CategoryDetail,
): { complete: number; expected: number } {
  const mine = detail.completion.filter(
    (one) => one.jurorId === juror.id && (category === undefined || one.categoryId === category.id),
  );
  return {
    complete: mine.reduce((sum, one) => sum + one.complete, 0),
    expected: mine.reduce((sum, one) => sum + one.expected, 0),
  };
}

export function ScoresStep({ detail, state, locked }: StepProps): ReactNode {
  const { t } = useTranslation('awards');
  const category = currentCategory(detail.categories, state.category);
  if (category === undefined) return <NoCategories state={state} />;
  const juror = detail.jurors.find((one) => one.id === state.juror) ?? detail.jurors[0];
  return (
    <div className={shared['split']}>
      <CategoryRail
        categories={detail.categories}
        current={category.id}
        onPick={(id) => state.set({ category: id })}
        detailOf={(one) =>
          juror === undefined
            ? t('rail.nominees', { count: one.nominees.length })
            : t('rail.notes', completionOf(detail, juror, one))
        }
      />
      <div className={shared['content']}>
        <CategoryHeading category={category} />
        {juror === undefined ? (
          <EmptyState
            icon={IconUsersGroup}
            title={t('scores.noJurors')}
            text={t('scores.noJurorsText')}
            actions={<Button onClick={() => state.set({ step: 'jury' })}>{t('scores.goJury')}</Button>}
          />
        ) : (
          <>
            <Jurors detail={detail} category={category} current={juror} state={state} />
            <GridFor category={category} juror={juror} locked={locked} state={state} />
          </>
        )}
      </div>
    </div>
  );
}

/** Who scores; each juror with what is done in this category. */
function Jurors({
  detail,
  category,
  current,
  state,
}: {
  detail: EditionDetail;
  category: CategoryDetail;
  current: Juror;
  state: AwardsState;
}): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <div className={classes['jurors']} role="group" aria-label={t('scores.juror')}>
      {detail.jurors.map((juror) => {
        const { complete, expected } = completionOf(detail, juror, category);
        return (
          <UnstyledButton
            key={juror.id}
            className={classes['juror']}
            aria-pressed={juror.id === current.id}
            onClick={() => state.set({ juror: juror.id })}
          >
            {juror.name}
            <span className={classes['done']}>
              {complete === expected ? (
                <IconCircleCheck size={15} stroke={1.8} aria-label={t('scores.done')} />
              ) : (
                `${complete}/${expected}`
              )}
            </span>
          </UnstyledButton>
        );
      })}
    </div>
  );
}

function GridFor({
  category,
  juror,
  locked,
  state,
}: {
  category: CategoryDetail;
  juror: Juror;
  locked: boolean;
  state: AwardsState;
}): ReactNode {
  const { t } = useTranslation('awards');
  const grid = useRead('awards.grid', { categoryId: category.id }, { keep: true });
  if (category.criteria.length === 0)
    return (
      <EmptyState
        icon={IconListCheck}
        title={t('scores.noCriteria')}
        text={t('scores.noCriteriaText')}
        actions={<Button onClick={() => state.set({ step: 'categories' })}>{t('scores.goCategories')}</Button>}
      />
    );
  if (category.nominees.length === 0)
    return (
      <EmptyState
        icon={IconSeedling}
        title={t('scores.noNominees')}
        text={t('scores.noNomineesText')}
        actions={<Button onClick={() => state.set({ step: 'nominees' })}>{t('scores.goNominees')}</Button>}
      />
    );
  if (grid.error !== null) return <ErrorState error={grid.error} onRetry={() => void grid.refetch()} />;
  if (grid.data?.category.id !== category.id) return <LoadingRows rows={category.nominees.length} />;
  return (
    <>
      <ScoreGrid key={`${category.id} ${juror.id}`} grid={grid.data} juror={juror} locked={locked} />
      {!locked && (
        <Text size="sm" c="dimmed" mt="md" maw="75ch">
          {t('scores.hint')}
        </Text>
      )}
    </>
  );
}
