/** The frame of a screen: a bar with its title and main action, its content, and a panel that keeps the list in sight. */
import { Title } from '@mantine/core';
import { createContext, use, type ReactNode } from 'react';
import classes from './screen.module.css';

/** What the shell puts in every screen's bar: the scope. */
export const ScreenBar = createContext<ReactNode>(null);

interface Props {
  title: string;
  /** Under the title: a count, a status. */
  detail?: ReactNode;
  /** At the right of the bar; the last is the primary action. */
  actions?: ReactNode;
  /** The right panel; null or absent when nothing is open. */
  aside?: ReactNode;
  /** What the panel is, for those who do not see it. */
  asideLabel?: string;
  /** `page` scrolls with margins; `fill` gives the content the whole room (tables, grids). */
  layout?: 'page' | 'fill';
  /** False on the few screens that no scope narrows: settings, import, history. */
  scoped?: boolean;
  children: ReactNode;
}

export function Screen({
  title,
  detail,
  actions,
  aside,
  asideLabel,
  layout = 'page',
  scoped = true,
  children,
}: Props): ReactNode {
  const bar = use(ScreenBar);
  const hasAside = aside !== undefined && aside !== null && aside !== false;
  return (
    <div className={classes['screen']}>
      <header className={classes['bar']}>
        <div className={classes['heading']}>
          <Title order={1} fz={22} lh={1.3} className={classes['title']}>
            {title}
          </Title>
          {detail !== undefined && <div className={classes['detail']}>{detail}</div>}
        </div>
        {scoped && bar}
        <div className={classes['actions']}>{actions}</div>
      </header>
      <div className={classes['body']} data-aside={hasAside || undefined}>
        <div className={classes[layout]}>{children}</div>
        {hasAside && (
          <aside className={classes['aside']} aria-label={asideLabel}>
            {aside}
          </aside>
        )}
      </div>
    </div>
  );
}
