/** The rules of safety, each tried with what an attacker would send. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileFor } from '../../electron/main/app-files.ts';
import {
  assertGranted,
  contentSecurityPolicy,
  createGrants,
  externalUrl,
  isLocalRequest,
  isTrustedSender,
  pathsIn,
  windowPreferences,
} from '../../electron/main/security-rules.ts';
import { testWorkspace, type TestWorkspace } from '../factories/workspace.ts';
import { holds } from '../factories/properties.ts';

const origins = ['app://maillage'];
const top = (url: string): { url: string; parent: null } => ({ url, parent: null });

describe('who may speak', () => {
  it('hears the top frame of the page and nobody else', () => {
    expect(isTrustedSender(top('app://maillage/index.html'), origins)).toBe(true);
    for (const url of [
      '',
      'about:blank',
      'app://other/index.html',
      'https://maillage/',
      'app://maillage.evil/',
      'data:text/html,x',
      'not a url',
    ])
      expect(isTrustedSender(top(url), origins)).toBe(false);
    expect(isTrustedSender(null, origins)).toBe(false);
    expect(isTrustedSender({ url: 'app://maillage/index.html', parent: {} as never }, origins)).toBe(false);
  });
});

describe('what the page may run and load', () => {
  it('allows nothing by default and names every source', () => {
    expect(contentSecurityPolicy.split('; ')[0]).toBe("default-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|\*|https?:/);
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    // The map's worker is a file of the app: no blob, no other place.
    expect(contentSecurityPolicy).toContain("worker-src 'self';");
  });

  it('keeps the page in its sandbox', () => {
    expect(windowPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('lets no request leave the machine', () => {
    for (const url of ['https://example.com/', 'http://127.0.0.1/', 'ws://x/', 'ftp://x/', 'file:///etc/passwd'])
      expect(isLocalRequest(url)).toBe(false);
    expect(isLocalRequest('app://maillage/index.html')).toBe(true);
  });
});

describe('links', () => {
  it('opens https and mailto only', () => {
    expect(externalUrl('https://example.com/a?b=c').protocol).toBe('https:');
    expect(externalUrl('mailto:a@example.com').protocol).toBe('mailto:');
    for (const url of [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://x',
      'https://user:secret@example.com',
      'ms-word:ofe|u|x',
      '',
      'example.com',
    ])
      expect(() => externalUrl(url)).toThrow('forbidden');
  });
});

describe('the folder of the page', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'maillage-page-'));
    mkdirSync(join(folder, 'page/assets'), { recursive: true });
    writeFileSync(join(folder, 'page/index.html'), 'page');
    writeFileSync(join(folder, 'page/assets/a.js'), 'script');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'page/link.txt'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('serves what lies in it', async () => {
    expect(readFileSync((await fileFor(join(folder, 'page'), 'app://maillage/')) ?? '', 'utf8')).toBe('page');
    expect(readFileSync((await fileFor(join(folder, 'page'), 'app://maillage/assets/a.js?v=1')) ?? '', 'utf8')).toBe(
      'script',
    );
  });

  it('cannot be left, whatever the address', async () => {
    for (const path of [
      '../secret.txt',
      '%2e%2e/secret.txt',
      '..%2fsecret.txt',
      '%2e%2e%2fsecret.txt',
      'assets/../../secret.txt',
      '..%5csecret.txt',
      '%00',
      'link.txt',
      '//etc/passwd',
      '%252e%252e/secret.txt',
    ]) {
      expect(await fileFor(join(folder, 'page'), `app://maillage/${path}`)).toBeNull();
    }
    expect(await fileFor(join(folder, 'page'), 'app://elsewhere/index.html')).toBeNull();
    await holds(
      fc.asyncProperty(
        fc.array(fc.constantFrom('..', '%2e%2e', '/', '%2f', '\\', '%5c', 'secret.txt', 'assets', '.'), {
          maxLength: 8,
        }),
        async (parts) => {
          const found = await fileFor(join(folder, 'page'), `app://maillage/${parts.join('')}`);
          expect(found === null || found.startsWith(join(folder, 'page'))).toBe(true);
        },
      ),
    );
  });
});

describe('files the page may name', () => {
  it('finds every path in an input, however deep', () => {
    expect(
      pathsIn({
        path: '/a',
        outPath: '/b',
        paths: ['/c', '/d'],
        nested: { backupPath: '/e', list: [{ htmlPath: '/f' }] },
        outDir: '/h',
        pathology: '/g',
        direction: '/i',
      }),
    ).toEqual(['/a', '/b', '/c', '/d', '/e', '/f', '/h']);
  });

  it('refuses a path that the user never chose', () => {
    const grants = createGrants();
    grants.allow('/home/camille/a.csv');
    expect(() => assertGranted(grants, { path: '/home/camille/../camille/a.csv' })).not.toThrow();
    expect(() => assertGranted(grants, { path: '/etc/passwd' })).toThrow('forbidden');
    expect(() => assertGranted(grants, { nested: [{ outPath: '/etc/cron.d/x' }] })).toThrow('forbidden');
  });
});

describe('calls', () => {
  let workspace: TestWorkspace;
  beforeEach(async () => {
    workspace = await testWorkspace();
  });
  afterEach(() => workspace.close());

  it("refuses unknown procedures, inherited names and the shell's own", async () => {
    const names = ['sites.nothing', 'constructor', '__proto__', 'toString', 'shell.openExternal', ''] as never[];
    for (const name of names) expect((await workspace.refused(name, {})).code).toBe('unknown_procedure');
  });

  it('refuses bad input and names the field', async () => {
    const failure = await workspace.refused('sites.create', { name: '', headcount: -1 });
    expect(failure.code).toBe('invalid_input');
    expect((failure.details['issues'] as { path: string }[]).map((issue) => issue.path)).toEqual(['name', 'headcount']);
  });
});
