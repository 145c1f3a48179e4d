/** Where a file is not the Unicode that it seems to be: how many places, the byte and the line of the first. */
import type { EncodingFault } from '#shared/import/encodings.ts';
import { chunksOf, type FileBytes } from './bytes.ts';

export interface Utf8Survey {
  /** Letters beyond ASCII that are well written. */
  letters: number;
  /** Runs of bytes that are none; null when there are none. */
  fault: EncodingFault | null;
}

/** Counts line ends: a line feed, or a carriage return that none follows. */
function lineCounter(): { take: (byte: number) => void; line: () => number } {
  let line = 1;
  let returned = false;
  return {
    take: (byte) => {
      if (byte === 10) line += 1;
      else if (returned) line += 1;
      returned = byte === 13;
    },
    line: () => line + (returned ? 1 : 0),
  };
}

/** Reads the whole file byte by byte, by the table of well-formed sequences of the Unicode Standard (3-7). */
export function surveyUtf8(file: FileBytes, start: number): Utf8Survey {
  const lines = lineCounter();
  const survey: Utf8Survey = { letters: 0, fault: null };
  let position = start;
  /** Bytes of the sequence still to come, and the bounds of the next. */
  let [left, low, high] = [0, 0x80, 0xbf];
  let begun = start;
  let inFault = false;
  const blame = (at: number): void => {
    if (!inFault) {
      if (survey.fault === null) survey.fault = { position: at, line: lines.line(), count: 1 };
      else survey.fault.count += 1;
    }
    inFault = true;
  };
  for (const chunk of chunksOf(file, start, 1_048_576)) {
    for (const byte of chunk) {
      if (left > 0) {
        if (byte >= low && byte <= high) {
          left -= 1;
          [low, high] = [0x80, 0xbf];
          if (left === 0) {
            survey.letters += 1;
            inFault = false;
          }
          position += 1;
          continue;
        }
        left = 0;
        [low, high] = [0x80, 0xbf];
        blame(begun);
      }
      if (byte < 0x80) {
        inFault = false;
        lines.take(byte);
      } else {
        begun = position;
        left =
          byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0;
        if (left === 0) blame(position);
        if (byte === 0xe0) low = 0xa0;
        else if (byte === 0xed) high = 0x9f;
        else if (byte === 0xf0) low = 0x90;
        else if (byte === 0xf4) high = 0x8f;
      }
      position += 1;
    }
  }
  if (left > 0) blame(begun);
  return survey;
}

/** The same for UTF-16: surrogates that stand alone, and a byte too many at the end. */
export function surveyUtf16(file: FileBytes, start: number, bigEndian: boolean): EncodingFault | null {
  let fault: EncodingFault | null = null;
  let line = 1;
  let position = start;
  let openAt = -1;
  let odd: number | null = null;
  const blame = (at: number): void => {
    if (fault === null) fault = { position: at, line, count: 1 };
    else fault.count += 1;
  };
  for (const chunk of chunksOf(file, start, 1_048_576)) {
    for (const byte of chunk) {
      if (odd === null) {
        odd = byte;
        continue;
      }
      const unit = bigEndian ? odd * 256 + byte : byte * 256 + odd;
      odd = null;
      const isLow = unit >= 0xdc00 && unit <= 0xdfff;
      if (openAt >= 0 && !isLow) blame(openAt);
      if (openAt < 0 && isLow) blame(position);
      openAt = unit >= 0xd800 && unit <= 0xdbff ? position : -1;
      if (unit === 10) line += 1;
      position += 2;
    }
  }
  if (openAt >= 0) blame(openAt);
  if (odd !== null) blame(position);
  return fault;
}
