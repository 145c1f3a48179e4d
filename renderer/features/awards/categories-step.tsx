/** Step 1: what is rewarded, and by which weighted criteria. */
import { ActionIcon, Button, Group, Stack, Title, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash, IconTrophy } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { awardSubjects } from '#shared/awards/results.ts';
import type { CategoryDetail } from '#shared/awards/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FormValues } from '../../blocks/record-form/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { call } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './awards.module.css';
import { CategoryDialog } from './category-dialog.tsx';
import { CategoryRail, currentCategory } from './category-rail.tsx';
import { CriteriaTable } from './criteria-table.tsx';
import type { StepProps } from './state.ts';

export function CategoriesStep({ detail, state, locked }: StepProps): ReactNode {
  const { t } = useTranslation('awards');
  const [making, setMaking] = useState(false);
  const { categories, edition } = detail;
  const category = currentCategory(categories, state.category);
  const add = (
    <Button
      variant={category === undefined ? 'filled' : 'default'}
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => setMaking(true)}
      fullWidth={category !== undefined}
    >
      {t('category.new')}
    </Button>
  );
  const dialog = making && (
    <CategoryDialog
      editionId={edition.id}
      onClose={() => setMaking(false)}
      onCreated={(id) => state.set({ category: id })}
    />
  );
  if (category === undefined) {
    return (
      <div className={classes['content']}>
        <EmptyState
          icon={IconTrophy}
          title={t('category.empty')}
          text={locked ? t('category.emptyLocked') : t('category.emptyText')}
          actions={locked ? undefined : add}
        />
        {dialog}
      </div>
    );
  }
  return (
    <div className={classes['split']}>
      <CategoryRail
        categories={categories}
        current={category.id}
        onPick={(id) => state.set({ category: id })}
        detailOf={(one) => t('rail.criteria', { count: one.criteria.length })}
        foot={locked ? undefined : add}
      />
      <div className={classes['content']}>
        <Stack gap={32} maw={760}>
          <CategoryHead
            key={category.id}
            category={category}
            index={categories.indexOf(category)}
            count={categories.length}
            locked={locked}
          />
          <CategoryFields key={category.id} category={category} locked={locked} />
          <CriteriaTable category={category} locked={locked} />
        </Stack>
      </div>
      {dialog}
    </div>
  );
}

function CategoryHead({
  category,
  index,
  count,
  locked,
}: {
  category: CategoryDetail;
  index: number;
  count: number;
  locked: boolean;
}): ReactNode {
  const { t } = useTranslation('awards');
  const move = useWrite('awards.moveCategory');
  const remove = useWrite('awards.deleteCategories', { toast: () => t('category.deleted', { name: category.name }) });
  return (
    <Group justify="space-between" wrap="nowrap">
      <Title order={2} className={classes['categoryTitle']}>
        {category.name}
      </Title>
      {!locked && (
        <Group gap={4} wrap="nowrap">
          <Tooltip label={t('category.up')}>
            <ActionIcon
              aria-label={t('category.up')}
              disabled={index === 0}
              onClick={() => move.mutate({ id: category.id, to: index - 1 }, { onError: showError })}
            >
              <IconArrowUp size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('category.down')}>
            <ActionIcon
              aria-label={t('category.down')}
              disabled={index === count - 1}
              onClick={() => move.mutate({ id: category.id, to: index + 1 }, { onError: showError })}
            >
              <IconArrowDown size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('category.delete')}>
            <ActionIcon
              aria-label={t('category.delete')}
              onClick={() => remove.mutate({ ids: [category.id] }, { onError: showError })}
            >
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </Group>
      )}
    </Group>
  );
}

function CategoryFields({ category, locked }: { category: CategoryDetail; locked: boolean }): ReactNode {
  const { t } = useTranslation('awards');
  const save = async (set: FormValues): Promise<void> => {
    const saved = await call('awards.updateCategory', {
      id: category.id,
      set: set as InputOf<'awards.updateCategory'>['set'],
    });
    await offerUndo(t('category.saved', { name: saved.name }));
  };
  return (
    <RecordForm
      draftKey={`categories:${category.id}`}
      specs={[
        { name: 'name', kind: 'text', required: true },
        { name: 'description', kind: 'long' },
        {
          name: 'subject',
          kind: 'choice',
          required: true,
          half: true,
          choices: awardSubjects.map((value) => ({ value, label: t(`subject.${value}`) })),
        },
        { name: 'winnersCount', kind: 'integer', required: true, half: true },
        { name: 'scaleMin', kind: 'decimal', required: true, half: true },
        { name: 'scaleMax', kind: 'decimal', required: true, half: true },
        { name: 'colour', kind: 'colour', half: true },
      ]}
      initial={category as unknown as FormValues}
      readOnly={locked}
      submitLabel={t('edition.save')}
      onSave={save}
      check={(values): Record<string, string> =>
        Number(values['scaleMax']) > Number(values['scaleMin']) ? {} : { scaleMax: t('category.scaleBad') }
      }
    />
  );
}
