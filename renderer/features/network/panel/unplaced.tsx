/** Sites that are not on the map because nobody knows where they are, each to be placed by hand or opened. */
import { Anchor, Button, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../lib/format.ts';
import { usePagedList } from '../../../lib/paged-list.ts';
import classes from '../network.module.css';
import type { NetworkFilterInput } from '../use-network.ts';
import { useRecordAddress } from '../../../lib/features.ts';

interface Props {
  filter: NetworkFilterInput;
  /** The same filter as a list's address carries it. */
  narrowed: string;
  readOnly: boolean;
  /** The site that waits for its place. */
  placing: string | null;
  onPlace: (id: string, name: string) => void;
}

const rowHeight = 45;

export function Unplaced({ filter, narrowed, readOnly, placing, onPlace }: Props): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('network');
  const format = useFormat();
  const viewport = useRef<HTMLUListElement>(null);
  const pages = usePagedList('sites.list', {
    sort: 'headcount',
    descending: true,
    filter: { ...filter, statuses: ['open'], located: 'no' },
  });
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const { see } = pages;
  const [first, last] = [items[0]?.index ?? 0, items[items.length - 1]?.index ?? 0];
  useEffect(() => see(first, last), [see, first, last]);
  return (
    <>
      <div className={classes['sideBody']}>
        <Text size="sm" c="dimmed">
          {t('unplaced.help')}
        </Text>
        <Anchor component={Link} to={`/sites?status=open&located=no${narrowed === '' ? '' : `&${narrowed}`}`} size="sm">
          {t('unplaced.inList')}
        </Anchor>
      </div>
      <ul
        ref={viewport}
        className={classes['unplaced']}
        aria-label={t('unplaced.title', { count: pages.total, number: format.number(pages.total) })}
        tabIndex={-1}
      >
        <li
          style={{
            display: 'block',
            height: virtual.getTotalSize(),
            minHeight: 0,
            padding: 0,
            border: 0,
            position: 'relative',
          }}
          role="presentation"
        >
          {items.map((item) => {
            const row = pages.rowAt(item.index);
            return (
              <div
                key={item.key}
                style={{
                  position: 'absolute',
                  top: item.start,
                  left: 0,
                  right: 0,
                  height: rowHeight,
                  display: 'flex',
                  gap: 8,
                  alignItems: 'center',
                  padding: '0 12px 0 18px',
                  borderBottom: '1px solid var(--line)',
                }}
              >
                <span className={classes['sideWords']}>
                  {row !== undefined && (
                    <Anchor component={Link} to={address('site', row.id)} size="sm" c="var(--ink)" lineClamp={1}>
                      {row.name}
                    </Anchor>
                  )}
                  <Text size="xs" c="dimmed" truncate>
                    {row === undefined
                      ? ''
                      : [
                          row.city,
                          row.headcount === null
                            ? null
                            : t('tip.headcount', { count: row.headcount, number: format.number(row.headcount) }),
                        ]
                          .filter((part) => part !== null)
                          .join(' · ')}
                  </Text>
                </span>
                {row !== undefined && !readOnly && (
                  <Button
                    size="compact-sm"
                    variant={placing === row.id ? 'filled' : 'default'}
                    aria-label={t('unplaced.placeNamed', { name: row.name })}
                    onClick={() => onPlace(row.id, row.name)}
                  >
                    {t('unplaced.place')}
                  </Button>
                )}
              </div>
            );
          })}
        </li>
      </ul>
    </>
  );
}
