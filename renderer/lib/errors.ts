/** A refusal in the user's words: what happened, where, and what to do. */
import i18next from 'i18next';
import { AppError, errorCodes, type ErrorCode, type FieldIssue } from '#shared/base/result.ts';
import { fieldName } from './fields.ts';

export interface ErrorWords {
  title: string;
  text: string;
}

function wordsOf(code: ErrorCode, details: Record<string, unknown>): ErrorWords {
  const values = { ...details, replace: details };
  return { title: i18next.t(`errors:${code}.title`, values), text: i18next.t(`errors:${code}.text`, values) };
}

/** `set.headcount` refused for `too_small` becomes "Effectif : trop petit". */
function issueWords(issue: FieldIssue): string {
  const path = issue.path.replace(/^(set|filter)\./, '');
  const rule = i18next.exists(`errors:rule.${issue.rule}`) ? issue.rule : 'custom';
  return i18next.t('errors:field', { path: fieldName(path), rule: i18next.t(`errors:rule.${rule as 'custom'}`) });
}

/** Never throws: what is not a known refusal is spoken of as an internal error. */
export function errorWords(error: unknown): ErrorWords {
  if (!(error instanceof AppError)) return wordsOf('internal', { logId: missingLog });
  const details: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(error.details)) {
    if (Array.isArray(value))
      details[key] = value.map((one) => (typeof one === 'string' ? one : issueWords(one))).join(', ');
    else details[key] = key === 'field' && typeof value === 'string' ? fieldName(value) : value;
  }
  if (error.code === 'internal') return wordsOf('internal', { logId: missingLog, ...details });
  if (error.code === 'invalid_input') return wordsOf('invalid_input', { fields: details['issues'] ?? '' });
  return wordsOf(errorCodes.includes(error.code) ? error.code : 'internal', details);
}

const missingLog = '–';

/** One sentence for a toast or a field. */
export function errorText(error: unknown): string {
  const { title, text } = errorWords(error);
  return text === '' ? title : `${title} ${text}`;
}
