/** The one field of a date: typed day first, with the month in words or as ISO, or picked; what is not understood stays in sight and is refused. */
import '@mantine/dates/styles.css';
import 'dayjs/locale/fr';
import { CloseButton, Popover, Text, TextInput, type TextInputProps } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '#shared/base/common.ts';
import { readTypedDate, twoDigitPivot, typedDateFault } from '#shared/import/dates.ts';
import { useCalendarWords } from './calendar-words.ts';
import { dayFirst } from '../lib/dates.ts';
import { heard } from '../lib/keys.ts';
import { dateFieldKeys } from './date-field-keys.ts';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'onFocus' | 'onKeyDown' | 'error'> {
  /** `2026-12-31`; or what was typed and is no date, which its form must refuse; empty or null for none. */
  value: string | null;
  /** A date at once while one is typed; what is none only when the field is left. Null when emptied. */
  onChange: (value: string | null) => void;
  error?: string | null | undefined;
  /** Says what emptying means; without it the field offers no button for that. */
  clearLabel?: string;
  /** The first and last day that the calendar offers. */
  minDate?: string | undefined;
  maxDate?: string | undefined;
  withinPortal?: boolean;
}

export function DateField({
  value,
  onChange,
  error,
  clearLabel,
  minDate,
  maxDate,
  withinPortal = true,
  disabled = false,
  ...input
}: Props): ReactNode {
  const { t, i18n } = useTranslation('table');
  const [draft, setDraft] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLDivElement>(null);
  const help = useId();
  const held = value ?? '';
  const date = isCalendarDate(held) ? held : null;
  const type = (text: string): void => {
    setDraft(text);
    setOpen(true);
    const read = readTypedDate(text);
    if (text.trim() === '') onChange(null);
    else if (read !== null) onChange(read);
  };
  const leave = (): void => {
    setOpen(false);
    setDraft(null);
    if (draft !== null && draft.trim() !== '' && readTypedDate(draft) === null) onChange(draft.trim());
  };
  const put = (next: string | null): void => {
    setDraft(null);
    onChange(next);
    // The focus opens the calendar, so it comes first.
    field.current?.focus();
    setOpen(false);
  };
  const onKey = (event: KeyboardEvent): void => {
    const meant = heard(dateFieldKeys, event);
    if (meant === 'take') leave();
    else if (meant === 'calendar') {
      const days = calendar.current?.querySelectorAll<HTMLElement>('td button:enabled[tabindex="0"]') ?? [];
      if (days.length === 0) setOpen(true);
      else days[0]?.focus();
      event.preventDefault();
    } else if (meant === 'close' && open) {
      setOpen(false);
      // One press closes one thing: not the panel around it.
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <Popover
      opened={open && !disabled && input.readOnly !== true}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      trapFocus={false}
      withRoles={false}
      withinPortal={withinPortal}
    >
      <Popover.Target>
        <TextInput
          {...input}
          ref={field}
          disabled={disabled}
          autoComplete="off"
          aria-describedby={open ? help : undefined}
          value={draft ?? (date === null ? held : dayFirst(date))}
          error={draft === null && held !== '' && date === null ? t(`date.${typedDateFault(held)}`) : error}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onBlur={(event) => {
            if (calendar.current?.contains(event.relatedTarget) !== true) leave();
          }}
          onKeyDown={onKey}
          rightSection={
            clearLabel !== undefined && held !== '' && !disabled && input.readOnly !== true ? (
              // By the keys one empties the text: the button is in nobody's way.
              <CloseButton
                size="sm"
                variant="transparent"
                tabIndex={-1}
                aria-label={clearLabel}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => put(null)}
              />
            ) : undefined
          }
        />
      </Popover.Target>
      <Popover.Dropdown
        ref={calendar}
        role="dialog"
        aria-label={t('date.calendar')}
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (heard(dateFieldKeys, event) !== 'close') return;
          field.current?.focus();
          setOpen(false);
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <Days
          key={date ?? ''}
          value={date}
          onPick={put}
          locale={i18n.language}
          {...(minDate === undefined ? {} : { minDate })}
          {...(maxDate === undefined ? {} : { maxDate })}
        />
        <Text id={help} size="xs" c="dimmed" mt="xs" maw={260}>
          {t('date.help', { first: 1900 + twoDigitPivot, last: 1999 + twoDigitPivot })}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

interface DaysProps {
  value: string | null;
  onPick: (date: string) => void;
  locale: string;
  minDate?: string;
  maxDate?: string;
}

/** Picking the day that is set keeps it: only emptying the text or the button takes a date away. */
function Days({ value, onPick, ...more }: DaysProps): ReactNode {
  return (
    <DatePicker
      size="sm"
      ariaLabels={useCalendarWords()}
      hideOutsideDates
      {...more}
      value={value}
      allowDeselect={false}
      {...(value === null ? {} : { defaultDate: value })}
      onChange={(next) => onPick(next ?? value ?? '')}
    />
  );
}
