/** Step 5: the honours of the edition, and the ranking of each category with all that explains it. */
import { Button, Group, Title } from '@mantine/core';
import { IconPresentation, IconTrophy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { categoryColour } from '#shared/awards/colours.ts';
import type { CategoryResult, EditionResults } from '#shared/awards/results.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import shared from './awards.module.css';
import { RailEntry } from './category-rail.tsx';
import { Decisions } from './decisions.tsx';
import { Firmness } from './firmness.tsx';
import { NoCategories } from './no-categories.tsx';
import { CategoryHeading } from './nominees-step.tsx';
import { RankingTable } from './ranking-table.tsx';
import classes from './results.module.css';
import type { AwardsState, StepProps } from './state.ts';
import { HonoursWall, Prize } from './winners.tsx';

export function ResultsStep({ detail, state, locked }: StepProps): ReactNode {
  const { t } = useTranslation('awards');
  const results = useRead('awards.results', { editionId: detail.edition.id }, { keep: true });
  if (results.error !== null) return <ErrorState error={results.error} onRetry={() => void results.refetch()} />;
  if (results.data?.edition.id !== detail.edition.id) return <LoadingPage />;
  const { categories } = results.data;
  if (categories.length === 0) return <NoCategories state={state} />;
  const index = categories.findIndex((category) => category.id === state.category);
  const category = categories[index];
  const winners = categories.reduce((sum, one) => sum + one.winnerIds.length, 0);
  return (
    <div className={shared['split']}>
      <nav aria-label={t('rail.label')} className={shared['rail']}>
        <RailEntry
          colour="var(--saffron-strong)"
          name={t('rail.honours')}
          detail={t('rail.honoursText', { count: winners })}
          current={category === undefined}
          onPick={() => state.set({ category: 'all' })}
        />
        {categories.map((one, place) => (
          <RailEntry
            key={one.id}
            colour={categoryColour(one.colour, place)}
            name={one.name}
            detail={<RailResult category={one} />}
            current={one.id === category?.id}
            onPick={() => state.set({ category: one.id })}
          />
        ))}
      </nav>
      <div className={shared['content']}>
        {category === undefined ? (
          <Honours results={results.data} state={state} />
        ) : (
          <Category
            key={category.id}
            category={category}
            results={results.data}
            colour={categoryColour(category.colour, index)}
            locked={locked}
            state={state}
          />
        )}
      </div>
    </div>
  );
}

function RailResult({ category }: { category: CategoryResult }): ReactNode {
  const { t } = useTranslation('awards');
  const names = category.winnerIds.flatMap((id) => category.nominees.find((one) => one.nomineeId === id)?.title ?? []);
  if (category.pendingIds.length > 0) return <span className={classes['pendingMark']}>{t('rail.pending')}</span>;
  return names.length === 0 ? t('rail.none') : names.join(', ');
}

function Honours({ results, state }: { results: EditionResults; state: AwardsState }): ReactNode {
  const { t } = useTranslation('awards');
  const empty = results.categories.every((category) => category.winnerIds.length === 0);
  if (empty)
    return (
      <EmptyState
        icon={IconTrophy}
        title={t('results.honoursEmpty')}
        text={t('results.honoursEmptyText')}
        actions={<Button onClick={() => state.set({ step: 'scores' })}>{t('step.scores')}</Button>}
      />
    );
  return (
    <>
      <Group justify="space-between" mb="lg">
        <Title order={2} className={shared['categoryTitle']}>
          {t('rail.honours')}
        </Title>
        <Button
          component={Link}
          to={`/deck?edition=${results.edition.id}`}
          leftSection={<IconPresentation size={16} stroke={1.6} />}
        >
          {t('results.toDeck')}
        </Button>
      </Group>
      <HonoursWall results={results} onOpen={(id) => state.set({ category: id })} />
    </>
  );
}

function Category({
  category,
  results,
  colour,
  locked,
  state,
}: {
  category: CategoryResult;
  results: EditionResults;
  colour: string;
  locked: boolean;
  state: AwardsState;
}): ReactNode {
  const { t } = useTranslation('awards');
  const write = (nomineeId: string): void => state.set({ step: 'nominees', category: category.id, nominee: nomineeId });
  return (
    <div className={classes['page']}>
      <CategoryHeading category={category} />
      <Prize category={category} results={results} colour={colour} locked={locked} onWrite={write} />
      {category.nominees.length === 0 ? (
        <p className={classes['quiet']}>{t('results.noNominees')}</p>
      ) : (
        <RankingTable category={category} results={results} colour={colour} locked={locked} />
      )}
      <Decisions category={category} locked={locked} />
      <Firmness category={category} method={results.edition.method} />
    </div>
  );
}
