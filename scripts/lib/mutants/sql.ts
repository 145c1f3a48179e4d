/** The small faults that are tried in SQL: each a place in a text and what stands there instead. */

export interface TextFault {
  start: number;
  end: number;
  to: string;
}

type Rule = [pattern: RegExp, to: string | string[]];

// Each pattern is one operator of SQL as it is written in this project: lower case, with blanks around what is infix.
const rules: Rule[] = [
  [/(?<![<>!=])<=(?!=)/g, '<'],
  [/(?<![<>!=])<(?![<>=])/g, '<='],
  [/(?<![<>!=-])>=/g, '>'],
  [/(?<![<>!=-])>(?![>=])/g, '>='],
  [/<>|!=/g, '='],
  [/(?<![<>!=])=(?![=>])/g, '!='],
  [/\bis null\b/gi, 'is not null'],
  [/\bis not null\b/gi, 'is null'],
  [/\bnot exists\b/gi, 'exists'],
  [/(?<!\bnot )\bexists(?=\s*\()/gi, 'not exists'],
  [/\bnot in\b/gi, 'in'],
  [/(?<!\bnot )\bin(?=\s*(\(|$))/gi, 'not in'],
  [/\bor\b/gi, 'and'],
  [/\bmin(?=\()/gi, 'max'],
  [/\bmax(?=\()/gi, 'min'],
  [/\bcount\(distinct /gi, 'count('],
  [/\bselect distinct\b/gi, 'select'],
  [/\bleft join\b/gi, 'join'],
  [/(?<!\b(left|cross) )\bjoin\b/gi, 'left join'],
  [/\bunion all\b/gi, 'union'],
  [/\bunion\b(?! all)/gi, 'union all'],
  // What follows is or-ed with the truth: the whole clause says nothing any more.
  [/\bwhere\b/gi, 'where 1 or'],
  [/\bdesc\b/gi, 'asc'],
  [/\basc\b/gi, 'desc'],
  [/(?<=\s)\+(?=\s)/g, '-'],
  [/(?<=\s)-(?=\s)/g, '+'],
  [/(?<=\s)\/(?=\s)/g, '*'],
  [/(?<=[=,(]\s*)0\b(?!\.)/g, '1'],
  [/(?<=[=,(]\s*)1\b(?!\.)/g, '0'],
];

/** `and` of a condition, not the one that belongs to `between`. */
const conjunction = /\band\b/gi;
const orderWithout = /(?<=\border by )[\w."]+(?![\w."(])(?!\s+(desc|asc)\b)(?!\s+$)/gi;

/** Whether a text that is not tagged as SQL is some. */
export function looksLikeSql(text: string): boolean {
  return (
    /^\s*\(?\s*(select|with|insert into|update|delete from|exists|not exists|left join|join|where|order by)\s/.test(
      text,
    ) ||
    /^\(?(max|min|coalesce|count|sum|case)\b\s*[( ]/.test(text) ||
    /\bis (not )?null\b/.test(text)
  );
}

/** Every fault of a piece of SQL; what lies inside quotes is left alone. */
export function sqlFaults(text: string): TextFault[] {
  const quoted = [...text.matchAll(/'[^']*'|"[^"]*"/g)].map((at) => [at.index, at.index + at[0].length] as const);
  const isQuoted = (start: number): boolean => quoted.some(([from, to]) => start >= from && start < to);
  const faults: TextFault[] = [];
  const add = (start: number, found: string, to: string): void => {
    if (!isQuoted(start)) faults.push({ start, end: start + found.length, to });
  };
  for (const [pattern, to] of rules)
    for (const at of text.matchAll(pattern)) for (const each of [to].flat()) add(at.index, at[0], each);
  for (const at of text.matchAll(conjunction))
    if (!/\bbetween\b(?:(?!\band\b).)*$/is.test(text.slice(0, at.index))) add(at.index, at[0], 'or');
  for (const at of text.matchAll(orderWithout)) add(at.index, at[0], `${at[0]} desc`);
  return faults.sort((a, b) => a.start - b.start);
}
