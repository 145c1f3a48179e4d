/** A refusal of one field, in the form the dispatch gives to those that zod refuses. */
import { AppError } from '#shared/base/result.ts';

/** `path` is the field's name in the contract, `rule` a key of `errors.rule`. */
export function refusedField(path: string, rule: string): AppError {
  return new AppError('invalid_input', { issues: [{ path, rule, message: '' }] });
}
