/** The encodings a CSV file can be read in. */

export const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'cp850',
  'utf-16le',
  'utf-16be',
] as const;
export type Encoding = (typeof encodings)[number];

/** Places of a file that are not in the encoding it is read in. */
export interface EncodingFault {
  /** Byte of the first, from 0. */
  position: number;
  line: number;
  /** Runs of such bytes. */
  count: number;
}
