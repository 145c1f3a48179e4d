/** Choosing several initiatives or people of the network to nominate. */
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryColour } from '#shared/awards/colours.ts';
import type { CategoryDetail } from '#shared/awards/contract.ts';
import type { Scope } from '#shared/base/common.ts';
import { ScopeNote } from '../../blocks/scope-bar/scope-note.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingRows } from '../../components/loading.tsx';
import { useRead } from '../../lib/api.ts';
import { useWrite } from '../../lib/write.ts';
import { errorText } from '../../lib/errors.ts';
import { useScope } from '../../lib/scope.tsx';
import { useFormat } from '../../lib/format.ts';
import classes from './nominees.module.css';
import { Picture } from './picture.tsx';

type Kind = 'initiative' | 'person';
interface Candidate {
  id: string;
  name: string;
  detail: string;
  pictureId: string | null;
}
interface Found {
  rows: Candidate[];
  total: number;
}

const pageSize = 40;

function useCandidates(
  kind: Kind,
  search: string,
  filter: { scope?: Scope },
): { data: Found | undefined; error: unknown; retry: () => void } {
  const format = useFormat();
  const initiatives = useRead(
    'initiatives.list',
    { search, limit: pageSize, sort: 'startDate', descending: true, filter },
    { enabled: kind === 'initiative', keep: true },
  );
  const people = useRead(
    'people.list',
    { search, limit: pageSize, filter },
    { enabled: kind === 'person', keep: true },
  );
  const words = (parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');
  if (kind === 'initiative') {
    const data = initiatives.data && {
      total: initiatives.data.total,
      rows: initiatives.data.rows.map((row) => ({
        id: row.id,
        name: row.title,
        detail: words([row.siteName, row.startDate === null ? null : format.date(row.startDate, 'long')]),
        pictureId: row.coverId,
      })),
    };
    return { data, error: initiatives.error, retry: () => void initiatives.refetch() };
  }
  const data = people.data && {
    total: people.data.total,
    rows: people.data.rows.map((row) => ({
      id: row.id,
      name: `${row.firstName} ${row.lastName}`.trim(),
      detail: words([row.jobTitle, row.siteName]),
      pictureId: row.portraitId,
    })),
  };
  return { data, error: people.error, retry: () => void people.refetch() };
}

export function AddNominees({ category, onClose }: { category: CategoryDetail; onClose: () => void }): ReactNode {
  const { t } = useTranslation('awards');
  const [kind, setKind] = useState<Kind>(category.subject === 'person' ? 'person' : 'initiative');
  const [search, setSearch] = useState('');
  const [delayed] = useDebouncedValue(search, 150);
  const [chosen, setChosen] = useState<{ id: string; kind: Kind }[]>([]);
  const { scope, active } = useScope();
  const candidates = useCandidates(kind, delayed, active ? { scope } : {});
  const add = useWrite('awards.addNominees', { toast: ({ count }) => t('nominees.added', { count }), onDone: onClose });
  const nominated = new Set(category.nominees.map((nominee) => nominee.initiativeId ?? nominee.personId));
  const idsOf = (one: Kind): string[] => chosen.filter((item) => item.kind === one).map((item) => item.id);
  const toggle = (id: string): void =>
    setChosen((list) =>
      list.some((item) => item.id === id) ? list.filter((item) => item.id !== id) : [...list, { id, kind }],
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('nominees.add')}
      closeButtonProps={{ 'aria-label': t('edition.cancel') }}
      size="lg"
    >
      <Stack gap="md">
        <Group wrap="nowrap">
          {category.subject === 'either' && (
            <SegmentedControl
              value={kind}
              onChange={(value) => setKind(value === 'person' ? 'person' : 'initiative')}
              data={[
                { value: 'initiative', label: t('nominees.initiatives') },
                { value: 'person', label: t('nominees.people') },
              ]}
            />
          )}
          <TextInput
            style={{ flex: 1 }}
            data-autofocus
            aria-label={t('nominees.search')}
            placeholder={t('nominees.search')}
            leftSection={<IconSearch size={16} stroke={1.6} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </Group>
        <ScopeNote />
        <div className={classes['candidates']}>
          {candidates.error !== null ? (
            <ErrorState error={candidates.error} onRetry={candidates.retry} />
          ) : candidates.data === undefined ? (
            <LoadingRows rows={6} />
          ) : (
            <CandidateList
              found={candidates.data}
              kind={kind}
              colour={categoryColour(category.colour, category.position)}
              nominated={nominated}
              chosen={new Set(chosen.map((item) => item.id))}
              onToggle={toggle}
            />
          )}
        </div>
        {add.error !== null && (
          <Text c="var(--danger)" size="sm" role="alert">
            {errorText(add.error)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('edition.cancel')}
          </Button>
          <Button
            disabled={chosen.length === 0}
            loading={add.isPending}
            onClick={() =>
              add.mutate({ categoryId: category.id, initiativeIds: idsOf('initiative'), personIds: idsOf('person') })
            }
          >
            {chosen.length === 0 ? t('nominees.chooseFirst') : t('nominees.chosen', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function CandidateList({
  found,
  kind,
  colour,
  nominated,
  chosen,
  onToggle,
}: {
  found: Found;
  kind: Kind;
  colour: string;
  nominated: Set<string | null>;
  chosen: Set<string>;
  onToggle: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation('awards');
  const format = useFormat();
  if (found.rows.length === 0)
    return (
      <Text c="dimmed" p="md">
        {t('nominees.nothing')}
      </Text>
    );
  return (
    <>
      {found.rows.map((row) => (
        <label key={row.id} className={classes['candidate']} data-off={nominated.has(row.id) || undefined}>
          <Checkbox
            checked={nominated.has(row.id) || chosen.has(row.id)}
            disabled={nominated.has(row.id)}
            onChange={() => onToggle(row.id)}
            aria-label={row.name}
          />
          <Picture id={row.pictureId} kind={kind} colour={colour} className={classes['candidatePicture']} />
          <span className={classes['candidateWords']}>
            <span className={classes['candidateName']}>{row.name}</span>
            <span className={classes['place']}>{nominated.has(row.id) ? t('nominees.already') : row.detail}</span>
          </span>
        </label>
      ))}
      {found.total > found.rows.length && (
        <Text size="sm" c="dimmed" p="sm">
          {t('nominees.more', {
            count: found.total - found.rows.length,
            number: format.number(found.total - found.rows.length),
          })}
        </Text>
      )}
    </>
  );
}
