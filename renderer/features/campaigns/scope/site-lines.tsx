/** A long list of sites in a small room: only the lines in sight exist, each with the one thing that can be done with it. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PagedList } from '../../../lib/paged-list.ts';
import classes from './scope.module.css';

interface Site {
  id: string;
  name: string;
  city: string | null;
  territoryName: string | null;
}

interface Props<R extends Site> {
  label: string;
  pages: PagedList<R>;
  /** What to say beside the place of a site; null for nothing. */
  remark?: (row: R) => ReactNode;
  /** Null for a site with which nothing can be done. */
  action?: (row: R) => { label: string; icon: ReactNode; run: () => void } | null;
}

const lineHeight = 44;
const mostLines = 6;

/** The city goes without saying where the name has it. */
const placeOf = ({ name, city, territoryName }: Site): string =>
  [city !== null && name.includes(city) ? null : city, territoryName].filter((part) => part !== null).join(' · ');

export function SiteLines<R extends Site>({ label, pages, remark, action }: Props<R>): ReactNode {
  const viewport = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => viewport.current,
    estimateSize: () => lineHeight,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0];
  const { see } = pages;
  useEffect(() => see(first, last), [see, first, last]);
  return (
    <div
      ref={viewport}
      className={classes['lines']}
      style={{ height: Math.min(mostLines, Math.max(1, pages.total)) * lineHeight + 2 }}
      tabIndex={0}
      role="group"
      aria-label={label}
    >
      <ul style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = pages.rowAt(item.index);
          const done = row === undefined ? null : (action?.(row) ?? null);
          const said = row === undefined ? null : (remark?.(row) ?? null);
          const place = row === undefined ? '' : placeOf(row);
          return (
            <li
              key={item.key}
              style={{ height: lineHeight, transform: `translateY(${item.start}px)` }}
              aria-setsize={pages.total}
              aria-posinset={item.index + 1}
            >
              {row !== undefined && (
                <>
                  <div className={classes['site']}>
                    <span>{row.name}</span>
                    <small>
                      {place}
                      {place !== '' && said !== null && ' · '}
                      {said}
                    </small>
                  </div>
                  {done !== null && (
                    <Tooltip label={done.label}>
                      <ActionIcon size="md" aria-label={`${done.label} : ${row.name}`} onClick={done.run}>
                        {done.icon}
                      </ActionIcon>
                    </Tooltip>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
