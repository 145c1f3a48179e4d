/** The log of faults: where it lies, how large it can grow, and what never gets into it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/base/result.ts';
import { maximumLogBytes, openLog } from '../../electron/main/log.ts';
import { faultText } from '../../electron/service/formats/fault-text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe('the log', () => {
  it('is one file and the one before it, however much goes wrong', () => {
    const log = openLog(join(folder, 'logs'));
    for (let n = 0; n < 200; n += 1) log.write(`[${n}] sites.list`, 'x'.repeat(50_000));
    expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['maillage.log', 'maillage.log.1']);
    for (const name of readdirSync(join(folder, 'logs')))
      expect(statSync(join(folder, 'logs', name)).size).toBeLessThan(maximumLogBytes + 30_000);
    expect(readFileSync(log.path, 'utf8')).toContain('[199] sites.list');
  });

  it('takes nothing with it when it cannot be written', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(() => openLog(join(file, 'logs')).write('a', 'b')).not.toThrow();
  });
});

describe('what is written of a fault', () => {
  it('is its kind and its place, without the data it happened on', () => {
    const name = 'Zoé Œhler zoe@aurore.example';
    const faults = [
      caught(() => JSON.parse(`{"name": ${name}}`)),
      new Error(`No such person: ${name}`),
      new AppError('not_found', { id: name }),
      new Error('outer', { cause: new Error(name) }),
      Object.assign(new Error(`ENOENT: no such file, open '${homedir()}/${name}.csv'`), { code: 'ENOENT' }),
      name,
    ];
    for (const fault of faults) {
      const text = faultText(fault);
      expect(text).not.toMatch(/Zoé|Œhler|aurore/);
      expect(text).not.toContain(`${homedir()}/`);
    }
    expect(faultText(faults[4])).toContain('ENOENT');
    expect(faultText(faults[1])).toMatch(/log\.test\.ts/);
  });

  it('keeps what helps to mend it: the words of faults of code and of schema', () => {
    const db = new Database(':memory:');
    expect(faultText(caught(() => db.prepare('select * from sites')))).toContain('no such table: sites');
    expect(faultText(caught(() => (undefined as unknown as { a: string }).a))).toContain(
      "Cannot read properties of undefined (reading 'a')",
    );
    db.close();
  });
});
