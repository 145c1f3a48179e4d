/** Step 2: who is nominated in each category, with picture, place, and what remains to be written. */
import { Button, Group, Title, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconPencil, IconPlus, IconSeedling } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryColour } from '#shared/awards/colours.ts';
import type { CategoryDetail, Nominee } from '#shared/awards/contract.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { AddNominees } from './add-nominees.tsx';
import shared from './awards.module.css';
import { CategoryRail, currentCategory } from './category-rail.tsx';
import classes from './nominees.module.css';
import { NoCategories } from './no-categories.tsx';
import { Picture } from './picture.tsx';
import type { StepProps } from './state.ts';

export const nomineeTitle = (nominee: Pick<Nominee, 'title' | 'subjectName'>): string =>
  nominee.title ?? nominee.subjectName;

export function NomineesStep({ detail, state, locked }: StepProps): ReactNode {
  const { t } = useTranslation('awards');
  const [adding, setAdding] = useState(false);
  const category = currentCategory(detail.categories, state.category);
  if (category === undefined) return <NoCategories state={state} />;
  const colour = categoryColour(category.colour, detail.categories.indexOf(category));
  const add = (
    <Button
      variant={category.nominees.length === 0 ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => setAdding(true)}
    >
      {t('nominees.add')}
    </Button>
  );
  return (
    <div className={shared['split']}>
      <CategoryRail
        categories={detail.categories}
        current={category.id}
        onPick={(id) => state.set({ category: id, nominee: null })}
        detailOf={(one) => t('rail.nominees', { count: one.nominees.length })}
      />
      <div className={shared['content']}>
        <Group justify="space-between" mb="lg" align="flex-start">
          <CategoryHeading category={category} />
          {!locked && category.nominees.length > 0 && add}
        </Group>
        {category.nominees.length === 0 ? (
          <EmptyState
            icon={IconSeedling}
            title={t('nominees.empty')}
            text={t('nominees.emptyText')}
            actions={locked ? undefined : add}
          />
        ) : (
          <ul className={classes['cards']}>
            {category.nominees.map((nominee) => (
              <NomineeCard
                key={nominee.id}
                nominee={nominee}
                colour={colour}
                open={nominee.id === state.nominee}
                onOpen={() => state.set({ nominee: nominee.id })}
              />
            ))}
          </ul>
        )}
      </div>
      {adding && <AddNominees category={category} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** The category's name in the voice of the titles, with what it is for. */
export function CategoryHeading({ category }: { category: Pick<CategoryDetail, 'name' | 'description'> }): ReactNode {
  return (
    <div style={{ minWidth: 0 }}>
      <Title order={2} className={shared['categoryTitle']}>
        {category.name}
      </Title>
      {category.description !== null && <p className={classes['description']}>{category.description}</p>}
    </div>
  );
}

function NomineeCard({
  nominee,
  colour,
  open,
  onOpen,
}: {
  nominee: Nominee;
  colour: string;
  open: boolean;
  onOpen: () => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const place = [nominee.siteName, nominee.territoryName].filter((part) => part !== null).join(' · ');
  const missing =
    nominee.story === null ? 'nominees.storyMissing' : nominee.citation === null ? 'nominees.citationMissing' : null;
  return (
    <li>
      <UnstyledButton className={classes['card']} data-open={open || undefined} onClick={onOpen} aria-expanded={open}>
        <Picture id={nominee.pictureId} kind={nominee.kind} colour={colour} className={classes['cover']} />
        <span className={classes['cardTitle']}>{nomineeTitle(nominee)}</span>
        {place !== '' && <span className={classes['place']}>{place}</span>}
        <span className={classes['state']} data-missing={missing !== null || undefined}>
          {missing === null ? (
            <IconCircleCheck size={14} stroke={1.8} aria-hidden />
          ) : (
            <IconPencil size={14} stroke={1.8} aria-hidden />
          )}
          {t(missing ?? 'nominees.complete')}
        </span>
      </UnstyledButton>
    </li>
  );
}
