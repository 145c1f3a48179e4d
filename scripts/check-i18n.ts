/** `npm run check`, part words: both languages hold the same keys, every plural form, and no key that nobody uses. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './lib/run.ts';

type Words = { [key: string]: string | Words };
const problems: string[] = [];

function flat(words: Words, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') all.set(`${prefix}${key}`, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) all.set(inner, text);
  }
  return all;
}

const plural = /_(one|many|other)$/;
const formsOf = { fr: ['one', 'many', 'other'], en: ['one', 'other'] } as const;
const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))]
    .filter((name) => name !== 'count')
    .sort()
    .join(' ');

/** What typography refuses in either language: an English text has no space before those signs, a French one a no-break space. */
function slipsOf(text: string): string[] {
  const slips: string[] = [];
  if (/\p{L}\\?'(\p{L}|\s|$)/u.test(text)) slips.push('straight apostrophe');
  if (text.includes('...')) slips.push('three points for an ellipsis');
  if (/[^\s>] [:;!?»](\s|$)|« /.test(text)) slips.push('space that may break before or after a sign');
  if (/[([\p{L}](s|e|es)\)/u.test(text) && /\p{L}\((s|e|es)\)/u.test(text)) slips.push('plural in brackets');
  return slips;
}

/** One term for one thing: an address is "adresse électronique", what is sent to it a "courriel". Search words may say all. */
const otherTerms =
  /\be-?mails?\b|\bmails?\b|\badresses? (de )?(courriel|messagerie)\b|ensemble du réseau|réseau (tout )?entier/i;
/** A number with the word it counts, which then needs its plural forms; "3 sur 12" and what is always many do not. */
const counted = /\{\{(?:count|number)\}\}[\s\u00a0](?!sur\b|of\b|out\b|par\b|per\b|a\b|de plus\b|more\b)\p{L}/u;

/** Limits: far above one. */
const alwaysMany = new Set(['campaigns:answer.tooManyReminded', 'campaigns:board.first']);

// What the sources say: plain strings, and templates whose holes may be anything.
const literals = new Set<string>();
const patterns: RegExp[] = [];
for (const file of globSync(['renderer/**/*.{ts,tsx}', 'shared/**/*.ts', 'electron/service/**/*.ts'], { cwd: root })) {
  const source = readFileSync(join(root, file), 'utf8');
  for (const match of source.matchAll(/'([\w.:-]+)'|"([\w.:-]+)"/g)) literals.add(match[1] ?? match[2] ?? '');
  for (const match of source.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)) {
    const text = match[1] ?? '';
    const body = text.replace(/\$\{[^}]*\}/g, '\u0000');
    if (!/^[\w.:\u0000-]+$/.test(body) || body.replace(/[^A-Za-z]/g, '').length < 3) continue;
    patterns.push(new RegExp(`^${body.replace(/[.]/g, '\\.').replaceAll('\u0000', '[\\w-]+')}$`));
  }
}
const isUsed = (key: string): boolean => literals.has(key) || patterns.some((pattern) => pattern.test(key));

let count = 0;
for (const file of globSync(['renderer/locales/fr/*.json', 'shared/words/fr/*.json', 'shared/*/words/fr/*.json'], {
  cwd: root,
})) {
  const namespace = basename(file, '.json');
  const read = (lang: string): Map<string, string> =>
    flat(JSON.parse(readFileSync(join(root, dirname(dirname(file)), lang, `${namespace}.json`), 'utf8')) as Words);
  const sides = { fr: read('fr'), en: read('en') };
  const bases = {
    fr: new Set([...sides.fr.keys()].map((key) => key.replace(plural, ''))),
    en: new Set([...sides.en.keys()].map((key) => key.replace(plural, ''))),
  };
  for (const lang of ['fr', 'en'] as const) {
    const other = lang === 'fr' ? 'en' : 'fr';
    for (const base of bases[lang])
      if (!bases[other].has(base)) problems.push(`${namespace}: ${base} is missing in ${other}`);
    for (const [key, text] of sides[lang]) {
      const base = key.replace(plural, '');
      if (plural.test(key))
        for (const form of formsOf[lang])
          if (!sides[lang].has(`${base}_${form}`)) problems.push(`${namespace}: ${base}_${form} is missing in ${lang}`);
      if (text === '' && !(namespace === 'errors' && key.endsWith('.text')))
        problems.push(`${namespace}: ${key} is empty in ${lang}`);
      for (const slip of slipsOf(text)) problems.push(`${namespace}: ${key} in ${lang}: ${slip}: ${text}`);
      if (lang === 'fr' && !/(^|\.)words$/.test(key) && otherTerms.test(text))
        problems.push(`${namespace}: ${key} has another word for a thing that has one: ${text}`);
      if (
        lang === 'fr' &&
        /(^|\D)1 (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/.test(text)
      )
        problems.push(`${namespace}: ${key} says 1 for 1er: ${text}`);
      if (counted.test(text) && !plural.test(key) && !alwaysMany.has(`${namespace}:${key}`))
        problems.push(`${namespace}: ${key} counts without plural forms in ${lang}: ${text}`);
      if (lang === 'fr' && /[^\u202f\s][;!?](\s|$)|[^\u00a0\s\d]:(\s|$)|[^\u202f] [;!?]/.test(text))
        problems.push(`${namespace}: ${key} lacks a no-break space: ${text}`);
    }
  }
  for (const [key, text] of sides.fr) {
    const same = sides.en.get(key);
    if (same !== undefined && placeholders(text) !== placeholders(same))
      problems.push(
        `${namespace}: ${key} fills in other values in fr (${placeholders(text)}) than in en (${placeholders(same)})`,
      );
  }
  for (const base of bases.fr) {
    count += 1;
    if (!isUsed(base) && !isUsed(`${namespace}:${base}`)) problems.push(`${namespace}: ${base} is used nowhere`);
  }
}

// What is written in code: letters, notes of the speaker, forms; what the terminal prints keeps plain spaces, for those who search it. A hole of a template may hold code, not words.
for (const file of globSync(['electron/service/{domain,features,engines,demo}/**/*words.ts', 'shared/**/words.ts'], {
  cwd: root,
})) {
  let source = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '');
  for (let before = ''; before !== source;) {
    before = source;
    source = source.replace(/\$\{[^{}`]*(`[^`{}]*`[^{}`]*)*\}/g, '\u0001');
  }
  for (const [, single, double, template] of source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`([^`]*)`/g))
    for (const slip of slipsOf(
      (single ?? double ?? template ?? '').replaceAll('\\u00a0', '\u00a0').replaceAll('\\u202f', '\u202f'),
    ))
      problems.push(`${file}: ${slip}: ${single ?? double ?? template ?? ''}`);
}
if (problems.length > 0) {
  console.error([...new Set(problems)].join('\n'));
  process.exit(1);
}
console.log(`words: ${count} keys in both languages, all used`);
