/** Tells the one-byte encodings of western Europe apart: by where their letters fall in words, and by the line ends of old Macs. */
import type { Encoding } from '#shared/import/encodings.ts';
import type { FileBytes } from './bytes.ts';
import { decodeCp850 } from './cp850.ts';

const candidates = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const;

/** So much of a file tells; names and addresses soon have accents. */
const looked = 1_048_576;

/** By how much another encoding must explain the bytes better before windows-1252, which is nearly always right, is left. */
const clearly = 4;

const decode = (bytes: Uint8Array, encoding: (typeof candidates)[number]): string =>
  encoding === 'cp850' ? decodeCp850(bytes) : new TextDecoder(encoding).decode(bytes);

const common = new Set('éèêëàâäîïôöùûüçœæñßáíóúÉÈÊÀÂÎÔÇŒÜÖÄ');
const letter = /\p{L}/u;
const lower = /\p{Ll}/u;
const upper = /\p{Lu}/u;
const ascii = /[a-z]/i;

/** Signs inside words, capitals behind small letters and rare letters: the marks of a wrong encoding. */
export function strangeness(text: string): number {
  let strange = 0;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? '';
    if (one < '\u0080') continue;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const inWord = ascii.test(before) || ascii.test(after);
    if (/[\u0080-\u009f]/.test(one)) strange += 2;
    else if (!letter.test(one))
      strange +=
        ascii.test(before) && ascii.test(after) && !/[’'\u00ad·]/.test(one)
          ? 2
          : /[\u2500-\u259f]/.test(one)
            ? 2
            : inWord && !/[’“”«»°…–—\u00a0€\u2122®©²³º]/.test(one)
              ? 1
              : 0;
    else if (upper.test(one) && lower.test(before)) strange += 2;
    else if (lower.test(one) && upper.test(before) && upper.test(after)) strange += 2;
    else if (!common.has(one)) strange += 0.5;
    // A small letter that opens a word is rare but in é and à.
    else if (lower.test(one) && !letter.test(before) && ascii.test(after) && !/[éàêâôîçæœäöü]/.test(one))
      strange += 0.5;
  }
  return strange;
}

/** The one-byte encoding that makes words of the file's bytes; windows-1252 unless another clearly does better. */
export function eightBitEncoding(file: FileBytes): Encoding {
  const bytes = file.at(0, looked);
  const scores = candidates.map((encoding) => ({ encoding, score: strangeness(decode(bytes, encoding)) }));
  const usual = scores[0]?.score ?? 0;
  // Lone carriage returns end the lines of a Mac: there its letters need no such proof.
  const isMac = bytes.includes(13) && !bytes.includes(10);
  const best = scores.reduce((first, second) =>
    second.score < first.score || (isMac && second.encoding === 'macintosh' && second.score === first.score)
      ? second
      : first,
  );
  const proof = isMac && best.encoding === 'macintosh' ? 1 : clearly;
  return usual >= 2 && best.score * proof <= usual ? best.encoding : 'windows-1252';
}
