/** The sites of a campaign that exists: saved apart from the rest, and what a settled list would gain or lose. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOf, scopeOf, withoutSites, type ScopeDraft } from '#shared/campaigns/scope.ts';
import type { CampaignRow } from '#shared/campaigns/contract.ts';
import { Overtaken } from '../../../components/overtaken.tsx';
import { useRead } from '../../../lib/api.ts';
import { useEdits } from '../../../lib/edits.ts';
import { useWrite } from '../../../lib/write.ts';
import { fieldName } from '../../../lib/fields.ts';
import { useFormat } from '../../../lib/format.ts';
import { showError } from '../../../lib/toasts.ts';
import { CollisionsNote } from '../collisions/collisions-note.tsx';
import { ScopeFields } from './scope-fields.tsx';

export function ScopeSection({ row, readOnly }: { row: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const { t: words } = useTranslation('table');
  const saved = draftOf(row.scope);
  const edits = useEdits<{ draft: ScopeDraft }>({ draft: saved });
  const { draft } = edits.values;
  const setDraft = (next: ScopeDraft): void => edits.set({ draft: next });
  const save = useWrite('campaigns.update', { toast: ({ title }) => words('saved', { name: title }) });
  const over = row.status === 'closed' || row.status === 'archived';
  const scope = scopeOf(draft);
  const dirty = draft.mode !== saved.mode || JSON.stringify(scope) !== JSON.stringify(scopeOf(saved));
  const locked = readOnly || over;
  return (
    <Stack gap="sm">
      <Title order={3} fz={16}>
        {fieldName('scope')}
      </Title>
      {row.frozenAt !== null && <Settled row={row} readOnly={readOnly} />}
      {over && !readOnly && (
        <Text size="sm" c="dimmed">
          {t('scope.over')}
        </Text>
      )}
      <ScopeFields
        draft={draft}
        onChange={setDraft}
        readOnly={locked}
        shown={dirty ? { startDate: row.startDate, endDate: row.endDate } : { id: row.id }}
      />
      {dirty && !locked && (
        <CollisionsNote
          plan={scope === null ? null : { id: row.id, scope }}
          onLeaveOut={(ids) => setDraft(withoutSites(draft, ids))}
        />
      )}
      {dirty && edits.overtaken('draft') && <Overtaken value={null} onTake={() => edits.drop()} />}
      {dirty && !locked && (
        <Group justify="flex-end">
          <Button variant="default" onClick={() => edits.drop()}>
            {words('cancel')}
          </Button>
          <Button
            disabled={scope === null}
            loading={save.isPending}
            onClick={() =>
              scope !== null &&
              save.mutate(
                { id: row.id, set: { scope } },
                { onError: showError, onSuccess: () => edits.sent({ draft }) },
              )
            }
          >
            {t('scope.save')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Settled({ row, readOnly }: { row: CampaignRow; readOnly: boolean }): ReactNode {
  const { t } = useTranslation('campaigns');
  const format = useFormat();
  const preview = useRead('campaigns.scopePreview', { id: row.id, limit: 1 }, { keep: true });
  const refresh = useWrite('campaigns.refreshScope', {
    toast: ({ added, removed }) =>
      t('scope.refreshed', { added: format.number(added), removed: format.number(removed) }),
  });
  const { missing = 0, leaving = 0 } = preview.data ?? {};
  const changes = missing + leaving > 0 && (row.status === 'ready' || row.status === 'running');
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">
        {t('scope.settled', {
          count: row.answers.sites,
          number: format.number(row.answers.sites),
          date: format.date(row.frozenAt, 'long'),
        })}
      </Text>
      {changes && missing > 0 && (
        <Text size="sm" c="dimmed">
          {t('scope.missing', { count: missing, number: format.number(missing) })}
        </Text>
      )}
      {changes && leaving > 0 && (
        <Text size="sm" c="dimmed">
          {t('scope.leaving', { count: leaving, number: format.number(leaving) })}
        </Text>
      )}
      {changes && !readOnly && (
        <Button
          size="compact-sm"
          variant="default"
          loading={refresh.isPending}
          onClick={() => refresh.mutate({ id: row.id }, { onError: showError })}
        >
          {t('scope.refresh')}
        </Button>
      )}
    </Stack>
  );
}
