/** The right panel of a record: who it is, then its parts under tabs. */
import { ActionIcon, Group, Tabs, Text, Title, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { heard } from '../../lib/keys.ts';
import { recordKeys } from '../record-keys.ts';
import classes from './record-panel.module.css';

interface Props {
  title: string;
  detail?: ReactNode;
  /** A picture or initials before the title. */
  picture?: ReactNode;
  onClose: () => void;
  tabs: { id: string; label: string; count?: number | undefined; content: ReactNode }[];
}

export function RecordPanel({ title, detail, picture, onClose, tabs }: Props): ReactNode {
  const { t } = useTranslation('table');
  // A link from elsewhere may ask for one of the parts.
  const asked = useSearchParams()[0].get('tab');
  const [followed, setFollowed] = useState(asked);
  const [shown, setShown] = useState(() => (tabs.find((tab) => tab.id === asked) ?? tabs[0])?.id ?? null);
  // One that is followed while the panel is open changes the part too.
  if (asked !== followed) {
    setFollowed(asked);
    if (tabs.some((tab) => tab.id === asked)) setShown(asked);
  }
  return (
    <div
      className={classes['panel']}
      onKeyDown={(event) => {
        if (heard(recordKeys, event) === 'close' && !event.defaultPrevented) onClose();
      }}
      role="presentation"
    >
      <Group className={classes['head']} wrap="nowrap" align="flex-start" gap="md">
        {picture}
        <div className={classes['words']}>
          <Title order={2} fz={20} lh={1.25}>
            {title}
          </Title>
          {detail !== undefined && (
            <Text size="sm" c="dimmed" mt={2}>
              {detail}
            </Text>
          )}
        </div>
        <Tooltip label={t('closePanel')}>
          <ActionIcon size="lg" aria-label={t('closePanel')} onClick={onClose}>
            <IconX size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {tabs.length === 1 ? (
        <div className={classes['content']}>{tabs[0]?.content}</div>
      ) : (
        <Tabs value={shown} onChange={setShown} keepMounted={false} className={classes['tabs']}>
          <Tabs.List className={classes['list']}>
            {tabs.map((tab) => (
              <Tabs.Tab key={tab.id} value={tab.id} className={classes['tab']}>
                {tab.label}
                {tab.count !== undefined && tab.count > 0 && <span className={classes['count']}>{tab.count}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Panel key={tab.id} value={tab.id} className={classes['content']}>
              {tab.content}
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </div>
  );
}
