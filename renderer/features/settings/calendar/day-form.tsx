/** Writing a day of awareness: its names, the rule that finds its date, and at once the dates it gives. */
import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useCalendarWords } from '../../../components/calendar-words.ts';
import { DatePickerInput } from '../../../components/dates.ts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AwarenessDay } from '#shared/calendar/contract.ts';
import { dayRuleSchema, hasRealDays, type DayRule } from '#shared/calendar/rules.ts';
import { call } from '../../../lib/api.ts';
import { offerUndo } from '../../../lib/write.ts';
import { errorText } from '../../../lib/errors.ts';
import { useFormat } from '../../../lib/format.ts';
import { nextDates } from './next-dates.ts';
import { useRuleWords } from './rule-words.ts';

const kinds = ['fixed', 'weekday', 'onOrAfter', 'weekOf', 'easter', 'dates'] as const;

/** Everything that any rule needs: going from one kind to another and back loses nothing. */
interface Draft {
  kind: DayRule['kind'];
  month: number;
  day: number | string;
  weekday: number;
  nth: number;
  offset: number | string;
  dates: string[];
  length: number | string;
}

function draftOf(rule: DayRule | null): Draft {
  const empty: Draft = { kind: 'fixed', month: 1, day: 1, weekday: 1, nth: 1, offset: 0, dates: [], length: 1 };
  return rule === null ? empty : { ...empty, ...rule };
}

/** Null while something is missing. */
function ruleOf(draft: Draft): DayRule | null {
  const parsed = dayRuleSchema.safeParse(draft);
  return parsed.success && (parsed.data.kind !== 'dates' || parsed.data.dates.length > 0) ? parsed.data : null;
}

