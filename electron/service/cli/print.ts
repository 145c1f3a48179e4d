/** PDF on the command line: the page is printed by the Electron that is named, in a process of its own. */
import { spawn } from 'node:child_process';
import { AppError } from '#shared/base/result.ts';
import type { Host } from '../host.ts';

// 300 slides with photos take seconds; a window that has said nothing for so long will not.
const patience = 180_000;

/** Null where no Electron was named (MAILLAGE_EXECUTABLE): then a PDF is refused with `printing_unavailable`. */
export function pdfPrinter(): NonNullable<Host['printPdf']> | null {
  const executable = process.env['MAILLAGE_EXECUTABLE'];
  if (executable === undefined || executable === '') return null;
  const app = process.env['MAILLAGE_APP'];
  const switches = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return (htmlPath, outPath, page) =>
    new Promise((done, refuse) => {
      const child = spawn(
        executable,
        [
          ...switches,
          ...(app === undefined ? [] : [app]),
          '--print-pdf',
          htmlPath,
          outPath,
          String(page.widthInches),
          String(page.heightInches),
        ],
        { stdio: ['ignore', 'ignore', 'pipe'], timeout: patience },
      );
      let complaint = '';
      child.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
      child.on('error', () => refuse(new AppError('printing_unavailable')));
      child.on('exit', (code) =>
        code === 0
          ? done()
          : refuse(
              /\b(ENOSPC|EDQUOT)\b/.test(complaint)
                ? new AppError('disk_full', { path: outPath })
                : new AppError('printing_unavailable', { cause: complaint.slice(-500) }),
            ),
      );
    });
}
