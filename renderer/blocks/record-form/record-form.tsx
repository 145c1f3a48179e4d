/** The form of one record: what changed is saved by the button or Ctrl+S, and nothing else is touched. */
import { Button, Group, Text } from '@mantine/core';
import { Fragment, useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '#shared/base/common.ts';
import { AppError, type FieldIssue } from '#shared/base/result.ts';
import { Overtaken } from '../../components/overtaken.tsx';
import { keptDraft, nameIn, useKeptDraft } from '../../lib/drafts.ts';
import { isEmpty, useEdits } from '../../lib/edits.ts';
import { errorText } from '../../lib/errors.ts';
import { useFormat, type Format } from '../../lib/format.ts';
import { heard } from '../../lib/keys.ts';
import { useReportUnsaved } from '../../lib/unsaved.ts';
import { recordKeys } from '../record-keys.ts';
import { Field } from './field.tsx';
import classes from './record-form.module.css';
import type { FieldSpec, FieldValue, FormValues, OwnField } from './types.ts';

interface Props {
  specs: FieldSpec[];
  /** The record as it stands. It may change while the form is open: what was typed stays, and it is said what was typed over. */
  initial: FormValues;
  /** Receives only the fields that changed (all of them for a new record). */
  onSave: (set: FormValues) => Promise<unknown>;
  /** Under which an unfinished change is kept when the form is left, e.g. `sites:` and the id; null for one that is about many records. */
  draftKey: string | null;
  isNew?: boolean;
  readOnly: boolean;
  submitLabel: string;
  onCancel?: () => void;
  /** What stands under a field, by its name: what is said of what is being typed, or more to fill in that the form knows nothing of. `dirty` when something is not saved. */
  under?: Record<
    string,
    (form: { values: FormValues; dirty: boolean; fill: (change: FormValues) => void }) => ReactNode
  >;
  /** Rules between fields; the answer names the field at fault. */
  check?: (values: FormValues) => Record<string, string>;
}

/** The contract's form of a value: empty text means missing, except for required texts. */
function outgoing(spec: FieldSpec, value: FieldValue | undefined): FieldValue {
  if (spec.kind === 'sdgs') return Array.isArray(value) ? value : [];
  return isEmpty(value)
    ? spec.required === true || spec.name === 'firstName' || spec.name === 'lastName'
      ? ''
      : null
    : (value ?? null);
}

/** What was typed as a date and is none. */
export function unreadDates(specs: FieldSpec[], values: FormValues, words: string): Record<string, string> {
  const unread = specs.filter(
    ({ kind, name }) => kind === 'date' && !isEmpty(values[name]) && !isCalendarDate(String(values[name])),
  );
  return Object.fromEntries(unread.map((spec) => [spec.name, words]));
}

/** A value in words that fit on a line; null for one that only the field itself can show, such as the name of another record. */
function shortly(format: Format, spec: FieldSpec, value: FieldValue): string | null {
  if (isEmpty(value)) return '';
  if (spec.kind === 'date') return format.date(String(value));
  if (spec.kind === 'choice') return spec.choices?.find((one) => one.value === value)?.label ?? null;
  if (typeof value === 'number') return format.number(value, 6);
  return spec.kind === 'text' || spec.kind === 'suggest' || spec.kind === 'colour' ? String(value) : null;
}

export function RecordForm({
  specs,
  initial,
  onSave,
  draftKey,
  isNew = false,
  readOnly,
  submitLabel,
  onCancel,
  check,
  under,
}: Props): ReactNode {
  const { t } = useTranslation('table');
  const format = useFormat();
  const [draft, setDraft] = useState(() => keptDraft<FormValues>(draftKey));
  // A record holds more than its form: only what is asked for here can be typed.
  const names = specs.map((spec) => spec.name);
  const record = Object.fromEntries(names.map((name) => [name, initial[name] ?? null]));
  const edits = useEdits<FormValues>(record, draft);
  const { typed, dirty } = edits;
  const values: FormValues = { ...initial, ...edits.values };
  // A new record that begins with everything it must have can be saved as it is.
  const required = specs.filter((spec) => spec.required === true);
  const ready = dirty || (isNew && required.length > 0 && required.every((spec) => !isEmpty(values[spec.name])));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const pending = useRef<FormValues>({});
  useEffect(() => {
    // What is being saved is no draft, though the record has not come back yet.
    pending.current = readOnly || saving ? {} : (typed as FormValues);
  });
  // Who makes a new record begins to type at once.
  useEffect(() => {
    if (isNew) form.current?.querySelector<HTMLElement>('[data-field] :is(input, textarea):enabled')?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useReportUnsaved(dirty && !readOnly && !saving);
  useKeptDraft(
    draftKey,
    pending,
    (left) => {
      setDraft(left);
      edits.set(left);
    },
    nameIn(initial),
  );

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    const missing = Object.fromEntries(
      specs
        .filter((spec) => spec.required === true && isEmpty(values[spec.name]))
        .map((spec) => [spec.name, t('required')]),
    );
    const found = { ...missing, ...check?.(values), ...unreadDates(specs, values, t('date.unknown')) };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const chosen = specs.filter((spec) => (isNew ? !isEmpty(values[spec.name]) : Object.hasOwn(typed, spec.name)));
    setSaving(true);
    setFailure(null);
    pending.current = {};
    try {
      await onSave(Object.fromEntries(chosen.map((spec) => [spec.name, outgoing(spec, values[spec.name])])));
      edits.sent(edits.values);
      setDraft(null);
    } catch (error) {
      setErrors(issuesOf(error, specs));
      setFailure(error);
    } finally {
      setSaving(false);
    }
  };

  const cancel = (): void => {
    pending.current = {};
    edits.drop();
    setDraft(null);
    onCancel?.();
  };

  const given = (spec: FieldSpec): Pick<OwnField, 'value' | 'onChange' | 'error' | 'disabled'> => ({
    value: values[spec.name] ?? null,
    onChange: (value) => edits.set({ [spec.name]: value }),
    error: errors[spec.name] ?? null,
    disabled: readOnly,
  });

  const onKey = (event: KeyboardEvent): void => {
    if (heard(recordKeys, event) === 'save') {
      event.preventDefault();
      if (ready && !readOnly) form.current?.requestSubmit();
    }
  };

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} onKeyDown={onKey} noValidate>
      <div className={classes['grid']}>
        {specs.map((spec) => (
          <Fragment key={spec.name}>
            <div data-field data-half={spec.half || undefined}>
              {spec.render === undefined ? (
                <Field spec={spec} {...given(spec)} />
              ) : (
                spec.render({
                  ...given(spec),
                  values,
                  dirty: Object.hasOwn(typed, spec.name),
                  fill: (change) => edits.set(change),
                })
              )}
              {!saving && edits.overtaken(spec.name) && (
                <Overtaken
                  value={shortly(format, spec, record[spec.name] ?? null)}
                  onTake={() => edits.drop([spec.name])}
                />
              )}
            </div>
            {under?.[spec.name] !== undefined && (
              <div className={classes['under']}>{under[spec.name]?.({ values, dirty, fill: edits.set })}</div>
            )}
          </Fragment>
        ))}
      </div>
      {failure !== null && (
        <Text c="var(--danger)" size="sm" mt="sm" role="alert">
          {errorText(failure)}
        </Text>
      )}
      {!readOnly && (dirty || isNew) && (
        <Group className={classes['foot']} justify="flex-end">
          {draft !== null && (
            <Text size="xs" c="dimmed" flex={1}>
              {t('draftBack')}
            </Text>
          )}
          <Button variant="default" onClick={cancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving} disabled={!ready}>
            {submitLabel}
          </Button>
        </Group>
      )}
    </form>
  );
}

/** The service's refusals, each at its field. */
function issuesOf(error: unknown, specs: FieldSpec[]): Record<string, string> {
  if (!(error instanceof AppError) || !Array.isArray(error.details['issues'])) return {};
  const issues = error.details['issues'] as FieldIssue[];
  const found: Record<string, string> = {};
  for (const issue of issues) {
    const name = issue.path.split('.').pop() ?? '';
    if (specs.some((spec) => spec.name === name))
      found[name] = errorText(new AppError('invalid_input', { issues: [issue] }));
  }
  return found;
}
