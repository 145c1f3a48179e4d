/** The organisation's logo: chosen, shown, taken away. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#shared/workspace/contract.ts';
import { AttachmentImage } from '../../blocks/attachment-image.tsx';
import { call } from '../../lib/api.ts';
import { showError } from '../../lib/toasts.ts';
import { offerUndo, useWrite } from '../../lib/write.ts';

export function OrganisationLogo({ organisation }: { organisation: Organisation }): ReactNode {
  const { t } = useTranslation('settings');
  const remove = useWrite('organisation.update', { toast: () => t('organisation.logoRemoved') });
  const choose = async (): Promise<void> => {
    try {
      const { paths } = await call('shell.chooseOpen', { purpose: 'image' });
      const path = paths[0];
      if (path === undefined) return;
      const { rows } = await call('attachments.add', {
        ownerKind: 'organisation',
        ownerId: organisation.id,
        role: 'logo',
        paths: [path],
      });
      const added = rows[0];
      if (added !== undefined) await call('organisation.update', { set: { logoAttachmentId: added.id } });
      await offerUndo(t('organisation.logoAdded'));
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Group gap="lg" align="center">
      {organisation.logoAttachmentId !== null && (
        <AttachmentImage
          id={organisation.logoAttachmentId}
          alt={t('organisation.logo')}
          style={{ height: 56, maxWidth: 200, objectFit: 'contain' }}
        />
      )}
      <div>
        <Text fw={500} size="sm">
          {t('organisation.logo')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('organisation.logoHelp')}
        </Text>
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={() => void choose()}>
          {t('organisation.chooseLogo')}
        </Button>
        {organisation.logoAttachmentId !== null && (
          <Button variant="subtle" onClick={() => remove.mutate({ set: { logoAttachmentId: null } })}>
            {t('organisation.removeLogo')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
