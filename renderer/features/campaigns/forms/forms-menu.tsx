/** The forms of a campaign: written for the sites, and taken in again once they come back. */
import { Button, Menu } from '@mantine/core';
import { IconFileExport, IconFileImport, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MergeFormsDialog } from './merge-forms-dialog.tsx';
import { WriteFormsDialog, type FormsCampaign } from './write-forms-dialog.tsx';

/** `campaign` null: forms may be taken in, whatever campaign they speak of; writing them wants one. */
export function FormsMenu({
  campaign,
  size = 'compact-sm',
}: {
  campaign: FormsCampaign | null;
  size?: 'compact-sm' | 'xs';
}): ReactNode {
  const { t } = useTranslation('forms');
  const [open, setOpen] = useState<'write' | 'merge' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button size={size} variant="default" leftSection={<IconFileSpreadsheet size={15} stroke={1.6} />}>
            {t('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileExport size={16} stroke={1.6} />}
            disabled={campaign === null}
            onClick={() => setOpen('write')}
          >
            {t(campaign === null ? 'write.chooseFirst' : 'write.do')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} stroke={1.6} />} onClick={() => setOpen('merge')}>
            {t('merge.do')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {campaign !== null && <WriteFormsDialog campaign={campaign} opened={open === 'write'} onClose={close} />}
      <MergeFormsDialog opened={open === 'merge'} onClose={close} />
    </>
  );
}
