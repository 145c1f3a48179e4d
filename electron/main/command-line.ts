/** The packaged binary as a command line: the same commands as `npm run maillage`, without a window. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { printPdf } from './print.ts';

function scriptPath(): string {
  return join(__dirname, 'cli.cjs').replace(/app\.asar([\\/])/, 'app.asar.unpacked$1');
}

function runScript(argv: string[], resources: string): void {
  const env = {
    ...process.env,
    MAILLAGE_RESOURCES: resources,
    MAILLAGE_EXECUTABLE: process.execPath,
    ...(app.isPackaged ? {} : { MAILLAGE_APP: app.getAppPath() }),
  };
  if (Number(process.versions['napi'] ?? 0) < 10) {
    const node =
      process.env['MAILLAGE_NODE'] ??
      join(process.resourcesPath, 'node', process.platform === 'win32' ? 'node.exe' : 'node');
    const child = spawn(node, [scriptPath(), ...argv], { stdio: 'inherit', env });
    child.on('error', (error) => {
      console.error(String(error));
      app.exit(3);
    });
    child.on('exit', (code) => app.exit(code ?? 3));
    return;
  }
  const child = utilityProcess.fork(scriptPath(), argv, { stdio: 'inherit', env });
  child.on('exit', (code) => app.exit(code));
  // Such a child has no standard input: what comes is handed over, when a command asks for it.
  if (argv.includes('-')) {
    process.stdin.on('data', (piece: Buffer) => child.postMessage({ stdin: piece }));
    process.stdin.on('end', () => child.postMessage({ stdin: null }));
  }
}

async function print(argv: string[]): Promise<void> {
  const [, htmlPath = '', outPath = '', width = '', height = ''] = argv.slice(argv.indexOf('--print-pdf'));
  await printPdf(htmlPath, outPath, Number(width), Number(height));
}

export function runCommandLine(argv: string[], resources: () => string): void {
  // A terminal wants the command's own words: no graphics card is asked for, and what Chromium misses on a server stays unsaid.
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('log-level', '3');
  void app
    .whenReady()
    .then(async () => {
      if (argv.includes('--print-pdf')) {
        await print(argv);
        app.exit(0);
      } else runScript(argv, resources());
    })
    .catch((error: unknown) => {
      console.error(String(error));
      app.exit(3);
    });
}
