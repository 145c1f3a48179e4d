/** The frame of every view of the campaigns but the table: title, ways to begin, tabs, search and filters, the open campaign beside it. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFilterOff, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../blocks/record-list/search-field.tsx';
import { Screen } from '../../components/screen.tsx';
import classes from './campaigns.module.css';
import type { CampaignViewProps } from './views.ts';

interface Props extends CampaignViewProps {
  /** Under the title: how many campaigns are seen. */
  detail?: ReactNode;
  /** At the right of the bar: what this view alone has (its period, its layers). */
  tools?: ReactNode;
  children: ReactNode;
}

export function ViewFrame({ state, filters, tabs, panel, otherStart, readOnly, open, detail, tools, children }: Props): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: tableWords } = useTranslation('table');
  const [clears, setClears] = useState(0);
  const clear = (): void => {
    setClears(clears + 1);
    state.set(Object.fromEntries(state.filterNames.map((name) => [name, null])));
  };
  return (
    <Screen
      title={t('name')}
      layout="fill"
      detail={detail}
      aside={panel}
      asideLabel={t('panel')}
      actions={readOnly ? undefined : <>{otherStart}<Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => open('new')}>{t('new')}</Button></>}
    >
      {tabs}
      <div className={classes['viewBar']}>
        <SearchField key={clears} initial={state.search} onSearch={(search) => state.set({ search })} />
        {filters}
        {state.filtered && <Tooltip label={tableWords('clear')}><ActionIcon size={30} variant="subtle" aria-label={tableWords('clear')} onClick={clear}><IconFilterOff size={17} stroke={1.6} /></ActionIcon></Tooltip>}
        <span className={classes['gap']} />
        {tools}
      </div>
      {children}
    </Screen>
  );
}
