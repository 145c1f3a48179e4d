/** A territory's name after a dot of its colour, the colour that its people and sites wear everywhere. */
import type { ReactNode } from 'react';
import { useRead } from '../lib/api.ts';
import { hueOf } from '../lib/colours.ts';
import classes from './territory-name.module.css';

export function TerritoryName({ id, name }: { id: string | null; name: string | null }): ReactNode {
  const territories = useRead('territories.list', {});
  if (id === null || name === null) return '';
  const colour = territories.data?.rows.find((row) => row.id === id)?.colour ?? hueOf(id);
  return (
    <span className={classes['territory']}>
      <span className={classes['dot']} style={{ background: colour }} aria-hidden="true" />
      <span className={classes['name']}>{name}</span>
    </span>
  );
}
