/** What is asked: how many recruits, and how far one reaches. */
import { Button, Group, NumberInput, SegmentedControl, Stack } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { JobProgress } from '../../../components/job-progress.tsx';
import { firstAsk, type Ask, type RecruitState } from './use-recruit.ts';

const farthest = 20_000;
const mostRecruits = 1000;

export function RecruitForm({ job, search }: Pick<RecruitState, 'job' | 'search'>): ReactNode {
  const { t } = useTranslation('network');
  const [count, setCount] = useState<number | ''>(firstAsk.count);
  const [radius, setRadius] = useState<number | ''>(firstAsk.radiusKm ?? 30);
  const [near, setNear] = useState(true);
  const ask: Ask | null =
    count === '' || (near && radius === '') ? null : { count, radiusKm: near && radius !== '' ? radius : null };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ask !== null) search(ask);
  };
  const numberOf = (value: string | number): number | '' => (typeof value === 'number' ? value : '');
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('recruit.within')}
          value={near ? 'near' : 'territory'}
          onChange={(value) => setNear(value === 'near')}
          data={[
            { value: 'near', label: t('recruit.near') },
            { value: 'territory', label: t('recruit.sameTerritory') },
          ]}
        />
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <NumberInput
            flex={1}
            label={t('recruit.count')}
            min={1}
            max={mostRecruits}
            clampBehavior="strict"
            allowDecimal={false}
            value={count}
            onChange={(value) => setCount(numberOf(value))}
          />
          {near && (
            <NumberInput
              flex={1}
              label={t('recruit.radius')}
              min={1}
              max={farthest}
              clampBehavior="strict"
              allowDecimal={false}
              value={radius}
              onChange={(value) => setRadius(numberOf(value))}
            />
          )}
          <Button type="submit" disabled={ask === null || job.running}>
            {t('recruit.search')}
          </Button>
        </Group>
        <JobProgress job={job} label={t('recruit.searching')} />
      </Stack>
    </form>
  );
}
