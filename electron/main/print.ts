/** Prints an HTML file to a PDF file of the service's own temporary folder, in a hidden, scriptless window. */
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
  try {
    await window.loadURL(pathToFileURL(htmlPath).toString());
    const bytes = await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      pageSize: { width: widthInches, height: heightInches },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      // For screen readers: headings, pictures in words, and an outline.
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    await writeFile(outPath, bytes, { flag: 'wx' });
  } finally {
    window.destroy();
  }
}
