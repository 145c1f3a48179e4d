/** The criteria of a category: name, weight, and the share of the note that follows from it. */
import { ActionIcon, Button, NumberInput, Text, TextInput, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryColour } from '#shared/awards/colours.ts';
import type { CategoryDetail, Criterion } from '#shared/awards/contract.ts';
import { Overtaken } from '../../components/overtaken.tsx';
import { useEdits } from '../../lib/edits.ts';
import { useWrite } from '../../lib/write.ts';
import { fieldName } from '../../lib/fields.ts';
import { useFormat } from '../../lib/format.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './awards.module.css';
import { heard } from '../../lib/keys.ts';
import { criterionKeys } from './keys.ts';

export function CriteriaTable({ category, locked }: { category: CategoryDetail; locked: boolean }): ReactNode {
  const { t } = useTranslation('awards');
  const total = category.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return (
    <section aria-label={t('criteria.title')}>
      <Title order={3} fz={16}>
        {t('criteria.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {category.criteria.length === 0 ? t('criteria.none') : t('criteria.help')}
      </Text>
      {category.criteria.length > 0 && (
        <table className={classes['criteria']}>
          <thead>
            <tr>
              <th scope="col">{fieldName('name')}</th>
              <th scope="col">{fieldName('weight')}</th>
              <th scope="col">{t('criteria.share')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {category.criteria.map((criterion, index) => (
              <CriterionRow
                key={criterion.id}
                criterion={criterion}
                index={index}
                count={category.criteria.length}
                share={criterion.weight / total}
                colour={categoryColour(category.colour, category.position)}
                locked={locked}
              />
            ))}
          </tbody>
        </table>
      )}
      {!locked && <NewCriterion key={category.id} categoryId={category.id} />}
    </section>
  );
}

function useDecimal(): { decimalSeparator: string; allowedDecimalSeparators: string[] } {
  const { i18n } = useTranslation();
  return { decimalSeparator: i18n.language === 'fr' ? ',' : '.', allowedDecimalSeparators: [',', '.'] };
}

function CriterionRow({
  criterion,
  index,
  count,
  share,
  colour,
  locked,
}: {
  criterion: Criterion;
  index: number;
  count: number;
  share: number;
  colour: string;
  locked: boolean;
}): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  const decimal = useDecimal();
  const edits = useEdits<{ name: string; weight: number | string }>({
    name: criterion.name,
    weight: criterion.weight,
  });
  const update = useWrite('awards.updateCriterion', { toast: (saved) => t('criteria.saved', { name: saved.name }) });
  const remove = useWrite('awards.deleteCriteria', { toast: () => t('criteria.deleted', { name: criterion.name }) });
  const move = useWrite('awards.moveCriterion');
  const named = { name: criterion.name };
  const commit = (): void => {
    const { name = '', weight = '' } = edits.typed;
    const clean = name.trim();
    const value = Number(weight);
    const set = {
      ...(clean !== '' && clean !== criterion.name ? { name: clean } : {}),
      ...(weight !== '' && value > 0 && value !== criterion.weight ? { weight: value } : {}),
    };
    // What cannot be a name or a weight falls back on what it was.
    edits.drop((['name', 'weight'] as const).filter((field) => !(field in set)));
    if (Object.keys(set).length === 0) return;
    edits.sent(edits.typed);
    update.mutate({ id: criterion.id, set }, { onError: showError });
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>): void => {
    const line = heard(criterionKeys, event);
    if (line === 'keep') event.currentTarget.blur();
    if (line === 'reset') edits.drop();
  };
  return (
    <tr>
      <td className={classes['criterionName']} data-field>
        <TextInput
          variant="unstyled"
          aria-label={t('criteria.nameOf', named)}
          value={edits.values.name}
          disabled={locked}
          onChange={(event) => edits.set({ name: event.currentTarget.value })}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {edits.overtaken('name') && <Overtaken value={criterion.name} onTake={() => edits.drop(['name'])} />}
      </td>
      <td className={classes['criterionWeight']} data-field>
        <NumberInput
          {...decimal}
          aria-label={t('criteria.weightOf', named)}
          value={edits.values.weight}
          disabled={locked}
          min={0}
          hideControls
          decimalScale={4}
          onChange={(weight) => edits.set({ weight })}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        {edits.overtaken('weight') && (
          <Overtaken value={format.number(criterion.weight, 4)} onTake={() => edits.drop(['weight'])} />
        )}
      </td>
      <td className={classes['share']}>
        <span className={classes['shareBar']} aria-hidden="true">
          <span style={{ width: `${share * 100}%`, background: colour }} />
        </span>
        <span className={classes['shareText']}>{format.percent(share, 1)}</span>
      </td>
      <td className={classes['rowActions']}>
        {!locked && (
          <>
            <ActionIcon
              aria-label={t('criteria.up', named)}
              disabled={index === 0}
              onClick={() => move.mutate({ id: criterion.id, to: index - 1 }, { onError: showError })}
            >
              <IconArrowUp size={15} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('criteria.down', named)}
              disabled={index === count - 1}
              onClick={() => move.mutate({ id: criterion.id, to: index + 1 }, { onError: showError })}
            >
              <IconArrowDown size={15} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('criteria.delete', named)}
              onClick={() => remove.mutate({ ids: [criterion.id] }, { onError: showError })}
            >
              <IconTrash size={15} stroke={1.6} />
            </ActionIcon>
          </>
        )}
      </td>
    </tr>
  );
}

function NewCriterion({ categoryId }: { categoryId: string }): ReactNode {
  const { t } = useTranslation('awards');
  const decimal = useDecimal();
  const [name, setName] = useState('');
  const [weight, setWeight] = useState<number | string>(1);
  const create = useWrite('awards.createCriterion', {
    toast: (made) => t('criteria.added', { name: made.name }),
    onDone: () => setName(''),
  });
  const ready = name.trim() !== '' && Number(weight) > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) create.mutate({ categoryId, name, weight: Number(weight) }, { onError: showError });
  };
  return (
    <form onSubmit={submit} className={classes['newCriterion']}>
      <TextInput
        aria-label={t('criteria.newName')}
        placeholder={t('criteria.newName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        {...decimal}
        aria-label={t('criteria.newWeight')}
        value={weight}
        min={0}
        hideControls
        decimalScale={4}
        onChange={setWeight}
      />
      <Button type="submit" variant="default" disabled={!ready} loading={create.isPending}>
        {t('criteria.add')}
      </Button>
    </form>
  );
}
