/** The one envelope in which every procedure answers, and the closed list of reasons for a refusal. */

/**
 * Every reason for which a call can be refused. Closed: a new reason is added here and gets its words in both languages
 * (renderer/locales/*\/errors.json), which the check enforces.
 */
export const errorCodes = [
  'invalid_input',
  'unknown_procedure',
  'not_found',
  'conflict',
  'in_use',
  'duplicate_code',
  'unknown_reference',
  'cycle',
  'nothing_to_undo',
  'nothing_to_redo',
  'no_workspace',
  'workspace_exists',
  'workspace_missing',
  'workspace_in_use',
  'workspace_invalid',
  'workspace_empty',
  'workspace_damaged',
  'workspace_removed',
  'workspace_replaced',
  'workspace_changed',
  'database_newer',
  'database_read_only',
  'migration_failed',
  'backup_invalid',
  'backup_foreign',
  'link_refused',
  'file_missing',
  'file_unreadable',
  'file_unwritable',
  'file_too_large',
  'file_format',
  'file_empty',
  'archive_unsafe',
  'workbook_damaged',
  'image_invalid',
  'content_missing',
  'encoding_invalid',
  'mapping_invalid',
  'sheet_unknown',
  'columns_missing',
  'import_refused',
  'edition_closed',
  'juror_recused',
  'weights_invalid',
  'consent_missing',
  'campaign_over',
  'campaign_not_settled',
  'task_cycle',
  'form_unknown',
  'printing_unavailable',
  'sheet_too_long',
  'disk_full',
  'disk_failing',
  'cancelled',
  'forbidden',
  'service_stopped',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Plain values that name the place and the cause; the words are made where the user's language is known. */
export type ErrorDetails = Record<string, string | number | boolean | null | string[] | FieldIssue[]>;

/** One refused field of an input: its path (`headcount`, `rows.3.value`) and the reason code of the rule. */
export interface FieldIssue {
  path: string;
  rule: string;
  message: string;
}

/** What crosses every boundary instead of an exception. */
export interface Failure {
  code: ErrorCode;
  details: ErrorDetails;
  /** Set on `internal` only: the id under which the log holds the cause. */
  logId?: string;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function fail(code: ErrorCode, details: ErrorDetails = {}, logId?: string): Result<never> {
  return { ok: false, error: logId === undefined ? { code, details } : { code, details, logId } };
}

/** Thrown by handlers for a refusal the user can understand; dispatch turns it into a `Failure`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: { cause?: unknown }) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Makes a forgotten case of a closed list a compile error. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
