/** Headers in the plain form by which they are compared. */
import { fold } from '#shared/base/fold.ts';

/** What of a header, and which values of a column, are looked at: longer ones tell nothing, and patterns never see them. */
export const longestLooked = 300;

/** `Code_Postal`, `codePostal`, `CODE POSTAL (5)` come to `code postal`. */
export function plainHeader(header: string): string {
  return fold(header.slice(0, longestLooked).replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/\([^)]*\)/g, (inside) => (/^\(\p{L}{1,3}\)$/u.test(inside) ? '' : ` ${inside.slice(1, -1)} `))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
