/** The sites that meet the criteria and were left out, each of which can be put back. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { putBack, type ScopeDraft } from '#shared/campaigns/scope.ts';
import { useFormat } from '../../../lib/format.ts';
import { usePagedList } from '../../../lib/paged-list.ts';
import { SiteLines } from './site-lines.tsx';

export function LeftOut({
  draft,
  onChange,
  readOnly,
}: {
  draft: ScopeDraft;
  onChange: (draft: ScopeDraft) => void;
  readOnly: boolean;
}): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const ids = draft.scope.excludedSiteIds;
  const pages = usePagedList('sites.list', { filter: { ids } });
  const title = t('scope.leftOut', { count: ids.length, number: format.number(ids.length) });
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {title}
        </Text>
        {!readOnly && ids.length > 1 && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(putBack(draft))}>
            {t('scope.putAllBack')}
          </Button>
        )}
      </Group>
      <SiteLines
        label={title}
        pages={pages}
        {...(readOnly
          ? {}
          : {
              action: (row) => ({
                label: t('scope.putBack'),
                icon: <IconArrowBackUp size={16} stroke={1.6} />,
                run: () => onChange(putBack(draft, [row.id])),
              }),
            })}
      />
    </Stack>
  );
}
