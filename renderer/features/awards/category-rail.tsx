/** The categories at the left of a step; each says what matters in that step. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryColour } from '#shared/awards/colours.ts';
import type { CategoryDetail } from '#shared/awards/contract.ts';
import classes from './awards.module.css';

interface Props {
  categories: CategoryDetail[];
  current: string | null;
  onPick: (id: string) => void;
  detailOf: (category: CategoryDetail) => ReactNode;
  /** An entry above the categories. */
  top?: ReactNode;
  /** Under the categories. */
  foot?: ReactNode;
}

export function CategoryRail({ categories, current, onPick, detailOf, top, foot }: Props): ReactNode {
  const { t } = useTranslation('awards');
  return (
    <nav aria-label={t('rail.label')} className={classes['rail']}>
      {top}
      {categories.map((category, index) => (
        <RailEntry
          key={category.id}
          colour={categoryColour(category.colour, index)}
          name={category.name}
          detail={detailOf(category)}
          current={category.id === current}
          onPick={() => onPick(category.id)}
        />
      ))}
      {foot !== undefined && <div className={classes['railFoot']}>{foot}</div>}
    </nav>
  );
}

export function RailEntry({
  colour,
  name,
  detail,
  current,
  onPick,
}: {
  colour: string;
  name: string;
  detail: ReactNode;
  current: boolean;
  onPick: () => void;
}): ReactNode {
  return (
    <UnstyledButton className={classes['railEntry']} aria-current={current || undefined} onClick={onPick}>
      <span className={classes['band']} style={{ background: colour }} aria-hidden="true" />
      <span className={classes['railWords']}>
        <span className={classes['railName']}>{name}</span>
        <span className={classes['railDetail']}>{detail}</span>
      </span>
    </UnstyledButton>
  );
}

/** The category that the address names, else the first. */
export function currentCategory(categories: CategoryDetail[], id: string | null): CategoryDetail | undefined {
  return categories.find((category) => category.id === id) ?? categories[0];
}
