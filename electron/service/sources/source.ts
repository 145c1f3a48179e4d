/** A file to be imported, whatever its format: its columns, and its rows as often as they are asked for. */
import { isBlank } from '#shared/import/cells.ts';
import { columnNames } from '#shared/import/csv-dialect.ts';
import { AppError } from '#shared/base/result.ts';
import { formatOf, openBytes } from './bytes.ts';
import { openCsv } from './csv-source.ts';
import { openXlsx } from './xlsx-source.ts';
import type { SourceOptions, Source } from './rows.ts';

/**
 * Opens a CSV or XLSX file. Throws `file_missing`, `file_unreadable`, `file_empty`, `file_too_large`, `file_format`,
 * `archive_unsafe`, `workbook_damaged`, `encoding_invalid`. The caller closes it.
 */
export async function openSource(path: string, options: SourceOptions): Promise<Source> {
  const file = openBytes(path);
  try {
    const opened = formatOf(file) === 'zip' ? await openXlsx(file, options) : openCsv(file, options);
    if (opened.headers.length === 0 || opened.headers.every((header) => isBlank(header)))
      throw new AppError('file_empty', { path });
    const source = { ...opened, columns: columnNames(opened.headers), path, size: file.size };
    return { ...source, close: file.close };
  } catch (error) {
    file.close();
    throw error;
  }
}
