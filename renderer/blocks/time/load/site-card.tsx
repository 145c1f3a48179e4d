/** One cell opened: what asks something of a site in a week. */
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LoadItem } from '#shared/load/contract.ts';
import { LoadingRows } from '../../../components/loading.tsx';
import { useRead } from '../../../lib/api.ts';
import { errorText } from '../../../lib/errors.ts';
import { useFormat } from '../../../lib/format.ts';
import type { TimeRecord } from '../../../lib/time-source.ts';
import classes from './load.module.css';
import { useRecordAddress } from '../../../lib/features.ts';

interface Props {
  siteId: string;
  name: string;
  /** The Monday of the week. */
  monday: string;
  /** The week in words. */
  title: string;
  drafts: boolean;
  onOpen: (record: TimeRecord) => void;
}

export function SiteCard({ name, title, ...props }: Props): ReactNode {
  const address = useRecordAddress();
  return (
    <Stack gap={8}>
      <div>
        <Title order={3} id="heat-card" fz={16}>
          <Anchor component={Link} to={address('site', props.siteId)} inherit>
            {name}
          </Anchor>
        </Title>
        <Text size="sm" c="dimmed">
          {title}
        </Text>
      </div>
      <SiteAsks {...props} />
    </Stack>
  );
}

/** What is asked of a site in a week, with how much that is. */
export function SiteAsks({
  siteId,
  monday,
  drafts,
  onOpen,
}: Pick<Props, 'siteId' | 'monday' | 'drafts' | 'onOpen'>): ReactNode {
  const { t } = useTranslation('load');
  const format = useFormat();
  const { data, error } = useRead('load.cell', { siteId, week: monday, drafts });
  if (error !== null)
    return (
      <Text size="sm" c="var(--danger)" role="alert">
        {errorText(error)}
      </Text>
    );
  if (data === undefined) return <LoadingRows rows={2} />;
  return (
    <>
      <Text size="sm" fw={600} {...(data.rows.length > data.threshold ? { c: 'var(--danger)' } : {})}>
        {t('asks', { count: data.rows.length, number: format.number(data.rows.length) })} ·{' '}
        {t('thresholdIs', { number: format.number(data.threshold) })}
      </Text>
      <AskedItems items={data.rows} onOpen={onOpen} />
    </>
  );
}

/** What asks, each leading to its record. */
export function AskedItems({
  items,
  onOpen,
}: {
  items: readonly LoadItem[];
  onOpen: (record: TimeRecord) => void;
}): ReactNode {
  const { t } = useTranslation('load');
  return (
    <ul className={classes['items']}>
      {items.map((item) => (
        <li key={item.id}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            <span
              className={classes['band']}
              style={{ background: item.colour ?? 'var(--line-strong)' }}
              aria-hidden="true"
            />
            <div>
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onOpen(item.record)}>
                {item.title}
              </Anchor>
              {(item.id !== item.record.id || item.draft) && (
                <Text size="xs" c="dimmed">
                  {[
                    item.id === item.record.id ? null : t(`kinds.${item.kind}`, { name: item.record.title }),
                    item.draft ? t('draft') : null,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </Text>
              )}
            </div>
          </Group>
        </li>
      ))}
    </ul>
  );
}
