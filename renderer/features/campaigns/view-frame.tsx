/** The frame of every view of the campaigns but the table: title, ways to begin, tabs, search and filters, the open campaign beside it. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBar } from '../../blocks/record-list/list-bar.tsx';
import { Screen } from '../../components/screen.tsx';
import type { CampaignViewProps } from './view-props.ts';

interface Props extends CampaignViewProps {
  /** Under the title: how many campaigns are seen. */
  detail?: ReactNode;
  /** At the right of the bar: what this view alone has (its period, its layers). */
  tools?: ReactNode;
  children: ReactNode;
}

export function ViewFrame({
  state,
  filters,
  tabs,
  panel,
  otherStart,
  readOnly,
  open,
  detail,
  tools,
  children,
}: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  return (
    <Screen
      title={t('title')}
      layout="fill"
      detail={detail}
      aside={panel}
      asideLabel={t('panel')}
      actions={
        readOnly ? undefined : (
          <>
            {otherStart}
            <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => open('new')}>
              {t('new')}
            </Button>
          </>
        )
      }
    >
      {tabs}
      <ListBar state={state} filters={filters}>
        {tools}
      </ListBar>
      {children}
    </Screen>
  );
}
