/** Prints an HTML file to PDF in a hidden, scriptless window; the file appears whole or not at all. */
import { renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session } from 'electron';
import { confine, confineSession } from './security.ts';
import { windowPreferences } from './security-rules.ts';

export async function printPdf(
  htmlPath: string,
  outPath: string,
  widthInches: number,
  heightInches: number,
): Promise<void> {
  const printing = session.fromPartition('print', { cache: false });
  confineSession(printing, ['file:']);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...windowPreferences, session: printing, javascript: false },
  });
  confine(window.webContents);
  const partial = `${outPath}.${process.pid}.partial`;
  try {
    await window.loadURL(pathToFileURL(htmlPath).toString());
    const options = {
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: { width: widthInches, height: heightInches },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    };
    const bytes = await window.webContents.printToPDF(options);
    await writeFile(partial, bytes);
    renameSync(partial, outPath);
  } finally {
    rmSync(partial, { force: true });
    window.destroy();
  }
}