export function DayForm({ day, onDone }: { day: AwarenessDay | null; onDone: () => void }): ReactNode {
  const { t } = useTranslation('calendar');
  const [name, setName] = useState(day?.name ?? '');
  const [nameEn, setNameEn] = useState(day?.nameEn ?? '');
  const [source, setSource] = useState(day?.source ?? '');
  const [draft, setDraft] = useState(() => draftOf(day?.rule ?? null));
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const complete = ruleOf(draft);
  const unreal = complete !== null && !hasRealDays(complete);
  const rule = unreal ? null : complete;
  const save = async (): Promise<void> => {
    if (rule === null || name.trim() === '') return;
    setSaving(true);
    try {
      const saved = await call('calendar.saveDay', {
        ...(day?.id == null ? {} : { id: day.id }),
        ...(day?.key == null ? {} : { key: day.key }),
        name: name.trim(),
        nameEn: nameEn.trim() === '' ? null : nameEn.trim(),
        rule,
        source: source.trim() === '' ? null : source.trim(),
        hidden: day?.hidden ?? false,
      });
      onDone();
      await offerUndo(t('days.saved', { name: saved.name }));
    } catch (error) {
      setFailure(error);
      setSaving(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <SimpleGrid cols={2}>
          <TextInput
            label={t('days.name')}
            withAsterisk
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={name.trim() === '' && day !== null ? t('days.required') : undefined}
            data-autofocus
          />
          <TextInput
            label={t('days.nameEn')}
            value={nameEn}
            onChange={(event) => setNameEn(event.currentTarget.value)}
          />
        </SimpleGrid>
        <RuleFields draft={draft} unreal={unreal} onChange={(change) => setDraft({ ...draft, ...change })} />
        <Dates rule={rule} />
        <TextInput
          label={t('days.source')}
          description={t('days.sourceHelp')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {failure !== null && (
          <Text c="var(--danger)" size="sm" role="alert">
            {errorText(failure)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('days.cancel')}
          </Button>
          <Button type="submit" loading={saving} disabled={rule === null || name.trim() === ''}>
            {t('days.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface RuleProps {
  draft: Draft;
  /** The day does not exist in the month. */
  unreal: boolean;
  onChange: (change: Partial<Draft>) => void;
}

function RuleFields({ draft, unreal, onChange }: RuleProps): ReactNode {
  const { t, i18n } = useTranslation('calendar');
  const words = useRuleWords();
  const calendarWords = useCalendarWords();
  const { kind } = draft;
  const choice = (
    label: string,
    data: { value: string; label: string }[],
    value: number,
    set: (value: number) => void,
  ): ReactNode => (
    <Select
      label={label}
      data={data}
      value={String(value)}
      onChange={(next) => next !== null && set(Number(next))}
      allowDeselect={false}
      comboboxProps={{ shadow: 'md' }}
    />
  );
  const number = (
    label: string,
    value: number | string,
    min: number,
    max: number,
    set: (value: number | string) => void,
    help?: string,
    error: string | null = null,
  ): ReactNode => (
    <NumberInput
      label={label}
      description={help}
      error={error}
      value={value}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      onChange={set}
    />
  );
  return (
    <>
      <Select
        label={t('days.kind')}
        data={kinds.map((one) => ({ value: one, label: t(`rule.kind.${one}`) }))}
        value={kind}
        onChange={(next) =>
          next !== null &&
          onChange({
            kind: next as Draft['kind'],
            length: next === 'weekOf' ? 7 : kind === 'weekOf' ? 1 : draft.length,
          })
        }
        allowDeselect={false}
        comboboxProps={{ shadow: 'md' }}
      />
      <SimpleGrid cols={3}>
        {kind === 'weekday' && choice(t('days.nth'), words.ordinals, draft.nth, (nth) => onChange({ nth }))}
        {(kind === 'weekday' || kind === 'onOrAfter') &&
          choice(t('days.weekday'), words.weekdays, draft.weekday, (weekday) => onChange({ weekday }))}
        {(kind === 'fixed' || kind === 'onOrAfter' || kind === 'weekOf') &&
          number(
            t('days.day'),
            draft.day,
            1,
            31,
            (day) => onChange({ day }),
            undefined,
            unreal ? t('days.noSuchDay') : null,
          )}
        {kind !== 'easter' &&
          kind !== 'dates' &&
          choice(t('days.month'), words.months, draft.month, (month) => onChange({ month }))}
        {kind === 'easter' &&
          number(t('days.offset'), draft.offset, -60, 120, (offset) => onChange({ offset }), t('days.offsetHelp'))}
        {number(t('days.length'), draft.length, 1, 92, (length) => onChange({ length }))}
      </SimpleGrid>
      {kind === 'dates' && (
        <DatePickerInput
          type="multiple"
          ariaLabels={calendarWords}
          hideOutsideDates
          label={t('days.dates')}
          description={t('days.datesHelp')}
          placeholder={t('days.pickDates')}
          valueFormat="DD/MM/YYYY"
          locale={i18n.language}
          value={draft.dates}
          onChange={(dates) => onChange({ dates: dates.map((date) => String(date).slice(0, 10)).sort() })}
          clearable
          clearButtonProps={{ 'aria-label': t('days.noDates'), tabIndex: -1 }}
          popoverProps={{ shadow: 'md' }}
        />
      )}
    </>
  );
}

function Dates({ rule }: { rule: DayRule | null }): ReactNode {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const dates = rule === null ? [] : nextDates(rule, 4);
  return (
    <Text size="sm" aria-live="polite" p="sm" bg="var(--accent-soft)" style={{ borderRadius: 8 }}>
      {rule === null
        ? t('days.incomplete')
        : dates.length === 0
          ? t('days.noNext')
          : t('days.nextDates', {
              dates: dates
                .map(({ startDate, endDate }) =>
                  startDate === endDate
                    ? format.date(startDate, 'long')
                    : t('days.span', { from: format.date(startDate), to: format.date(endDate) }),
                )
                .join(' · '),
            })}
    </Text>
  );
}
