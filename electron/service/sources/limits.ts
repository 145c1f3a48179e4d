/** What the import swallows at most; beyond these a file is refused before it can hurt. */

export const limits = {
  /** Bytes of the file itself. */
  fileBytes: 256 * 1024 * 1024,
  /** Data rows of one file. */
  rows: 1_000_000,
  columns: 1000,
  /** Characters of one record; a file without line ends would else be held whole in memory. */
  recordLength: 8_000_000,
  zipEntries: 10_000,
  /** Bytes of all parts of an archive once inflated, as declared and as found. */
  inflatedBytes: 1024 * 1024 * 1024,
  /** Bytes of a workbook's small parts (its list of sheets, its styles), which are held whole. */
  smallPart: 32 * 1024 * 1024,
  /** Merged areas of a sheet, which are held in memory. */
  merges: 250_000,
  /** Bytes of the texts that a workbook's cells share, which are held in memory. */
  sharedTexts: 256 * 1024 * 1024,
  /** A part above `ratioFrom` bytes may be this many times its compressed size; real sheets stay below 100. */
  ratio: 250,
  ratioFrom: 8 * 1024 * 1024,
} as const;
