/** The form of one record: what changed is saved by the button or Ctrl+S, and nothing else is touched. */
import { Button, Group, Text } from '@mantine/core';
import { Fragment, useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError, type FieldIssue } from '#shared/base/result.ts';
import { keptDraft, useKeptDraft } from '../../lib/drafts.ts';
import { errorText } from '../../lib/errors.ts';
import { heard } from '../../lib/keys.ts';
import { recordKeys } from '../record-keys.ts';
import { Field } from './field.tsx';
import classes from './record-form.module.css';
import type { FieldSpec, FieldValue, FormValues } from './types.ts';

interface Props {
  specs: FieldSpec[];
  initial: FormValues;
  /** Receives only the fields that changed (all of them for a new record). */
  onSave: (set: FormValues) => Promise<unknown>;
  /** Under which an unfinished change is kept when the form is left, e.g. `sites:` and the id. */
  draftKey?: string;
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

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: FieldValue | undefined, b: FieldValue | undefined): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);

/** The contract's form of a value: empty text means missing, except for required texts. */
function outgoing(spec: FieldSpec, value: FieldValue | undefined): FieldValue {
  if (spec.kind === 'sdgs') return Array.isArray(value) ? value : [];
  return isEmpty(value)
    ? spec.required === true || spec.name === 'firstName' || spec.name === 'lastName'
      ? ''
      : null
    : (value ?? null);
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
  const [draft, setDraft] = useState(() => keptDraft(draftKey));
  const [values, setValues] = useState<FormValues>(() => ({ ...initial, ...draft }));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const dirty = specs.some((spec) => !same(values[spec.name], initial[spec.name]));
  const pending = useRef<FormValues>({});
  const [saved, setSaved] = useState<FormValues | null>(null);
  useEffect(() => {
    // What is being saved or was saved is no draft, though the record has not come back yet.
    pending.current =
      readOnly || saving || saved === values
        ? {}
        : Object.fromEntries(
            specs
              .filter((spec) => !same(values[spec.name], initial[spec.name]))
              .map((spec) => [spec.name, values[spec.name] ?? null]),
          );
  });
  useKeptDraft(draftKey, pending, (left) => {
    setDraft(left);
    setValues((current) => ({ ...current, ...left }));
  });

  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    const missing = Object.fromEntries(
      specs
        .filter((spec) => spec.required === true && isEmpty(values[spec.name]))
        .map((spec) => [spec.name, t('required')]),
    );
    const found = { ...missing, ...check?.(values) };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    const chosen = specs.filter((spec) =>
      isNew ? !isEmpty(values[spec.name]) : !same(values[spec.name], initial[spec.name]),
    );
    setSaving(true);
    setFailure(null);
    pending.current = {};
    try {
      await onSave(Object.fromEntries(chosen.map((spec) => [spec.name, outgoing(spec, values[spec.name])])));
      setSaved(values);
    } catch (error) {
      setErrors(issuesOf(error, specs));
      setFailure(error);
    } finally {
      setSaving(false);
    }
  };

  const cancel = (): void => {
    pending.current = {};
    setValues(initial);
    onCancel?.();
  };

  const onKey = (event: KeyboardEvent): void => {
    if (heard(recordKeys, event) === 'save') {
      event.preventDefault();
      if (dirty && !readOnly) form.current?.requestSubmit();
    }
  };

  const fill = (change: FormValues): void => setValues((current) => ({ ...current, ...change }));
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} onKeyDown={onKey} noValidate>
      <div className={classes['grid']}>
        {specs.map((spec) => (
          <Fragment key={spec.name}>
            <div data-half={spec.half || undefined}>
              <Field
                spec={spec}
                value={values[spec.name] ?? null}
                onChange={(value) => fill({ [spec.name]: value })}
                error={errors[spec.name] ?? null}
                disabled={readOnly}
              />
            </div>
            {under?.[spec.name] !== undefined && (
              <div className={classes['under']}>{under[spec.name]?.({ values, dirty, fill })}</div>
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
          <Button type="submit" loading={saving} disabled={!dirty}>
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
