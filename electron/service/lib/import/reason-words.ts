/** Why a row was rejected, in words, for the file of rejects and the terminal; the window takes the same words. */
import type { Language } from '#shared/contract/common.ts';
import type { Problem } from '#shared/contract/imports.ts';
import en from '#shared/words/en/reasons.json' with { type: 'json' };
import fr from '#shared/words/fr/reasons.json' with { type: 'json' };

const words = { fr, en };

/** The header of the column that says why. */
export function reasonHeader(lang: Language): string {
  return words[lang].column;
}

export function reasonText(lang: Language, problem: Pick<Problem, 'reason' | 'params'>): string {
  return words[lang].reason[problem.reason].replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => String(problem.params[name] ?? ''));
}
