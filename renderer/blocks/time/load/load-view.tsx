/** The solicitation load: how much is asked of sites week by week, zoomed out to territories or in to ambassadors, drawn or as a table. */
import type { ReactNode } from 'react';
import type { TimeViewProps } from '../view-props.ts';
import { PeopleLoad } from './people-load.tsx';
import { SiteLoad } from './site-load.tsx';
import { TerritoryLoad } from './territory-load.tsx';
import { useLoadChoice } from './use-choice.ts';

export function LoadView(props: TimeViewProps): ReactNode {
  const choice = useLoadChoice(props.state);
  if (choice.zoom === 'territories') return <TerritoryLoad {...props} choice={choice} />;
  return choice.zoom === 'people' ? <PeopleLoad {...props} choice={choice} /> : <SiteLoad {...props} choice={choice} />;
}
