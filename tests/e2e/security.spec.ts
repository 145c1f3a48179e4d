/** The real window: what its page cannot do, and what happens when the service dies. */
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, root, type RunningApp } from './helpers/launch.ts';

let run: RunningApp;
test.afterEach(async () => run.close());

test('the page is sandboxed, alone and without network', async () => {
  run = await launch();
  const { app, page } = run;
  const preferences = await app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) =>
        (
          window.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences(),
      )[0],
  );
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const page1 = await page.evaluate(async () => {
    const outcome = async (work: () => unknown): Promise<string> => {
      try {
        return String(await work());
      } catch {
        return 'refused';
      }
    };
    const answer = await fetch('app://maillage/index.html');
    return {
      policy: answer.headers.get('content-security-policy'),
      bridge: Object.keys(window.maillage).sort(),
      node: [
        typeof (globalThis as { require?: unknown }).require,
        typeof (globalThis as { process?: unknown }).process,
      ],
      opened: String(window.open('https://example.com')),
      eval: await outcome(() => new Function('return 1')()),
      network: await outcome(async () => (await fetch('https://example.com')).status),
      outside: [
        (await fetch('app://maillage/..%2f..%2fpackage.json')).status,
        (await fetch('app://maillage/%2e%2e/main/index.cjs')).status,
      ],
      notification: await outcome(() => Notification.requestPermission()),
      camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
    };
  });
  expect(page1.policy).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(page1).toMatchObject({
    bridge: ['call', 'onEvent'],
    node: ['undefined', 'undefined'],
    opened: 'null',
    eval: 'refused',
    network: 'refused',
    outside: [404, 404],
    notification: 'denied',
    camera: 'refused',
  });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  // Asked of the window itself: the driver goes on waiting for the navigation that was refused.
  const after = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return [contents?.getURL(), await contents?.executeJavaScript('document.querySelectorAll("h1").length')];
  });
  expect(after).toEqual([expect.stringMatching(/^app:\/\/maillage\//), 1]);
});

test('the words of the chosen language come beside the page, those of the other do not', async () => {
  run = await launch();
  const named = await run.page.evaluate(async () => {
    const page = await fetch(`app://maillage/index.html${location.search}`);
    const [, address = ''] = /<(.*)>; rel=modulepreload/.exec(page.headers.get('link') ?? '') ?? [];
    const words = await fetch(address);
    return { address, status: words.status, type: words.headers.get('content-type') };
  });
  expect(named).toEqual({ address: './assets/words-fr.js', status: 200, type: 'text/javascript; charset=utf-8' });
});

test('calls are refused from strangers, for unknown names, bad input and files nobody chose', async () => {
  run = await launch();
  const { app, page } = run;
  const call = (name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> =>
    page.evaluate(
      ([procedure, given]) =>
        window.maillage.call(procedure as string, given) as Promise<{ ok: boolean; error?: { code: string } }>,
      [name, input] as const,
    );
  expect((await call('nobody.knows', {})).error?.code).toBe('unknown_procedure');
  expect((await call('shell.setPreferences', { set: { theme: 'pink' } })).error?.code).toBe('invalid_input');
  expect((await call('workspace.open', { path: '/etc/passwd' })).error?.code).toBe('forbidden');
  expect((await call('shell.openExternal', { url: 'file:///etc/passwd' })).error?.code).toBe('forbidden');
  expect((await call('shell.info', {})).ok).toBe(true);
  const stranger = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${electron.getAppPath()}/out/preload/index.cjs`,
        sandbox: true,
        contextIsolation: true,
      },
    });
    await window.loadURL('about:blank');
    const answer = (await window.webContents.executeJavaScript(`window.maillage.call('shell.info', {})`)) as {
      ok: boolean;
      error?: { code: string };
    };
    window.destroy();
    return answer;
  });
  expect(stranger).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

test('a second start hands its file to the first window and ends', async () => {
  run = await launch();
  const { app, page, folder } = run;
  const file = join(folder, 'Second.maillage');
  execFileSync(process.env['MAILLAGE_NODE'] ?? process.execPath, [join(root, 'electron/service/cli.ts'), 'init', file]);
  const executable = await app.evaluate(() => process.execPath);
  const second = spawn(
    executable,
    [
      ...(process.env['NO_SANDBOX'] === '1' ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      root,
      file,
    ],
    { stdio: 'ignore' },
  );
  expect(await new Promise((done) => second.on('exit', done))).toBe(0);
  await expect(page).toHaveTitle('Second – Maillage');
});

test('a service that dies is started again, the file is opened again, nothing saved is lost', async () => {
  run = await launch();
  const { app, page, folder } = run;
  await run.choose(join(folder, 'Essai.maillage'));
  await page.getByRole('button', { name: /Créer un espace de travail/ }).click();
  await page.getByRole('navigation').waitFor();
  await page.evaluate(() => window.maillage.call('sites.create', { name: 'Site gardé' }));
  const pid = String(app.process().pid);
  const service =
    execFileSync('pgrep', ['-P', pid, '-f', 'service.cjs'], { encoding: 'utf8' }).trim().split('\n')[0] ?? '';
  const pending = page.evaluate(() => window.maillage.call('workspace.check', {}));
  process.kill(Number(service), 'SIGKILL');
  const answer = (await pending) as { ok: boolean; error?: { code: string } };
  expect(answer.ok || answer.error?.code === 'service_stopped').toBe(true);
  await expect(page.getByText('Le service de données est revenu')).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Sites' }).click();
  await expect(page.getByRole('row', { name: /Site gardé/ })).toBeVisible();
});
