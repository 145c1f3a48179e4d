/** A Sustainable Development Goal as a small square of its official colour with its number. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sdgColour } from '#shared/base/sdgs.ts';
import { badgeColours } from '../lib/colours.ts';
import classes from './sdg.module.css';

export function Sdg({ goal }: { goal: number }): ReactNode {
  const { t } = useTranslation('terms');
  return (
    <span className={classes['sdg']} style={badgeColours(sdgColour(goal))} title={t(`sdg.${goal}` as 'sdg.1')}>
      {goal}
    </span>
  );
}
