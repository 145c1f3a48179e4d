/** What is typed in the score grid: numbers with a comma or a point. */

export type Typed = { ok: true; value: number | null } | { ok: false };

/** `8,5`, `8.5`, ` 8 `; nothing or a dash means no score. */
export function readScore(text: string): Typed {
  const clean = text.replace(/[\s\u00A0\u202F]/g, '').replace('\u2212', '-');
  if (clean === '' || clean === '-' || clean === '–') return { ok: true, value: null };
  return /^-?\d+([.,]\d+)?$/.test(clean) ? { ok: true, value: Number(clean.replace(',', '.')) } : { ok: false };
}

/** As the grid shows and takes it back: no grouping, the language's decimal sign. */
export function writeScore(value: number | null, lang: string): string {
  if (value === null) return '';
  const text = String(Math.round(value * 1e6) / 1e6);
  return lang === 'en' ? text : text.replace('.', ',');
}
