/** The rules of a site's answer, whoever enters it: the app, a form, an import. */
import type { Adoption } from '#shared/adoptions/contract.ts';
import { refusedField } from '../../records/refusals.ts';

export type Answer = Pick<Adoption, 'status' | 'what' | 'why' | 'answeredOn' | 'answeredBy'>;

/** The field an answer still lacks: an adapted one says what was changed, a declined one says why. Null when it is whole. */
export function missingInAnswer(answer: Pick<Answer, 'status' | 'what' | 'why'>): 'what' | 'why' | null {
  if (answer.status === 'adapted' && (answer.what ?? '') === '') return 'what';
  return answer.status === 'declined' && (answer.why ?? '') === '' ? 'why' : null;
}

/** Throws `invalid_input` naming the field that is missing. */
export function assertAnswer(answer: Pick<Answer, 'status' | 'what' | 'why'>): void {
  const field = missingInAnswer(answer);
  if (field !== null) throw refusedField(field, 'required');
}

/**
 * What a change of the answer sets beside what it names: an answer is dated (`today` when no day is given), and taking it
 * back to `invited` takes away what was answered. `before` null means many answers, whose dates may differ.
 */
export function answerChange<T extends Partial<Answer>>(
  before: Answer | null,
  set: T,
  today: string,
): T & Partial<Answer> {
  if (set.status === undefined) return set;
  if (set.status === 'invited') return { ...set, what: null, why: null, answeredOn: null, answeredBy: null };
  if (set.answeredOn === undefined && (before === null || before.status !== set.status || before.answeredOn === null))
    return { ...set, answeredOn: today };
  return set;
}
