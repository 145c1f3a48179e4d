/** Why a row was rejected and what was understood otherwise, in words, for the file of rejects and the terminal; the window takes the same words. */
import type { Language } from '#shared/base/common.ts';
import type { ImportNote, ImportReport, Problem } from '#shared/import/contract.ts';
import enNotes from '#shared/words/en/notes.json' with { type: 'json' };
import enReasons from '#shared/words/en/reasons.json' with { type: 'json' };
import frNotes from '#shared/words/fr/notes.json' with { type: 'json' };
import frReasons from '#shared/words/fr/reasons.json' with { type: 'json' };
import { termsOf } from '../reporting/words.ts';

const words = { fr: frReasons, en: enReasons };
const notes = { fr: frNotes, en: enNotes };

/** The header of the column that says why. */
export function reasonHeader(lang: Language): string {
  return words[lang].column;
}

/** A value outside a closed list is told what the list holds. */
export function reasonText(lang: Language, problem: Pick<Problem, 'reason' | 'params'>): string {
  const params: Problem['params'] =
    problem.reason === 'notInList'
      ? { ...problem.params, expected: Object.values(termsOf(lang, String(problem.params['list']))).join(', ') }
      : problem.params;
  return words[lang].reason[problem.reason].replace(/\{\{(\w+)\}\}/g, (_hole, name: string) =>
    shownValue(lang, params[name] ?? ''),
  );
}

/** A date or a number as the language writes it; what is none stays as it is. */
export function shownValue(lang: Language, value: string | number): string {
  if (typeof value === 'number')
    return new Intl.NumberFormat(lang, { maximumFractionDigits: 6, useGrouping: false }).format(value);
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day === null ? value : lang === 'fr' ? `${day[3]}/${day[2]}/${day[1]}` : value;
}

/** The reason as it stands for many rows at once. */
export function reasonSummary(lang: Language, problem: Pick<Problem, 'reason' | 'params'>): string {
  const summaries: Record<string, string> = words[lang].summary;
  return summaries[problem.reason] ?? reasonText(lang, problem);
}

export function noteText(lang: Language, note: Pick<ImportNote, 'note'>): string {
  return notes[lang].note[note.note];
}

/** By what rows are recognised, as a sentence. */
export function keyText(lang: Language, key: ImportReport['key']): string {
  return notes[lang].key[key];
}
