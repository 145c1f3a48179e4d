/** One nominee: the title and story for the ceremony, the jury's words, pictures, history. */
import { Anchor, Button, Group, Stack } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Nominee } from '#shared/awards/contract.ts';
import type { InputOf } from '#shared/contract.ts';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { RecordForm } from '../../blocks/record-form/record-form.tsx';
import type { FormValues } from '../../blocks/record-form/types.ts';
import { AttachmentsPanel } from '../../blocks/record-panel/attachments-panel.tsx';
import { RecordHistory } from '../../blocks/record-panel/record-history.tsx';
import { RecordPanel } from '../../blocks/record-panel/record-panel.tsx';
import { call } from '../../lib/api.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';
import { showError } from '../../lib/toasts.ts';
import classes from './nominees.module.css';
import { nomineeTitle } from './nominees-step.tsx';
import { useRecordAddress } from '../../lib/features.ts';

export function NomineePanel({
  nominee,
  locked,
  onClose,
}: {
  nominee: Nominee;
  locked: boolean;
  onClose: () => void;
}): ReactNode {
  const address = useRecordAddress();
  const { t } = useTranslation('awards');
  const { t: words } = useTranslation('table');
  const title = nomineeTitle(nominee);
  const remove = useWrite('awards.removeNominees', {
    toast: () => t('nominees.removed', { name: title }),
    onDone: onClose,
  });
  const save = async (set: FormValues): Promise<void> => {
    const saved = await call('awards.updateNominee', {
      id: nominee.id,
      set: set as InputOf<'awards.updateNominee'>['set'],
    });
    await offerUndo(t('nominees.saved', { name: nomineeTitle(saved) }));
  };
  const content = { title: nominee.title, code: nominee.code, story: nominee.story, citation: nominee.citation };
  return (
    <>
      {nominee.pictureId !== null && (
        <AttachmentImage id={nominee.pictureId} alt="" className={classes['panelCover']} size="full" />
      )}
      <RecordPanel
        title={title}
        detail={[nominee.siteName, nominee.territoryName].filter((part) => part !== null).join(' · ')}
        onClose={onClose}
        tabs={[
          {
            id: 'record',
            label: words('tabs.record'),
            content: (
              <Stack gap="lg">
                <RecordForm
                  draftKey={`nominees:${nominee.id}`}
                  key={nominee.id}
                  specs={[
                    { name: 'citation', kind: 'long', help: t('nominees.citationHelp') },
                    { name: 'story', kind: 'long', help: t('nominees.storyHelp') },
                    { name: 'title', kind: 'text', help: t('nominees.titleHelp', { name: nominee.subjectName }) },
                    { name: 'code', kind: 'text', half: true },
                  ]}
                  initial={content}
                  readOnly={locked}
                  submitLabel={words('save')}
                  onSave={save}
                />
                <Group justify="space-between">
                  {nominee.initiativeId === null ? (
                    <Anchor component={Link} to={address('person', nominee.personId ?? '')} size="sm">
                      {t('nominees.seePerson')}
                    </Anchor>
                  ) : (
                    <Anchor component={Link} to={address('initiative', nominee.initiativeId)} size="sm">
                      {t('nominees.seeInitiative')}
                    </Anchor>
                  )}
                  {!locked && (
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      leftSection={<IconTrash size={15} stroke={1.6} />}
                      onClick={() => remove.mutate({ ids: [nominee.id] }, { onError: showError })}
                    >
                      {t('nominees.remove')}
                    </Button>
                  )}
                </Group>
              </Stack>
            ),
          },
          {
            id: 'files',
            label: words('tabs.files'),
            content: <AttachmentsPanel ownerKind="nominee" ownerId={nominee.id} mainRole="cover" readOnly={locked} />,
          },
          { id: 'history', label: words('tabs.history'), content: <RecordHistory table="nominees" id={nominee.id} /> },
        ]}
      />
    </>
  );
}
