/** The mutation tool itself, on a small module whose holes are known. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { instrument } from '../../scripts/lib/mutants/instrument.ts';
import { sqlFaults } from '../../scripts/lib/mutants/sql.ts';
import { explained, nameOf } from '../../scripts/lib/mutants/survivors.ts';
import type { Verdict } from '../../scripts/lib/mutants/trials.ts';

const root = resolve(import.meta.dirname, '../..');
const shop = 'tests/fixtures/mutants/shop.ts';

function faultsOf(code: string): string[] {
  return instrument(code, 'x.ts', 0).mutants.map(({ from, to }) => `${from} -> ${to}`);
}

const afterSql = (text: string): string[] =>
  sqlFaults(text).map(({ start, end, to }) => text.slice(0, start) + to + text.slice(end));

it('finds who is killed, who survives, who is never reached and who never ends, and leaves the source alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-mutants-test-'));
  const json = join(folder, 'verdicts.json');
  const source = readFileSync(join(root, shop), 'utf8');
  try {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
    const asked = [
      '--paths',
      shop,
      '--tests',
      'tests/fixtures/mutants/shop.test.ts',
      '--json',
      json,
      '--patience',
      '4',
    ];
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/mutants.ts', ...asked], {
      cwd: root,
      env,
    });
    const verdicts = JSON.parse(readFileSync(json, 'utf8')) as Verdict[];
    const outcome = (from: string, to: string): string | undefined =>
      verdicts.find((verdict) => verdict.from === from && verdict.to === to)?.outcome;
    expect({
      bound: outcome('count > pack', 'count >= pack'),
      chosen: outcome('count > pack', 'true'),
      price: outcome('count * 9', 'count / 9'),
      constant: outcome('10', '(10 + 1)'),
      forgotten: outcome('count + 7', 'count - 7'),
      loop: outcome('left > 0', 'left >= 0'),
      endless: outcome('1', '0'),
      metTooOften: outcome('left -= step', 'left += step'),
      typesOnly: outcome('prices[0] ?? 0', 'prices[0]'),
      sqlBound: verdicts.find(({ from, to }) => from.includes('⟦>=⟧') && to === '>')?.outcome,
      sqlWhere: verdicts.find(({ to }) => to === 'where 1 or')?.outcome,
    }).toEqual({
      bound: 'unfelt',
      chosen: 'killed',
      price: 'killed',
      constant: 'killed',
      forgotten: 'unreached',
      loop: 'killed',
      endless: 'hung',
      metTooOften: 'killed',
      typesOnly: 'types',
      sqlBound: 'killed',
      sqlWhere: 'killed',
    });
    expect(stdout).toContain(`\`${shop}\` \`count > pack\` → \`count >= pack\` NEW, line 6`);
    expect(readFileSync(join(root, shop), 'utf8')).toBe(source);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

it('makes the faults of code that matter', () => {
  expect(faultsOf('export const f = (a: number, b: number) => a < b;')).toEqual(['a < b -> a <= b', 'a < b -> a >= b']);
  expect(faultsOf('if (a && b) g();')).toEqual(['a && b -> a || b', 'a && b -> true', 'a && b -> false', 'g(); -> ']);
  expect(faultsOf('x = (a ?? 1) + b;')).toContain('(a ?? 1) + b -> (a ?? 1) - b');
  expect(faultsOf("db.where('a', '<>', c).orderBy('d', 'desc').leftJoin(e);")).toEqual(
    expect.arrayContaining([
      "db.where('a', '<>', c) -> db",
      "'desc' -> 'asc'",
      "db.where('a', '<>', c).orderBy('d', 'desc') -> db.where('a', '<>', c)",
      "db.where('a', '<>', c).orderBy('d', 'desc').leftJoin(e) -> db.where('a', '<>', c).orderBy('d', 'desc').innerJoin(e)",
    ]),
  );
  expect(faultsOf('const f = (): string[] => g().sort(h);')).toEqual(
    expect.arrayContaining(['g().sort(h) -> g()', 'g().sort(h) -> []', 'g().sort(h) -> g().sort((x, y) => (h)(y, x))']),
  );
  expect(faultsOf("import { a } from './where.ts'; type T = 1 | 2; const o = { 1: a?.b.filter(c) };")).toEqual([]);
});

it('makes the faults of SQL that matter, and none inside quotes', () => {
  expect(afterSql('a <= c and b is not null')).toEqual([
    'a < c and b is not null',
    'a <= c or b is not null',
    'a <= c and b is null',
  ]);
  expect(afterSql("x between 2 and 3 and note = 'rock and roll'")).toEqual([
    "x between 2 and 3 or note = 'rock and roll'",
    "x between 2 and 3 and note != 'rock and roll'",
  ]);
  expect(afterSql('select max(a) from t left join u where not exists (v) order by a desc')).toEqual([
    'select min(a) from t left join u where not exists (v) order by a desc',
    'select max(a) from t join u where not exists (v) order by a desc',
    'select max(a) from t left join u where 1 or not exists (v) order by a desc',
    'select max(a) from t left join u where exists (v) order by a desc',
    'select max(a) from t left join u where not exists (v) order by a asc',
  ]);
  expect(afterSql('select count(distinct a) from t order by a limit 2')).toEqual([
    'select count(a) from t order by a limit 2',
    'select count(distinct a) from t order by a desc limit 2',
  ]);
});

it('reads the survivors that were explained, and takes no line without a reason', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-mutants-test-'));
  try {
    const path = join(folder, 'survivors.md');
    const mutant = { file: 'a.ts', from: "c ? 'd' : e", to: '', nth: 2 };
    expect(explained(path).size).toBe(0);
    const name = nameOf(mutant);
    expect(name).toBe("`a.ts` `c ? 'd' : e` → `` (2)");
    const text = `# Survivors\n\n- ${name}: the same either way\n- ${nameOf({ ...mutant, nth: 1 })}:\n`;
    writeFileSync(path, text);
    expect([...explained(path)]).toEqual([[name, 'the same either way']]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
